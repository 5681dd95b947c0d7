import data from '../../../data/instruments.yaml';
import type { Localised } from '../model/flag.ts';
import type { UiLanguage } from '../model/language.ts';

/** What is known of a text that a flag rests on or that a rule learnt from. */
export interface Instrument {
  /** In English; `fr` is how French texts cite it. */
  readonly citation: string;
  readonly fr?: string;
  /** `checked` in the source; `general` knowledge is cited but not paraphrased. */
  readonly status: 'checked' | 'general';
  readonly gist?: Localised;
}

// The one edge where the data gets its type; a test holds every basis and source of the pack to it.
const INSTRUMENTS = data as Readonly<Record<string, Instrument>>;

const knownAs = (id: string): Instrument | undefined =>
  Object.hasOwn(INSTRUMENTS, id) ? INSTRUMENTS[id] : undefined;

/** How an instrument is cited in English ("Tunis Agenda, paragraph 35"); an id nobody described is its own name. */
export function citeInstrument(id: string): string {
  return knownAs(id)?.citation ?? id;
}

/** An instrument as a list of sources needs it: cited, what it says, and whether that was checked in the source. */
export function describeInstrument(
  id: string,
  language: UiLanguage,
): { readonly citation: string; readonly gist: string | null; readonly isChecked: boolean } {
  const known = knownAs(id);
  return {
    citation: (language === 'fr' ? known?.fr : undefined) ?? known?.citation ?? id,
    gist: known?.gist?.[language] ?? null,
    isChecked: known?.status === 'checked',
  };
}

/** Instruments as a reader needs them: cited, and what each says in a few words where that was checked in the source. */
export function instrumentWords(ids: readonly string[], language: UiLanguage): string {
  return ids
    .map((id) => {
      const { citation, gist, isChecked } = describeInstrument(id, language);
      return gist === null || !isChecked ? citation : `${citation} (${gist})`;
    })
    .join('; ');
}
