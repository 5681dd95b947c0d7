import { readSymbol } from '../../io/import/proposal-symbol.ts';
import { textKey } from '../../io/library/front-matter.ts';
import { nearest } from '../../io/library/suggest.ts';
import { revisionKey, slug } from '../import/place-text.ts';
import { hasClauses, type Problem, type ReadText } from './filed-text.ts';

const KINDS = ['adopted', 'proposal', 'draft'];
const ACTIONS = ['ADD', 'MOD', 'SUP', 'NOC'];

/** The line of a front matter key; 1 where it is not there. */
const lineOfKey = (raw: string, key: string): number => {
  const at = raw.split('\n').findIndex((line) => line.startsWith(`${key}:`));
  return at === -1 ? 1 : at + 1;
};

/** The part of a library id below the resolution: `2022-geneva`, `wtsa-24/eur-38a12`. */
const nameOf = (id: string): string => id.slice(id.indexOf('@') + 1);

/** Front matter against the text, the file's place and the rest of the library. */
export function checkFrontMatter(read: ReadText): Problem[] {
  const { path, keys, raw, resolution, filing } = read;
  const problems: Problem[] = [];
  const own = (name: string) => textKey(keys, name);
  const add = (code: string, key: string, message: string) =>
    problems.push({ path, line: lineOfKey(raw, key), code, message });

  const kind = own('kind');
  const action = own('action');
  if (kind === undefined) {
    if (filing !== null)
      add('kind-missing', 'kind', `the front matter names no kind: there is ${KINDS.join(', ')}`);
  } else if (!KINDS.includes(kind))
    add('kind-unknown', 'kind', `no kind "${kind}": there is ${KINDS.join(', ')}`);
  if (kind === 'adopted' && resolution.isDraft)
    add('kind-draft', 'kind', 'filed as adopted, but the number line says that it is a draft');
  if (kind === 'adopted' && action !== undefined)
    add('kind-action', 'action', `an adopted text has no action (${action}): is it a proposal?`);
  if (action !== undefined && !ACTIONS.includes(action))
    add('action-unknown', 'action', `no action "${action}": there is ${ACTIONS.join(', ')}`);
  if ((action === 'NOC' || action === 'SUP') && hasClauses(resolution))
    add(
      'action-with-clauses',
      'action',
      `${action} proposes no text, but clauses stand below: is it MOD or ADD?`,
    );
  if ((action === 'MOD' || action === 'ADD') && !hasClauses(resolution))
    add('action-without-clauses', 'action', `${action} proposes a text, but no clause stands below`);

  const symbol = own('symbol');
  const parsed = symbol === undefined ? null : readSymbol(symbol);
  if (symbol !== undefined && parsed?.length !== symbol.length)
    add('symbol-unknown', 'symbol', `"${symbol}" is no symbol of a proposal (EUR/45A12/1)`);
  const sponsor = own('sponsor');
  if (parsed !== null && sponsor !== undefined && sponsor !== parsed.sponsors.join('/'))
    add(
      'symbol-sponsor',
      'sponsor',
      `the sponsor is ${sponsor}, but the symbol says ${parsed.sponsors.join('/')}`,
    );

  const { number, year, place } = { number: own('number'), year: own('year'), place: own('place') };
  if (number !== undefined && number !== resolution.number)
    add(
      'number-differs',
      'number',
      `the number is ${number}, but the text says ${resolution.number ?? 'none'}`,
    );
  if (year !== undefined && year !== String(resolution.revision?.year ?? ''))
    add(
      'year-differs',
      'year',
      `the year is ${year}, but the text says ${resolution.revision?.year ?? 'none'}`,
    );
  if (place !== undefined && slug(place) !== slug(resolution.revision?.place ?? ''))
    add(
      'place-differs',
      'place',
      `the place is ${place}, but the text says ${resolution.revision?.place ?? 'none'}`,
    );
  if (filing !== null) problems.push(...checkPlace(read), ...checkBase(read));
  return problems;
}

/** The text and its front matter against the folder and the name of its file. */
const checkPlace = ({ path, keys, raw, resolution, filing, language }: ReadText): Problem[] => {
  if (filing === null) return [];
  const problems: Problem[] = [];
  const add = (code: string, line: number, message: string) => problems.push({ path, line, code, message });
  const { text } = filing;
  const kind = textKey(keys, 'kind');
  const first = resolution.children[0]?.children[0]?.position?.start.line ?? 1;

  const [, body = '', folderNumber = ''] = /^([a-z]+)-(.+)$/.exec(filing.resolution.id) ?? [];
  if (resolution.number !== null && folderNumber !== '' && slug(resolution.number) !== folderNumber)
    add(
      'number-path',
      first,
      `the text is number ${resolution.number}, but its folder is ${filing.resolution.id}`,
    );
  if (resolution.body !== null && body !== '' && body !== 'text' && resolution.body.toLowerCase() !== body)
    add('body-path', first, `the text is by ${resolution.body}, but its folder is ${filing.resolution.id}`);

  if (text.meeting !== null && kind === 'adopted')
    add('kind-path', lineOfKey(raw, 'kind'), `an adopted text among the proposals of ${text.meeting}`);
  if (text.meeting === null && kind === 'proposal')
    add('kind-path', lineOfKey(raw, 'kind'), 'a proposal outside of the folder of its meeting');
  const meeting = textKey(keys, 'meeting');
  if (meeting !== undefined && text.meeting !== null && meeting !== text.meeting)
    add(
      'meeting-path',
      lineOfKey(raw, 'meeting'),
      `the meeting is ${meeting}, but the folder is ${text.meeting}`,
    );

  const name = nameOf(text.id);
  if (kind === 'adopted' && resolution.revision !== null && text.meeting === null) {
    const wanted = revisionKey(resolution);
    const isOther = language === 'en' ? name !== wanted : !name.startsWith(`${resolution.revision.year}-`);
    if (/^\d{4}-/.test(name) && isOther)
      add(
        'revision-path',
        first,
        `the text says ${resolution.revision.place}, ${resolution.revision.year}, but the file is ${name}`,
      );
  }
  const written = textKey(keys, 'symbol');
  const symbol = written === undefined ? null : readSymbol(written);
  if (symbol !== null && text.meeting !== null) {
    const document = `${symbol.document}${symbol.addendum === null ? '' : `a${symbol.addendum}`}`;
    const wanted = slug([...symbol.sponsors, document].join('-'));
    const file = name.slice(text.meeting.length + 1);
    if (file !== wanted && !file.startsWith(`${wanted}-`))
      add(
        'symbol-path',
        lineOfKey(raw, 'symbol'),
        `${symbol.symbol} would be filed as ${wanted}, but the file is ${file}`,
      );
  }
  return problems;
};

/** The base that a proposal names must be there, in its language. */
const checkBase = ({ path, keys, raw, filing, language, resolution }: ReadText): Problem[] => {
  if (filing === null) return [];
  const kind = textKey(keys, 'kind');
  const action = textKey(keys, 'action');
  const base = textKey(keys, 'base');
  if (base === undefined) {
    if (kind !== 'proposal' || action === 'ADD' || (action === undefined && resolution.isDraft)) return [];
    const message = 'the front matter names no base: which adopted text does the proposal start from?';
    return [{ path, line: lineOfKey(raw, 'kind'), code: 'base-not-named', message }];
  }
  const line = lineOfKey(raw, 'base');
  const found = filing.resolution.texts.find((text) => nameOf(text.id) === base);
  if (found === undefined) {
    const names = filing.resolution.texts
      .filter((text) => text.kind === 'adopted')
      .map(({ id }) => nameOf(id));
    const near = nearest(base, names);
    const hint = near.length === 0 ? 'import it first' : `did you mean ${near.join(', ')}?`;
    return [{ path, line, code: 'base-missing', message: `the base ${base} is not in the library: ${hint}` }];
  }
  if (language === undefined || found.files.has(language)) return [];
  return [{ path, line, code: 'base-language', message: `the base ${base} is not there in "${language}"` }];
};
