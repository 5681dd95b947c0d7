import type { MarkedText } from '../model/resolution.ts';
import type { Message } from '../model/message.ts';
import type { SourceLine } from '../model/source.ts';
import {
  isFirst,
  isSuccessor,
  readBareLabel,
  readLabel,
  settleLabel,
  type Label,
  type LabelReading,
} from '../text/labels.ts';
import { joinMarked, sliceMarked, trimMarked } from '../text/marks.ts';

/** A clause before it has a path. */
export interface ClauseDraft {
  readonly label: string | null;
  readonly depth: number;
  readonly lines: readonly SourceLine[];
  readonly paragraphs: MarkedText[];
  readonly children: ClauseDraft[];
}

/** A line that is no clause and the clause it stands after. */
export interface StrayDraft {
  readonly line: SourceLine;
  readonly after: ClauseDraft | null;
}

/** The clauses between two boundaries: one heading, or the place where one must have been lost. */
export interface ClauseGroup {
  /** Line of the first clause; the heading itself for the first group. */
  readonly line: SourceLine | null;
  readonly clauses: readonly ClauseDraft[];
  readonly strays: readonly StrayDraft[];
  /** True when the list counts with figures, as operative clauses do. */
  readonly isNumbered: boolean;
}

export interface Nested {
  readonly groups: readonly ClauseGroup[];
  readonly odd: readonly Message[];
}

/** A line under a heading, and whether it is a clause's. */
export interface BodyLine {
  readonly line: SourceLine;
  readonly isStray: boolean;
}

interface Level {
  readonly reading: LabelReading | null;
  readonly clause: ClauseDraft;
}

interface Labelled {
  readonly line: SourceLine;
  readonly label: Label | null;
  /** The line's words without its label. */
  readonly text: MarkedText;
  readonly isStray: boolean;
}

/** A number that jumps further than this over the last one is a figure of the text, not a label. */
const LONGEST_GAP = 9;

const isPlainNumber = (reading: LabelReading): boolean =>
  reading.series === 'number' && reading.style === '1';

const marked = ({ text, marks }: MarkedText): MarkedText => ({ text, marks });

const withLabel = ({ line, isStray }: BodyLine): Labelled => {
  if (isStray) return { line, label: null, text: marked(line), isStray };
  if (line.placed !== undefined) return { ...placedLabel(line), line, isStray };
  if (line.label !== null) {
    const label = readBareLabel(line.label);
    if (label !== null) return { line, label, text: marked(line), isStray };
    return { line, label, text: wholeText(line), isStray };
  }
  const label = readLabel(line.text);
  if (label === null) return { line, label, text: marked(line), isStray };
  return { line, label, text: trimMarked(sliceMarked(line, label.length)), isStray };
};

/** The label that a marker names stands at the start of the words as well, for those who read the Markdown. */
const placedLabel = (line: SourceLine): { label: Label | null; text: MarkedText } => {
  const placed = line.placed?.role === 'clause' ? line.placed : null;
  if (placed?.label == null) return { label: null, text: marked(line) };
  const { label: own } = placed;
  const text = line.text.startsWith(own) ? trimMarked(sliceMarked(line, own.length)) : marked(line);
  const read = readBareLabel(own);
  return {
    label: { label: own, readings: read?.readings ?? [], rest: text.text, length: 0, isGlued: false },
    text,
  };
};

/** `1.2` stands under `1`: true when the values of `child` are those of `parent` and one more. */
const isDecimalChild = (parent: LabelReading, child: LabelReading): boolean =>
  parent.series === 'number' &&
  child.series === 'number' &&
  child.values.length === parent.values.length + 1 &&
  parent.values.every((value, at) => {
    const isLast = at === parent.values.length - 1;
    return (isLast ? value + parent.inserted / 100 : value) === child.values[at];
  });

const sameSeries = (a: LabelReading, b: LabelReading): boolean =>
  a.series === b.series && a.style === b.style;

const lastValue = (reading: LabelReading): number => reading.values[reading.values.length - 1] ?? 0;

/**
 * Turns the lines under one heading into clauses. Depth comes from the labels alone: a label goes on the
 * innermost open series it continues, opens a series of its own below, or, fitting nowhere, is a quoted
 * provision's and stays in the words of the clause before. `i)` after `h)` is the ninth letter unless `ii)`
 * follows. A list that starts again though no heading stands between begins a new group.
 * Law: every line stands in a clause or a stray, in order.
 */
export function nestClauses(lines: readonly BodyLine[]): Nested {
  const items = lines.map(withLabel);
  /** For each item the label of the next labelled one. */
  const following: (Label | null)[] = [];
  for (let at = items.length - 1, next: Label | null = null; at >= 0; at--) {
    following[at] = next;
    next = items[at]?.label ?? next;
  }
  const odd: Message[] = [];
  const groups: ClauseGroup[] = [];
  let top: ClauseDraft[] = [];
  let strays: StrayDraft[] = [];
  let start: SourceLine | null = null;
  let stack: Level[] = [];
  let last: ClauseDraft | null = null;
  let isNumbered = false;

  const closeGroup = (): void => {
    groups.push({ line: start, clauses: top, strays, isNumbered });
    [top, strays, stack, last, isNumbered] = [[], [], [], null, false];
  };
  const open = (item: Labelled, depth: number, reading: LabelReading | null): true => {
    const { label } = item;
    const clause: ClauseDraft = {
      label: label === null ? null : reading === null ? label.label : settleLabel(label.label, reading),
      depth: depth + 1,
      lines: [item.line],
      paragraphs: [item.text],
      children: [],
    };
    stack = stack.slice(0, depth);
    const parent = stack[depth - 1];
    if (parent === undefined) top.push(clause);
    else parent.clause.children.push(clause);
    if (top.length === 1 && depth === 0) isNumbered = reading?.series === 'number';
    stack.push({ reading, clause });
    last = clause;
    return true;
  };

  /** Readings of the label that the one after it allows: `ii)` after `i)` makes it roman. */
  const plausible = (at: number, label: Label): readonly LabelReading[] => {
    if (label.readings.length < 2) return label.readings;
    const later = following[at];
    const followed = label.readings.filter((own) => later?.readings.some((next) => isSuccessor(own, next)));
    const continuing = label.readings.filter((own) =>
      stack.some(({ reading }) => reading !== null && isSuccessor(reading, own)),
    );
    const both = continuing.filter((own) => followed.includes(own));
    if (both.length > 0) return both;
    const starting = followed.filter(isFirst);
    if (starting.length > 0) return starting;
    if (continuing.length > 0) return continuing;
    const first = label.readings.filter(isFirst);
    return first.length > 0 ? first : followed.length > 0 ? followed : label.readings;
  };

  const place = (at: number, item: Labelled, label: Label): boolean => {
    const readings = plausible(at, label);
    for (let level = stack.length - 1; level >= 0; level--) {
      const before = stack[level]?.reading;
      if (before === null || before === undefined) continue;
      const next = readings.find((reading) => isSuccessor(before, reading));
      if (next !== undefined) return open(item, level, next);
      const below = readings.find((reading) => isDecimalChild(before, reading));
      if (below !== undefined) return open(item, level + 1, below);
    }
    const warn = (code: string, message: string) => odd.push({ code, message, line: item.line.line });
    const first = readings.find(isFirst);
    if (first !== undefined) return placeFirst(item, label, first, warn);
    for (let level = stack.length - 1; level >= 0; level--) {
      const before = stack[level]?.reading;
      if (before === null || before === undefined) continue;
      const jump = readings.find((reading) => sameSeries(before, reading));
      if (jump === undefined) continue;
      const gap = lastValue(jump) - lastValue(before);
      const isOneOf = jump.values.length === before.values.length;
      if (gap > 4 && last !== null && endsInColon(last)) return false;
      if (isOneOf && gap > LONGEST_GAP && isPlainNumber(jump) && item.line.label === null) return false;
      const code = gap > 0 ? 'label-gap' : 'label-order';
      const previous = stack[level]?.clause.label ?? 'the one before';
      warn(code, `label ${label.label} does not follow ${previous}: is a clause missing?`);
      return open(item, level, jump);
    }
    const [reading] = readings;
    if (reading === undefined) return false;
    if (stack.length > 0) {
      // "ii) …" and "iii) …" below a colon: the first item was lost. One label alone is a quoted provision's.
      const isNear =
        lastValue(reading) <= 3 && reading.values.length === 1 && last !== null && endsInColon(last);
      const own = readings.find((own) => following[at]?.readings.some((next) => isSuccessor(own, next)));
      if (!isNear || own === undefined) return false;
      warn('label-gap', `the list starts at ${label.label}: are clauses missing before it?`);
      return open(item, stack.length, own);
    }
    // "5 years after …" opens a sentence, "c) that …" a clause whose neighbours were lost.
    const isSentence = isPlainNumber(reading) && item.line.label === null;
    const later = following[at];
    if (isSentence && later?.readings.some((next) => isSuccessor(reading, next)) !== true) return false;
    warn('label-gap', `the list starts at ${label.label}: are clauses missing before it?`);
    return open(item, 0, reading);
  };

  const placeFirst = (
    item: Labelled,
    label: Label,
    first: LabelReading,
    warn: (code: string, message: string) => void,
  ): boolean => {
    const same = stack.findIndex(({ reading }) => reading !== null && sameSeries(reading, first));
    const introduced = last !== null && endsInColon(last);
    const outer = stack[0]?.reading;
    // Preamble clauses have letters, operative ones numbers: a number below an ended letter is a new list.
    const isOtherPart =
      outer?.series === 'letter' &&
      isPlainNumber(first) &&
      last !== null &&
      /[,.،。，]\s*$/u.test(lastText(last));
    if (same === -1 && !isOtherPart) {
      // An unlabelled clause that ends in a colon introduces the list; any other stands beside it.
      const isBeside = stack.length === 1 && stack[0]?.reading === null && !introduced;
      return open(item, isBeside ? 0 : stack.length, first);
    }
    if (introduced) return open(item, stack.length, first);
    if (same <= 0) {
      warn(
        'heading-lost',
        `label ${label.label} starts a list again and no heading stands before it: put the heading back in if one was lost`,
      );
      closeGroup();
      start = item.line;
      return open(item, 0, first);
    }
    warn('label-restart', `label ${label.label} starts again inside one clause: is a label missing between?`);
    return open(item, same, first);
  };

  const openPlaced = (item: Labelled): boolean => {
    const { placed } = item.line;
    if (placed?.role === 'paragraph' && last !== null) {
      last.paragraphs.push(item.text);
      return true;
    }
    if (placed?.role !== 'clause') return false;
    const { label } = item;
    const depth = Math.min(placed.depth - 1, stack.length);
    const before = stack[depth]?.reading ?? null;
    const next = label?.readings.find((own) => before !== null && isSuccessor(before, own));
    return open(item, depth, next ?? label?.readings.find(isFirst) ?? label?.readings[0] ?? null);
  };

  items.forEach((item, at) => {
    if (item.isStray) {
      strays.push({ line: item.line, after: last });
      return;
    }
    if (openPlaced(item)) return;
    const { label } = item;
    const isPlaced = item.line.placed !== undefined;
    if (!isPlaced && label !== null && place(at, item, label)) return;
    const whole = label === null ? item.text : wholeText(item.line);
    const hasLabels = stack.some(({ reading }) => reading !== null);
    const isBeside =
      label === null &&
      !hasLabels &&
      stack.length === 1 &&
      last !== null &&
      /[;,.،؛；。，](?:\[\^[^\]]{1,20}\])?$/u.test(lastText(last).trimEnd());
    if (last === null || isBeside) open({ ...item, label: null, text: whole }, 0, null);
    else last.paragraphs.push(whole);
  });
  closeGroup();
  return { groups, odd };
}

const wholeText = (line: SourceLine): MarkedText =>
  line.label === null
    ? trimMarked(marked(line))
    : trimMarked(joinMarked([{ text: `${line.label} `, marks: [] }, marked(line)], ''));

const lastText = (clause: ClauseDraft): string => clause.paragraphs[clause.paragraphs.length - 1]?.text ?? '';

const endsInColon = (clause: ClauseDraft): boolean => /[:：]\s*$/u.test(lastText(clause));

/** The words of a clause: its paragraphs, parted by a blank line. */
export function clauseText(draft: ClauseDraft): MarkedText {
  const paragraphs = draft.paragraphs.filter(({ text }, at) => at === 0 || text !== '');
  const [first] = paragraphs;
  return joinMarked(first?.text === '' && paragraphs.length > 1 ? paragraphs.slice(1) : paragraphs, '\n\n');
}
