import { basename } from 'node:path';
import type { Body, Resolution } from '../../core/model/resolution.ts';
import type { Proposal, ProposalHeader } from '../../io/import/header-block.ts';

/** What the folders of a body's resolutions and meetings begin with: `wtsa-64`, `wtsa-24`. */
export const BODY_NAMES: Readonly<Record<Body, string>> = {
  WTSA: 'wtsa',
  PP: 'pp',
  WTDC: 'wtdc',
  WTPF: 'wtpf',
  Council: 'council',
  UNGA: 'unga',
  ITR: 'itr',
};

/** Letters, digits and dashes only, so that a name never becomes a path. */
export const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');

/** Where a text belongs in the library: `wtsa-64`, and `2022-geneva` or `wtsa-24/eur-38a12`. */
export interface TextPlace {
  readonly resolution: string;
  readonly text: string;
}

const resolutionId = (resolution: Resolution, meeting: string | null, file: string): string => {
  const body =
    resolution.body === null ? (meeting?.replace(/-\d+$/, '') ?? 'text') : BODY_NAMES[resolution.body];
  const number = slug(resolution.number ?? '') || slug(basename(file).replace(/\..*$/, '')) || 'unnamed';
  return `${body}-${number}`;
};

/** `2022-geneva`; `undated` where the text does not say. */
export function revisionKey({ revision }: Resolution): string {
  return revision === null ? 'undated' : `${revision.year}-${slug(revision.place) || 'unnamed'}`;
}

/** The place of an adopted text, or of a draft that nobody tabled. */
export function placeOfText(resolution: Resolution, isDraft: boolean, file: string): TextPlace {
  const key = revisionKey(resolution);
  return { resolution: resolutionId(resolution, null, file), text: isDraft ? `${key}-draft` : key };
}

/** `EUR/38A12/1` is filed as `eur-38a12`, the second proposal of that document as `eur-38a12-2`. */
const symbolKey = ({ symbol, action }: Proposal, file: string): string => {
  if (symbol === null) return slug(`${basename(file).replace(/\..*$/, '')}-${action}`);
  const document = `${symbol.document}${symbol.addendum === null ? '' : `a${symbol.addendum}`}`;
  return slug([...symbol.sponsors, document, ...(symbol.number === 1 ? [] : [symbol.number])].join('-'));
};

/** The meeting a proposal was tabled at, by its header, else by the body and the year of its text. */
export function meetingOf(resolution: Resolution, header: ProposalHeader, named: string | null): string {
  if (header.meeting !== null) return header.meeting;
  if (named !== null) return named;
  const body = resolution.body === null ? 'meeting' : BODY_NAMES[resolution.body];
  const year = resolution.revision?.year;
  // The assembly numbered 20 met in 2022, the one numbered 8 in 2008: their texts carry the year they met.
  const count = year === 2022 && body === 'wtsa' ? '20' : String(year ?? 0).slice(-2);
  return year === undefined ? body : `${body}-${count}`;
}

/** The place of a proposal: under its resolution, by meeting and symbol. */
export function placeOfProposal(
  resolution: Resolution,
  proposal: Proposal,
  meeting: string,
  file: string,
): TextPlace {
  return {
    resolution: resolutionId(resolution, meeting, file),
    text: `${slug(meeting)}/${symbolKey(proposal, file)}`,
  };
}
