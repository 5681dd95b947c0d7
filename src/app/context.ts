import type { Language, UiLanguage } from '../core/model/language.ts';
import type { Library } from '../io/library/library.ts';

/** What every use case needs to know of the call: where the texts are, which languages are wanted. */
export interface Context {
  readonly library: Library;
  /** Language of the texts, when the user named one. */
  readonly language: Language | undefined;
  /** Language the program speaks. */
  readonly uiLanguage: UiLanguage;
  /** Encoding of text files, when the user named one. */
  readonly encoding?: string;
  /** Folder of the user's rule pack, when one was named. */
  readonly rules?: string;
}
