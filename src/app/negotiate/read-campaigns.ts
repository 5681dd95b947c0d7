import { compareResolutions } from '../../core/diff/compare-resolutions.ts';
import { LANGUAGES, type Language } from '../../core/model/language.ts';
import {
  findCampaigns,
  joinCampaigns,
  type Campaign,
  type CampaignText,
} from '../../core/negotiate/find-campaigns.ts';
import { newResolutionBase } from '../../core/negotiate/negotiation.ts';
import type { LibraryResolution, LibraryText } from '../../io/library/library.ts';
import type { Context } from '../context.ts';
import { openText } from '../open-text.ts';
import { findResolution } from './open-negotiation.ts';

/** The base of a text: what it says itself, for an adopted one the revision before. */
const baseOf = ({ texts }: LibraryResolution, text: LibraryText): string | undefined => {
  const adopted = texts.filter(({ kind }) => kind === 'adopted');
  if (text.kind === 'adopted') return adopted[adopted.indexOf(text) - 1]?.id;
  return text.base ?? adopted[adopted.length - 1]?.id;
};

const yearOf = ({ id, meeting }: LibraryText): number => {
  const two = /-(\d{2})$/.exec(meeting ?? '')?.[1];
  return two === undefined ? Number(/@(\d{4})/.exec(id)?.[1] ?? 0) : 2000 + Number(two);
};

const textsIn = async (
  wanted: readonly LibraryResolution[],
  language: Language,
  context: Context,
): Promise<CampaignText[]> => {
  const texts: CampaignText[] = [];
  for (const one of wanted) {
    for (const text of one.texts) {
      if (!text.files.has(language) || text.action === 'NOC' || text.action === 'SUP') continue;
      const after = await openText(text.id, context, { preferred: language });
      const base = text.action === 'ADD' ? undefined : baseOf(one, text);
      const from = one.texts.find(({ id }) => id === base);
      // All of a new resolution is put in; the first revision of one that is there was not put into anything.
      if (text.action !== 'ADD' && from?.files.has(language) !== true) continue;
      const before =
        base === undefined
          ? newResolutionBase(after)
          : await openText(base, context, { preferred: language });
      texts.push({
        id: text.id,
        resolution: one.id,
        sponsor: text.sponsor ?? null,
        year: yearOf(text),
        text: after,
        comparison: compareResolutions(before.resolution, after.resolution),
      });
    }
  }
  return texts;
};

/** Campaigns over the whole library, or one resolution: in the language named, else in all there are, English first. */
export async function readCampaigns(
  resolution: string | undefined,
  context: Context,
): Promise<readonly Campaign[]> {
  const { library } = context;
  const wanted = resolution === undefined ? library.resolutions : [findResolution(library, resolution)];
  const there = new Set(wanted.flatMap(({ texts }) => texts.flatMap(({ files }) => [...files.keys()])));
  const languages =
    context.language === undefined ? LANGUAGES.filter((one) => there.has(one)) : [context.language];
  const found: Campaign[][] = [];
  for (const language of languages) found.push(findCampaigns(await textsIn(wanted, language, context)));
  return joinCampaigns(found);
}
