const ORDINAL = 'bis|ter|quater|quinquies|sexies|septies|octies|novies|decies';
/** `1`, `1.2`, `1bis`, `a)`, `b)bis`, `bbis)`, `(a)`, `أ )`, `–`: what may stand before the tab of a clause. */
const LABEL = new RegExp(
  `^[ \\u00a0]*(` +
    `[\\u2022\\u25cf\\u25aa\\u25e6\\u2013\\u2014\\u2012\\u2212\\u00b7*-]` +
    `|\\(?\\d{1,4}(?:[.\\u2011-]\\d{1,3})*(?:${ORDINAL})?[A-Z]?[ \\u00a0]?[.)]?(?:${ORDINAL})?` +
    `|\\(?\\p{L}{1,5}\\p{M}*(?:${ORDINAL})?[ \\u00a0]?[)\\uff09](?:${ORDINAL})?` +
    `)[ \\u00a0]*\\t[ \\t\\u00a0]*`,
  'iu',
);

/** The label typed before a tab at the start of a clause, and how many characters label and tab take; else null. */
export function typedLabel(text: string): { readonly label: string; readonly length: number } | null {
  const match = LABEL.exec(text);
  const label = match?.[1];
  return match === null || label === undefined ? null : { label: label.trim(), length: match[0].length };
}
