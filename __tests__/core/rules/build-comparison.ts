import { diffArrays } from 'diff';
import type { Change, ChangeKind, Comparison, Span, Unit } from '../../../src/core/model/change.ts';
import type { Language } from '../../../src/core/model/language.ts';
import type { PartName } from '../../../src/core/model/resolution.ts';

/** One line of fixtures/red-flags/dev.jsonl, or less. */
export interface FlagCase {
  readonly id: string;
  readonly lang: Language;
  readonly part: PartName;
  readonly heading: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly before_part?: PartName;
  readonly before_heading?: string;
  readonly group?: string;
  readonly labels?: readonly string[];
  readonly also_ok?: readonly string[];
  readonly green_labels?: readonly string[];
  readonly polarity?: 'red' | 'green' | 'none';
}

const words = (text: string): string[] => text.match(/\p{Script=Han}|[\p{L}\p{M}\p{N}]+|\s+|[^]/gu) ?? [];

/** Spans of two wordings by words: enough of a diff to test rules on, and to test a pack's own examples. */
export function diffSpans(before: string, after: string): Span[] {
  return diffArrays(words(before), words(after)).map((part) => ({
    op: part.added ? 'insert' : part.removed ? 'delete' : 'equal',
    text: part.value.join(''),
  }));
}

const unitOf = (id: string, text: string, part: PartName, heading: string): Unit => ({
  unit: 'clause',
  path: id,
  part,
  heading,
  section: heading,
  verb: null,
  addressee: null,
  label: null,
  depth: 1,
  text,
  line: 0,
});

const changeOf = (
  kind: ChangeKind,
  base: Unit[],
  revised: Unit[],
  spans: Span[],
  extra: Partial<Change> = {},
): Change => ({
  kind,
  unit: 'clause',
  part: revised[0]?.part ?? base[0]?.part ?? 'operative',
  base,
  revised,
  moved: false,
  renumbered: false,
  editorial: false,
  reasons: ['words'],
  score: 0,
  pairing: { reason: 'similar', isAmbiguous: false },
  spans,
  ...extra,
});

/** A comparison of the given cases, as if they were one document. */
export function buildComparison(cases: readonly FlagCase[]): Comparison {
  const changes: Change[] = [];
  const headings = new Set<string>();
  for (const each of cases) {
    const beforePart = each.before_part ?? each.part;
    const beforeHeading = each.before_heading ?? each.heading;
    if (beforeHeading !== each.heading && beforePart === each.part && !headings.has(each.heading)) {
      headings.add(each.heading);
      const base = {
        ...unitOf(each.heading, beforeHeading, beforePart, beforeHeading),
        unit: 'heading' as const,
      };
      const revised = {
        ...unitOf(each.heading, each.heading, each.part, each.heading),
        unit: 'heading' as const,
      };
      changes.push(
        changeOf('edited', [base], [revised], diffSpans(beforeHeading, each.heading), { unit: 'heading' }),
      );
    }
    const base = each.before === null ? [] : [unitOf(each.id, each.before, beforePart, beforeHeading)];
    const revised = each.after === null ? [] : [unitOf(each.id, each.after, each.part, each.heading)];
    const kind = each.before === null ? 'added' : each.after === null ? 'deleted' : 'edited';
    const moved = kind === 'edited' && (beforePart !== each.part || beforeHeading !== each.heading);
    changes.push(
      changeOf(kind, base, revised, diffSpans(each.before ?? '', each.after ?? ''), {
        moved,
        ...(moved ? { moveScope: beforePart !== each.part ? ('part' as const) : ('heading' as const) } : {}),
      }),
    );
  }
  return { changes, summary: {} };
}

/** Cases that must be judged together, together. */
export function groupCases(cases: readonly FlagCase[]): readonly (readonly FlagCase[])[] {
  const groups = new Map<string, FlagCase[]>();
  for (const each of cases) {
    const key = each.group ?? each.id;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()];
}
