import { mapReferences } from '../diff/resolve-references.ts';
import type { Message } from '../model/message.ts';
import type { Clause, Resolution } from '../model/resolution.ts';
import { isFirst, isSuccessor, readBareLabel, type LabelReading } from '../text/labels.ts';

const lineOf = (node: {
  readonly position?: { readonly start: { readonly line: number } } | undefined;
}): number => node.position?.start.line ?? 1;

const isBullet = ({ series }: LabelReading): boolean => series === 'bullet' || series === 'second-bullet';

/** What is wrong with a label after the one before it in its list; null for nothing. */
const judgeLabel = (previous: string | null, label: string): string | null => {
  const readings = readBareLabel(label)?.readings ?? [];
  if (readings.length === 0 || readings.some(isBullet)) return null;
  if (previous === null) {
    return readings.some(isFirst) ? null : `the list starts at ${label}: is a clause missing before it?`;
  }
  if (previous === label) return `label ${label} stands twice in its list`;
  const before = readBareLabel(previous)?.readings ?? [];
  if (before.some((from) => readings.some((to) => isSuccessor(from, to)))) return null;
  // Another series begins: a), b) after 1, 2 is a list of its own.
  const isOther = !before.some((from) => readings.some((to) => from.series === to.series));
  if (isOther && readings.some(isFirst)) return null;
  return `label ${label} does not follow ${previous}: is a clause missing, or a label wrong?`;
};

const labelProblems = (clauses: readonly Clause[]): Message[] => {
  const problems: Message[] = [];
  let previous: string | null = null;
  for (const clause of clauses) {
    if (clause.label !== null) {
      const message = judgeLabel(previous, clause.label);
      if (message !== null)
        problems.push({
          code: previous === clause.label ? 'label-repeated' : 'label-jump',
          message,
          line: lineOf(clause),
        });
      previous = clause.label;
    }
    problems.push(...labelProblems(clause.children));
  }
  return problems;
};

const referenceProblems = (resolution: Resolution): Message[] => {
  const map = mapReferences(resolution);
  return map.units.flatMap((unit) =>
    unit.unit !== 'clause'
      ? []
      : map.resolve(unit).flatMap(({ reference, labels, isSure }) =>
          labels
            .filter(({ target }) => isSure && target === null)
            .map(({ start, end }) => ({
              code: 'reference-nowhere',
              message: `"${unit.text.slice(reference.start, reference.end)}" in ${unit.path}: there is no clause ${unit.text.slice(start, end)}`,
              line: unit.line,
            })),
        ),
  );
};

/**
 * What one text shows of itself to be wrong: what the parser had to say, labels that jump or repeat,
 * cross-references that name no clause. In the order of their lines.
 */
export function textProblems(resolution: Resolution): readonly Message[] {
  const parsed = resolution.messages.map((message) => ({ ...message, line: message.line ?? 1 }));
  const told = new Set(parsed.filter(({ code }) => code.startsWith('label-')).map(({ line }) => line));
  const labels = resolution.children.flatMap((part) =>
    part.name === 'frame' ? [] : part.children.flatMap((section) => labelProblems(section.children)),
  );
  const own = labels.filter(({ line }) => line === undefined || !told.has(line));
  return [...parsed, ...own, ...referenceProblems(resolution)].sort((a, b) => (a.line ?? 1) - (b.line ?? 1));
}
