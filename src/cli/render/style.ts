import { styleText } from 'node:util';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { sanitise } from '../../core/text/sanitise.ts';

/** How plain reports are set: with colours, or with signs where there are none. */
export interface Style {
  readonly width: number;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly deleted: (text: string) => string;
  readonly inserted: (text: string) => string;
}

const plain = (text: string): string => text;

/** Colours for a terminal, or `[-removed-]{+added+}` where colour is not wanted. Blue and orange differ in luminance too. */
export function makeStyle(isColoured: boolean, width: number): Style {
  if (!isColoured) {
    return {
      width,
      bold: plain,
      dim: plain,
      red: plain,
      green: plain,
      deleted: (text) => `[-${text}-]`,
      inserted: (text) => `{+${text}+}`,
    };
  }
  return {
    width,
    bold: (text) => styleText('bold', text),
    dim: (text) => styleText('dim', text),
    red: (text) => styleText(['bold', 'red'], text),
    green: (text) => styleText('cyan', text),
    deleted: (text) => styleText(['yellow', 'strikethrough'], text),
    inserted: (text) => styleText(['blue', 'underline'], text),
  };
}

/** Words of a document made harmless for a terminal. */
export const safe = (text: string): string => sanitise(text);

/** A text under its label: the first line beside it, the others indented alike. Wraps at spaces only. */
export function hang(label: string, text: string, indent: number, style: Style): string {
  const lead = ' '.repeat(indent);
  const gap = label === '' ? '' : label.padEnd(Math.max(3, stringWidth(label) + 1));
  const room = Math.max(20, style.width - indent - stringWidth(gap));
  return wrapAnsi(text, room, { hard: true, trim: true })
    .split('\n')
    .map((line, at) => (at === 0 ? lead + gap : lead + ' '.repeat(stringWidth(gap))) + line)
    .join('\n');
}
