import type { UiLanguage } from '../../core/model/language.ts';

export const THEME_NAMES = ['dark', 'light', 'colour-blind', 'mono'] as const;
export const LAYOUTS = ['auto', 'split', 'inline'] as const;

export type ThemeName = (typeof THEME_NAMES)[number];
/** How a comparison is laid out; `auto` follows the width. */
export type LayoutChoice = (typeof LAYOUTS)[number];

/** Keys of the user's own, and where they are written. */
export interface KeySettings {
  readonly file: string;
  /** Commands by name, each with its keys; a sequence is written with spaces. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  readonly lines: Readonly<Record<string, number>>;
}

/** What the user's settings file says; the command line says it louder. */
export interface Settings {
  readonly uiLang?: UiLanguage;
  readonly theme?: ThemeName;
  readonly layout?: LayoutChoice;
  readonly ascii?: boolean;
  readonly screenReader?: boolean;
  readonly mouse?: boolean;
  readonly keys?: KeySettings;
}
