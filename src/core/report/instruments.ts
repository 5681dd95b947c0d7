import data from '../../../data/instruments.yaml';
import type { Localised } from '../model/flag.ts';
import type { UiLanguage } from '../model/language.ts';

/** What is known of a text that a flag rests on or that a rule learnt from. */
export interface Instrument {
  readonly citation: string;
  /** `checked` in the source; `general` knowledge is cited but not paraphrased. */
  readonly status: 'checked' | 'general';
  readonly gist?: Localised;
}

// The one edge where the data gets its type; a test holds every basis and source of the pack to it.
const INSTRUMENTS = data as Readonly<Record<string, Instrument>>;

/** How an instrument is cited ("Tunis Agenda, paragraph 35"); an id nobody described is its own name. */
export function citeInstrument(id: string): string {
  return INSTRUMENTS[id]?.citation ?? id;
}

/** Instruments as a reader needs them: cited, and what each says in a few words where that was checked in the source. */
export function instrumentWords(ids: readonly string[], language: UiLanguage): string {
  return ids
    .map((id) => {
      const known = INSTRUMENTS[id];
      if (known === undefined) return id;
      const gist = known.status === 'checked' ? known.gist?.[language] : undefined;
      return gist === undefined ? known.citation : `${known.citation} (${gist})`;
    })
    .join('; ');
}
