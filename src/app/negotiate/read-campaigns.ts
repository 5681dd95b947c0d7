import { compareResolutions } from '../../core/diff/compare-resolutions.ts';
import { findCampaigns, type Campaign, type CampaignText } from '../../core/negotiate/find-campaigns.ts';
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

/** Campaigns over the whole library, or one resolution, in one language (English when none is named). */
export async function readCampaigns(
  resolution: string | undefined,
  context: Context,
): Promise<readonly Campaign[]> {
  const { library } = context;
  const wanted = resolution === undefined ? library.resolutions : [findResolution(library, resolution)];
  const language = context.language ?? 'en';
  const texts: CampaignText[] = [];
  for (const one of wanted) {
    for (const text of one.texts) {
      const base = baseOf(one, text);
      const from = one.texts.find(({ id }) => id === base);
      if (base === undefined || text.action === 'NOC' || text.action === 'SUP') continue;
      if (!text.files.has(language) || from?.files.has(language) !== true) continue;
      const [before, after] = [
        await openText(base, context, { preferred: language }),
        await openText(text.id, context, { preferred: language }),
      ];
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
  return findCampaigns(texts);
}
