import type { ComparedText } from '../model/report.ts';

/** What a text is, in few words, for JSON. */
export function headFacts({ facts, resolution }: ComparedText) {
  return {
    name: facts.name,
    kind: facts.kind,
    model: facts.isModel,
    ...(facts.sponsor === undefined ? {} : { sponsor: facts.sponsor }),
    ...(facts.symbol === undefined ? {} : { symbol: facts.symbol }),
    number: resolution.number,
    language: resolution.language,
    title: resolution.title,
    revision: resolution.revision,
  };
}
