/** What spreadsheets take for the start of a formula or a command, also in full width. */
const STARTS = /^[=+\-@|\t\r\n\uFF1D\uFF0B\uFF0D\uFF20\uFF5C]/u;

/**
 * A text as it may stand in a cell of a CSV file: one that a spreadsheet would read as a formula, even after
 * white space, gets a leading quote mark. Law: what comes out never starts, trimmed, like a formula.
 */
export function defuse(text: string): string {
  return STARTS.test(text) || STARTS.test(text.trim()) ? `'${text}` : text;
}
