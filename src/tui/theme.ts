import { THEME_NAMES, type ThemeName } from '../app/settings/settings.ts';
import type { StyleName } from './layout/row.ts';
import type { Markers } from './layout/wrap.ts';
import { PLAIN_MARKERS } from './layout/wrap.ts';

export const THEMES = THEME_NAMES;

export type { ThemeName };

/** How a run of text looks; the names are those of Ink's `<Text>`. */
export interface Look {
  readonly color?: string;
  readonly backgroundColor?: string;
  readonly bold?: boolean;
  readonly dimColor?: boolean;
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
  readonly inverse?: boolean;
}

/** The signs we draw ourselves. */
export interface Glyphs {
  readonly rule: string;
  readonly column: string;
  /** Beside the further rows of the current clause. */
  readonly bar: string;
  readonly fold: string;
  readonly ellipsis: string;
  readonly arrow: string;
  readonly dot: string;
}

export interface Theme {
  readonly name: ThemeName;
  readonly looks: Readonly<Record<StyleName, Look>>;
  /** Where colour is absent, removed and added words stand between signs. */
  readonly markers: Markers | null;
  readonly glyphs: Glyphs;
}

const UNICODE: Glyphs = {
  rule: '─',
  column: '│',
  bar: '┃',
  fold: '···',
  ellipsis: '…',
  arrow: '→',
  dot: '·',
};
const ASCII: Glyphs = {
  rule: '-',
  column: '|',
  bar: '>',
  fold: '...',
  ellipsis: '...',
  arrow: '->',
  dot: '-',
};

const LINEAR: Glyphs = { ...ASCII, rule: '', column: ' ', bar: ' ' };

interface Palette {
  readonly removed: string;
  readonly added: string;
  readonly critical: string;
  readonly serious: string;
  readonly green: string;
  readonly moved: string;
  readonly note: string;
  readonly dim: string;
}

/** Removed and added differ in hue, in luminance and by a line: nobody has to tell colours apart. */
const PALETTES: Readonly<Record<Exclude<ThemeName, 'mono'>, Palette>> = {
  dark: {
    removed: '#ffc078',
    added: '#4d9fff',
    critical: '#ff8787',
    serious: '#ffd75f',
    green: '#87d787',
    moved: '#d7afff',
    note: '#87d7d7',
    dim: '#a8a8a8',
  },
  light: {
    removed: '#a85800',
    added: '#003c8f',
    critical: '#af0000',
    serious: '#875f00',
    green: '#005f00',
    moved: '#5f00af',
    note: '#005f5f',
    dim: '#5f5f5f',
  },
  // After Okabe and Ito (the blue darker than theirs, to differ in luminance): orange, blue, vermilion, yellow, bluish green, reddish purple.
  'colour-blind': {
    removed: '#e69f00',
    added: '#2a8fd8',
    critical: '#ff8c42',
    serious: '#f0e442',
    green: '#3fc1a0',
    moved: '#e3a3c7',
    note: '#9ecff0',
    dim: '#a8a8a8',
  },
};

/** The colours of a theme and the background they were chosen for; the contrast test reads them. */
export function paletteOf(name: Exclude<ThemeName, 'mono'>): { colours: Palette; background: string } {
  return { colours: PALETTES[name], background: name === 'light' ? '#ffffff' : '#000000' };
}

const coloured = (palette: Palette): Readonly<Record<StyleName, Look>> => ({
  plain: {},
  dim: { color: palette.dim },
  strong: { bold: true },
  heading: { bold: true },
  removed: { color: palette.removed, strikethrough: true },
  added: { color: palette.added, underline: true },
  critical: { color: palette.critical, bold: true },
  serious: { color: palette.serious, bold: true },
  green: { color: palette.green, bold: true },
  moved: { color: palette.moved },
  note: { color: palette.note },
  cursor: { inverse: true, bold: true },
  caret: { inverse: true },
  bar: { inverse: true },
  warning: { color: palette.critical, bold: true },
});

/** No colour at all: weight, lines, reverse and signs carry the meaning. */
const MONO: Readonly<Record<StyleName, Look>> = {
  plain: {},
  dim: {},
  strong: { bold: true },
  heading: { bold: true },
  removed: { strikethrough: true },
  added: { underline: true },
  critical: { bold: true },
  serious: { bold: true },
  green: { bold: true },
  moved: {},
  note: {},
  cursor: { inverse: true, bold: true },
  caret: { inverse: true },
  bar: { inverse: true },
  warning: { bold: true },
};

/** Which theme all open screens are drawn in; shared, so that a change on one shows on those below it. */
export interface ThemeChoice {
  current: ThemeName;
}

/** The theme of a choice, whatever that is at the moment of asking. */
export function chosenTheme(choice: ThemeChoice, { isAscii, isLinear, say }: Signs): Theme {
  const now = (): Theme => themeNamed(choice.current, isAscii);
  const spoken: Markers | null = isLinear
    ? { removed: [say('linear.removed'), ')'], added: [say('linear.added'), ')'] }
    : null;
  return {
    get name() {
      return now().name;
    },
    get looks() {
      return now().looks;
    },
    get markers() {
      return spoken ?? now().markers;
    },
    get glyphs() {
      return isLinear ? LINEAR : now().glyphs;
    },
  };
}

/** What a theme's signs depend on besides its name. */
interface Signs {
  readonly isAscii: boolean;
  /** For a screen reader: lines and bars are not read out, changes are named. */
  readonly isLinear: boolean;
  readonly say: (name: string) => string;
}

/** The theme after this one; without colours there is none but `mono`. */
export function themeAfter(name: ThemeName, hasColour: boolean): ThemeName {
  if (!hasColour) return 'mono';
  return THEMES[(THEMES.indexOf(name) + 1) % THEMES.length] ?? 'dark';
}

/** The theme by this name; `mono` is the one for `NO_COLOR`. */
export function themeNamed(name: ThemeName, isAscii = false): Theme {
  const glyphs = isAscii ? ASCII : UNICODE;
  if (name === 'mono') return { name, looks: MONO, markers: PLAIN_MARKERS, glyphs };
  return { name, looks: coloured(PALETTES[name]), markers: null, glyphs };
}
