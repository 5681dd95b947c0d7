import type { MarkedText } from '../model/resolution.ts';
import type { SourceLine } from '../model/source.ts';
import {
  isFirst,
  isSuccessor,
  readBareLabel,
  readLabel,
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

export interface Nested {
  readonly clauses: readonly ClauseDraft[];
  readonly odd: readonly { readonly code: string; readonly message: string; readonly line: number }[];
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
}

const withLabel = (line: SourceLine): Labelled => {
  if (line.label !== null) {
    const label = readBareLabel(line.label);
    if (label !== null) return { line, label, text: line };
  }
  const label = line.kind === 'paragraph' ? readLabel(line.text) : null;
  if (label === null) return { line, label, text: line };
  return { line, label, text: trimMarked(sliceMarked(line, label.length)) };
};

/** `1.2` stands under `1`: true when the values of `child` are those of `parent` and one more. */
const isDecimalChild = (parent: LabelReading, child: LabelReading): boolean =>
  parent.series === 'number' &&
  child.series === 'number' &&
  child.values.length === parent.values.length + 1 &&
  parent.values.every((value, at) => value === child.values[at]);

const sameSeries = (a: LabelReading, b: LabelReading): boolean =>
  a.series === b.series && a.style === b.style;

const lastValue = (reading: LabelReading): number => reading.values[reading.values.length - 1] ?? 0;

/**
 * Turns the lines under one heading into clauses. Depth comes from the labels alone: a label goes on the
 * innermost open series it continues, opens a series of its own below, or, fitting nowhere, is a quoted
 * provision's and stays in the words of the clause before. `i)` after `h)` is the ninth letter unless `ii)`
 * follows.
 */
export function nestClauses(lines: readonly SourceLine[]): Nested {
  const items = lines.map(withLabel);
  const top: ClauseDraft[] = [];
  const odd: { code: string; message: string; line: number }[] = [];
  let stack: Level[] = [];
  let last: ClauseDraft | null = null;

  const open = (item: Labelled, depth: number, reading: LabelReading | null): void => {
    const clause: ClauseDraft = {
      label: reading === null ? null : (item.label?.label ?? null),
      depth: depth + 1,
      lines: [item.line],
      paragraphs: [item.text],
      children: [],
    };
    stack = stack.slice(0, depth);
    const parent = stack[depth - 1];
    if (parent === undefined) top.push(clause);
    else parent.clause.children.push(clause);
    stack.push({ reading, clause });
    last = clause;
  };

  /** Readings of the label that the one after it allows: `ii)` after `i)` makes it roman. */
  const plausible = (at: number, label: Label): readonly LabelReading[] => {
    if (label.readings.length < 2) return label.readings;
    const later = items.slice(at + 1).find((item) => item.label !== null)?.label;
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
      if (next !== undefined) return (open(item, level, next), true);
      const below = readings.find((reading) => isDecimalChild(before, reading));
      if (below !== undefined) return (open(item, level + 1, below), true);
    }
    const first = readings.find(isFirst);
    const warn = (code: string, message: string) => odd.push({ code, message, line: item.line.line });
    if (first !== undefined) {
      const same = stack.findIndex(({ reading }) => reading !== null && sameSeries(reading, first));
      if (same === -1) {
        // An unlabelled clause that ends in a colon introduces the list; any other stands beside it.
        const isBeside = stack.length === 1 && stack[0]?.reading === null && !endsInColon(stack[0].clause);
        return (open(item, isBeside ? 0 : stack.length, first), true);
      }
      warn(
        'label-restart',
        `label ${label.label} starts again without a heading between: is a heading missing?`,
      );
      return (open(item, same, first), true);
    }
    for (let level = stack.length - 1; level >= 0; level--) {
      const before = stack[level]?.reading;
      if (before === null || before === undefined) continue;
      const jump = readings.find((reading) => sameSeries(before, reading));
      if (jump === undefined) continue;
      const gap = lastValue(jump) - lastValue(before);
      if (gap > 4 && last !== null && endsInColon(last)) return false;
      const code = gap > 0 ? 'label-gap' : 'label-order';
      warn(code, `label ${label.label} does not follow ${stack[level]?.clause.label ?? 'the one before'}`);
      return (open(item, level, jump), true);
    }
    if (stack.length > 0) return false;
    const [reading] = readings;
    if (reading === undefined) return false;
    // "5 years after …" opens a sentence, "c) that …" a clause whose neighbours were lost.
    const isSentence = reading.series === 'number' && reading.style === '1' && item.line.label === null;
    const later = items[at + 1]?.label;
    if (isSentence && later?.readings.some((next) => isSuccessor(reading, next)) !== true) return false;
    warn('label-gap', `the list starts at ${label.label}`);
    return (open(item, 0, reading), true);
  };

  items.forEach((item, at) => {
    if (item.label !== null && place(at, item, item.label)) return;
    const whole = item.label === null ? item.text : trimMarked(item.line);
    const hasLabels = stack.some(({ reading }) => reading !== null);
    if (
      last === null ||
      (!hasLabels && stack.length === 1 && /[;,.،؛；。]$/u.test(lastText(last).trimEnd()))
    ) {
      open({ ...item, text: whole }, 0, null);
    } else {
      last.paragraphs.push(whole);
    }
  });
  return { clauses: top, odd };
}

const lastText = (clause: ClauseDraft): string => clause.paragraphs[clause.paragraphs.length - 1]?.text ?? '';

const endsInColon = (clause: ClauseDraft): boolean => /[:：]\s*$/u.test(lastText(clause));

/** The words of a clause: its paragraphs, parted by a blank line. */
export function clauseText(draft: ClauseDraft): MarkedText {
  return joinMarked(draft.paragraphs, '\n\n');
}
