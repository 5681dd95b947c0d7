import type { Language } from '../core/model/language.ts';
import type { Message } from '../core/model/message.ts';
import type { ComparedText, TextFacts } from '../core/model/report.ts';
import type { Resolution } from '../core/model/resolution.ts';
import type { SourceDocument } from '../core/model/source.ts';
import { buildResolution, isResolution } from '../core/parse/build-resolution.ts';
import { readMarkdown } from '../core/parse/parse-markdown.ts';
import { splitProposals, type Proposal } from '../io/import/header-block.ts';
import { isTracked, linesOf, readSource, type Side, type Source } from '../io/import/read-source.ts';
import { partFrontMatter, textKey } from '../io/library/front-matter.ts';
import { UserError } from '../io/user-error.ts';
import type { Context } from './context.ts';
import { fetchText, type Fetched } from './fetch-text.ts';
import { settleFlattened } from './settle-flattened.ts';

type Keys = Readonly<Record<string, unknown>>;

const factsOf = (name: string, keys: Keys): TextFacts => {
  const kind = textKey(keys, 'kind');
  const [sponsor, symbol, action] = ['sponsor', 'symbol', 'action'].map((key) => textKey(keys, key));
  return {
    name,
    kind: kind === 'adopted' || kind === 'proposal' ? kind : 'draft',
    isModel: textKey(keys, 'status') === 'model',
    ...(sponsor === undefined ? {} : { sponsor }),
    ...(symbol === undefined ? {} : { symbol }),
    ...(action === undefined ? {} : { action }),
  };
};

/** What a proposal document says of its proposal. */
const proposalKeys = ({ symbol, action }: Proposal): Keys => ({
  kind: 'proposal',
  action,
  ...(symbol === null ? {} : { symbol: symbol.symbol, sponsor: symbol.sponsors.join('/') }),
});

/** Lines of a text that stood below front matter keep their numbers. */
const belowFrontMatter = (body: string, raw: string): string =>
  '\n'.repeat(raw.split('\n').length - 1) + body;

interface Parsed {
  readonly keys: Keys;
  readonly resolution: Resolution;
  /** The lines that the resolution was read from. */
  readonly document: SourceDocument;
  readonly messages: readonly Message[];
}

const severalProposals = (proposals: readonly Proposal[], taken: Proposal): Message => ({
  code: 'several-proposals',
  message: `the document holds ${proposals.length} proposals; this is ${taken.symbol?.symbol ?? taken.action}: import it to have them all`,
  line: taken.line,
});

const parseSource = async (
  source: Source,
  side: Side,
  file: string,
  language: Language | undefined,
): Promise<Parsed> => {
  const options = language === undefined ? {} : { language };
  if (source.format === 'markdown') {
    const { keys, raw, body } = partFrontMatter(source.text, file);
    const below = belowFrontMatter(body, raw);
    return { keys, ...readMarkdown(below, options), messages: [] };
  }
  const document = await linesOf(source, side);
  const { proposals } = splitProposals(document.lines);
  const taken = proposals.find(({ lines }) => lines.length > 4) ?? proposals[0];
  if (taken === undefined)
    return { keys: {}, resolution: buildResolution(document, options), document, messages: [] };
  const own = { ...document, lines: taken.lines };
  return {
    keys: proposalKeys(taken),
    resolution: buildResolution(own, options),
    document: own,
    messages: proposals.length > 1 ? [severalProposals(proposals, taken)] : [],
  };
};

const noResolution = (file: string): UserError =>
  new UserError(
    `${file} holds no resolution: no number line and no known heading ("considering", "resolves" …)`,
    {
      hint: 'check the file, or say its language with --lang',
    },
  );

const toText = async (
  name: string,
  fetched: Fetched,
  source: Source,
  side: Side,
  base?: ComparedText,
): Promise<ComparedText> => {
  const parsed = await parseSource(source, side, fetched.file, fetched.language);
  const { keys, messages } = parsed;
  const resolution = settleFlattened(fetched.file, parsed.document, parsed.resolution, base);
  if (!isResolution(resolution)) throw noResolution(fetched.file);
  const told = [...source.warnings, ...messages, ...resolution.messages];
  return {
    facts: { ...factsOf(name, keys), source: source.format },
    resolution: { ...resolution, messages: told },
  };
};

export interface OpenOptions {
  /** Which side of tracked changes; the accepted one by default. */
  readonly side?: Side;
  /** Language to take from the library when the user named none: that of the text it is compared with. */
  readonly preferred?: Language;
  /** The text it is compared with: a copy whose tracked changes were run together is taken apart with it. */
  readonly base?: ComparedText;
}

/** Opens one text by the name the user gave. Throws a UserError when there is none, or it holds no resolution. */
export async function openText(
  name: string,
  context: Context,
  { side = 'accept', preferred, base }: OpenOptions = {},
): Promise<ComparedText> {
  const fetched = await fetchText(name, context, preferred);
  const source = await readSource(fetched.bytes, fetched.file, context);
  return toText(name, fetched, source, side, base);
}

/** Both texts of one document with tracked changes: rejected and accepted. A UserError when it has none. */
export async function openTracked(
  name: string,
  context: Context,
): Promise<readonly [base: ComparedText, revised: ComparedText]> {
  const fetched = await fetchText(name, context);
  const source = await readSource(fetched.bytes, fetched.file, context);
  if (!(await isTracked(source))) {
    throw new UserError(`${fetched.file} has no tracked changes`, {
      hint: 'name a second text to compare it with',
    });
  }
  const base = await toText(name, fetched, source, 'reject');
  return [
    { ...base, facts: { ...base.facts, name: `${name} (rejected)` } },
    await toText(name, fetched, source, 'accept'),
  ];
}
