/**
 * A table as one text: a Markdown table, a row a line, paragraphs of a cell parted by `<br>`, pipes escaped.
 * Empty rows are kept, so that nothing moves; the first row stands as the head.
 */
export function tableText(rows: readonly (readonly string[])[]): string {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const lines = rows.map((row) => {
    const cells = Array.from({ length: width }, (_, index) =>
      (row[index] ?? '')
        .trim()
        .replace(/\|/g, '\\|')
        .replace(/\s*\n\s*/g, '<br>')
        .replace(/\t/g, ' '),
    );
    return `| ${cells.join(' | ')} |`;
  });
  const rule = `|${' --- |'.repeat(width)}`;
  return [lines[0] ?? '', rule, ...lines.slice(1)].join('\n');
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
