import type { Change, Unit } from '../model/change.ts';
import type { Evidence } from '../model/flag.ts';
import { remember } from '../text/remember.ts';
import { findDescribed } from './described.ts';
import { findCourses } from './frames.ts';
import type { CompiledLexicon, Hit } from './lexicon.ts';
import { findParagraphs } from './paragraphs.ts';
import { findPartners } from './partners.ts';
import { findRanks } from './ranks.ts';
import { findMasks, findScopes, type Scopes } from './scopes.ts';
import { tokenize, type Token } from './tokens.ts';

/** A cue in its surroundings. */
export interface Sighting extends Hit {
  /** In a quotation, the title of an event or a cited text: mentioned, not said. */
  readonly isMasked: boolean;
  readonly isNegated: boolean;
  /** Named inside a limiter ("without touching …", "in liaison with …"): it bounds, it is not the task. */
  readonly isBounded: boolean;
  /** Holds a word that the other side has not. */
  readonly isChanged: boolean;
  readonly task: number;
}

/** A run of words with a verb of its own. */
export interface Task {
  readonly from: number;
  readonly to: number;
  readonly isChanged: boolean;
}

/** One side of a change: its words, what was found in them, and its tasks. */
export interface Side {
  readonly units: readonly Unit[];
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly changed: readonly boolean[];
  readonly sightings: readonly Sighting[];
  /** Words under a negation: denied, not said. */
  readonly negated: readonly boolean[];
  readonly tasks: readonly Task[];
  readonly heading: readonly Hit[];
}

/** Words between a conjunction and the verb of the task it begins. */
const VERB_REACH = 3;

const headings = new WeakMap<CompiledLexicon, (text: string) => readonly Hit[]>();
/** Headings remembered for each lexicon; every clause under one asks for it. */
const HEADING_LIMIT = 5_000;

function headingHits(text: string, lexicon: CompiledLexicon): readonly Hit[] {
  if (text === '') return [];
  let find = headings.get(lexicon);
  if (find === undefined) {
    find = remember((heading) => lexicon.find(tokenize(heading, lexicon.language), heading), HEADING_LIMIT);
    headings.set(lexicon, find);
  }
  return find(text);
}

/** Limits and safeguards are written with negations: "without duplicating", "must not affect privacy" deny nothing of themselves. */
const SELF_NEGATED = /^(?:lim\.(?:duplicate|protective)|safe\..*)$/u;

const BOUNDABLE = /^(obj|act|surv|sov|mach|norm|scope|core)\b/u;

/** All that is known of a text by itself: proposals repeat most of their base, and so it is remembered. */
interface ReadText {
  readonly tokens: readonly Token[];
  readonly hits: readonly Hit[];
  readonly masks: readonly boolean[];
  readonly scopes: Scopes;
  /** Words at which a task begins, in order. */
  readonly edges: readonly number[];
}

const readers = new WeakMap<CompiledLexicon, (text: string) => ReadText>();
/** Clauses remembered for each lexicon: those of a resolution and its proposals, many times over. */
const TEXT_LIMIT = 1_000;

function readerOf(lexicon: CompiledLexicon): (text: string) => ReadText {
  let reader = readers.get(lexicon);
  if (reader === undefined) {
    reader = remember((text) => readText(text, lexicon), TEXT_LIMIT);
    readers.set(lexicon, reader);
  }
  return reader;
}

function readText(text: string, lexicon: CompiledLexicon): ReadText {
  const tokens = tokenize(text, lexicon.language);
  const named = lexicon.find(tokens, text);
  const found = [...named, ...findDescribed(tokens, named, lexicon.described)];
  const partners = findPartners(tokens, withoutNames(found, []));
  const hits = [
    ...withoutNames(found, partners),
    ...findParagraphs(tokens, found),
    ...partners,
    ...findCourses(tokens, found),
    ...findRanks(tokens, found),
  ];
  return {
    tokens,
    hits,
    masks: findMasks(tokens, text, hits),
    scopes: findScopes(tokens, hits),
    edges: findEdges(tokens, hits),
  };
}

/** Reads one side of a change. The spans say which of its characters the other side has not. */
export function readSide(change: Change, side: 'base' | 'revised', lexicon: CompiledLexicon): Side {
  const units = change[side];
  const text = units.map((unit) => unit.text).join('\n');
  const { tokens, hits, masks, scopes, edges } = readerOf(lexicon)(text);
  const changed = changedTokens(change, side, tokens);
  const tasks = edges.map((from, index): Task => {
    const to = edges[index + 1] ?? tokens.length;
    return { from, to, isChanged: changed.slice(from, to).includes(true) };
  });
  const taskOf = new Array<number>(tokens.length).fill(-1);
  tasks.forEach((task, index) => taskOf.fill(index, task.from, task.to));
  const sightings = hits.map((hit): Sighting => ({
    concept: hit.concept,
    member: hit.member,
    from: hit.from,
    to: hit.to,
    isMasked: masks[hit.from] === true && !/^(cite|par)\b/u.test(hit.concept),
    isNegated: scopes.negated[hit.from] === true && !SELF_NEGATED.test(hit.concept),
    isBounded: scopes.bounded[hit.from] === true && BOUNDABLE.test(hit.concept),
    isChanged: holdsChange(changed, hit),
    task: taskOf[hit.from] ?? -1,
  }));
  const headingText = units[0]?.heading ?? '';
  const heading = headingHits(headingText, lexicon);
  return { units, text, tokens, changed, sightings, negated: scopes.negated, tasks, heading };
}

const holdsChange = (changed: readonly boolean[], hit: Hit): boolean => {
  for (let i = hit.from; i < hit.to; i++) if (changed[i] === true) return true;
  return false;
};

/** "Regional Internet registries" names a body, "content providers" in a list a party: neither is an object. */
function withoutNames(hits: readonly Hit[], partners: readonly Hit[]): readonly Hit[] {
  const names = hits.filter((hit) => /^(?:ms|actor\.(?:named|technical|civil|academia))$/u.test(hit.concept));
  return hits.filter((hit) => {
    if (hit.concept === 'actor.everyone')
      return !names.some((name) => name.concept === 'ms' && name.from <= hit.from && name.to >= hit.to);
    if (!/^(?:obj|norm|act|mach)\b/u.test(hit.concept)) return true;
    if (names.some((name) => name.concept !== 'ms' && name.from <= hit.from && name.to >= hit.to))
      return false;
    return (
      hit.concept !== 'obj.policy' || !partners.some((party) => party.from < hit.to && party.to > hit.from)
    );
  });
}

function changedTokens(change: Change, side: 'base' | 'revised', tokens: readonly Token[]): boolean[] {
  const own = side === 'base' ? 'delete' : 'insert';
  const changed = tokens.map(() => false);
  let offset = 0;
  let index = 0;
  for (const span of change.spans) {
    if (span.op !== 'equal' && span.op !== own) continue;
    const end = offset + span.text.length;
    while (index > 0 && (tokens[index - 1]?.end ?? 0) > offset) index--;
    for (; index < tokens.length && (tokens[index]?.start ?? 0) < end; index++)
      if (span.op === own && (tokens[index]?.end ?? 0) > offset) changed[index] = true;
    offset = end;
  }
  return changed;
}

function findEdges(tokens: readonly Token[], hits: readonly Hit[]): readonly number[] {
  const starts = new Set<number>([0]);
  // "and of the regions" goes on with a list; "and to manage" begins a task.
  const verbs = new Set(hits.filter((hit) => hit.concept.startsWith('act.')).map((hit) => hit.from));
  for (const hit of hits) {
    if (hit.concept !== 'task.break' && hit.concept !== 'task.or') continue;
    for (let i = hit.from; i < hit.to + VERB_REACH; i++) if (verbs.has(i)) starts.add(hit.from);
  }
  tokens.forEach((token, index) => {
    if (';:؛；：'.includes(token.stop) && token.stop !== '') starts.add(index + 1);
  });
  return [...starts].filter((at) => at < tokens.length).sort((a, b) => a - b);
}

/** A sighting that says what it says: not mentioned, not denied, not the bound of something else. */
export function isLive(sighting: Sighting): boolean {
  return !sighting.isMasked && !sighting.isNegated && !sighting.isBounded;
}

/** Where a run of words stands, in the clause's own offsets. */
export function placeOf(side: Side, name: 'base' | 'revised', from: number, to: number): Evidence | null {
  let start = side.tokens[from]?.start ?? 0;
  let end = side.tokens[to - 1]?.end ?? 0;
  for (const unit of side.units) {
    if (start < unit.text.length) {
      end = Math.min(end, unit.text.length);
      return { side: name, path: unit.path, start, end, text: unit.text.slice(start, end) };
    }
    start -= unit.text.length + 1;
    end -= unit.text.length + 1;
  }
  return null;
}
