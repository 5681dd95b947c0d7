/**
 * A table as one text: a Markdown table, a row a line, paragraphs of a cell parted by `<br>`, pipes escaped.
 * Empty rows are kept, so that nothing moves; the first row stands as the head.
 */
export function tableText(rows: readonly (readonly string[])[]): string {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const [head = [], ...body] = rows;
  // Only the head is filled up to the widest row: a table of one wide row and many narrow ones stays small.
  const full = [...head, ...Array.from({ length: width - head.length }, () => '')];
  const line = (row: readonly string[]): string =>
    `| ${row
      .map((cell) =>
        cell
          .trim()
          .replace(/\|/g, '\\|')
          .replace(/\s*\n\s*/g, '<br>')
          .replace(/\t/g, ' '),
      )
      .join(' | ')} |`;
  return [line(full), `|${' --- |'.repeat(width)}`, ...body.map(line)].join('\n');
}

/** The paragraphs of a table made by {@link tableText}, cell by cell, row by row, empty ones left out. */
export function tableParagraphs(text: string): readonly string[] {
  const rows = text.split('\n').filter((_, index) => index !== 1);
  return rows
    .flatMap((row) =>
      row
        .replace(/^\| /, '')
        .replace(/ \|$/, '')
        .split(/(?<!\\)\|/),
    )
    .flatMap((cell) => cell.split('<br>'))
    .map((paragraph) => paragraph.trim().replace(/\\\|/g, '|'))
    .filter((paragraph) => paragraph !== '');
}
