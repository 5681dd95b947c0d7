import type { Change, ChangeKind, Span, Unit } from '../../src/core/model/change.ts';
import type { Flag } from '../../src/core/model/flag.ts';
import type { Language } from '../../src/core/model/language.ts';
import type { ComparedText, Report, TextFacts } from '../../src/core/model/report.ts';
import type { Clause, PartName, Resolution, Section } from '../../src/core/model/resolution.ts';

/** A change in a few words; `text` marks what goes and comes as `[-…-]` and `{+…+}`. */
export interface Sketch {
  readonly kind: ChangeKind;
  /** Label in the base text; a list for a merge; null for an added clause. */
  readonly base: string | readonly string[] | null;
  /** Label in the revised text; a list for a split; null for a deleted clause. */
  readonly revised: string | readonly string[] | null;
  readonly text: string;
  readonly unit?: Unit['unit'];
  /** The section it came from, where that is another. */
  readonly from?: string;
  readonly moved?: boolean;
}

export interface SectionSketch {
  readonly heading: string;
  readonly part?: PartName;
  readonly changes: readonly Sketch[];
}

/** `that [-shall-]{+should+} report` as spans. */
export function spansOf(markup: string): Span[] {
  const spans: Span[] = [];
  for (const [run, removed, added] of markup.matchAll(
    /\[-([\s\S]*?)-\]|\{\+([\s\S]*?)\+\}|(?:(?!\[-|\{\+)[\s\S])+/gu,
  )) {
    if (removed !== undefined) spans.push({ op: 'delete', text: removed });
    else if (added !== undefined) spans.push({ op: 'insert', text: added });
    else spans.push({ op: 'equal', text: run });
  }
  return spans;
}

const side = (spans: readonly Span[], without: Span['op']): string =>
  spans
    .filter(({ op }) => op !== without)
    .map(({ text }) => text)
    .join('');

const listOf = (labels: Sketch['base']): readonly string[] =>
  labels === null ? [] : typeof labels === 'string' ? [labels] : labels;

const unitsOf = (
  labels: readonly string[],
  text: string,
  heading: string,
  part: PartName,
  unit: Unit['unit'],
): Unit[] => {
  const texts = labels.length > 1 ? text.split('\n') : [text];
  return labels.map((label, nth) => ({
    unit,
    path: unit === 'frame' ? label : unit === 'heading' ? heading : `${heading} ${label}`.trim(),
    part,
    heading,
    section: heading,
    verb: null,
    addressee: null,
    label: unit === 'clause' && label !== '' ? label : null,
    depth: label.includes(' ') ? 2 : 1,
    text: texts[nth] ?? '',
    line: 0,
  }));
};

const changeOf = (sketch: Sketch, heading: string, part: PartName): Change => {
  const { kind, text, unit = 'clause', from = heading, moved = kind === 'moved' } = sketch;
  const spans = spansOf(text);
  const base = unitsOf(listOf(sketch.base), side(spans, 'insert'), from, part, unit);
  const revised = unitsOf(listOf(sketch.revised), side(spans, 'delete'), heading, part, unit);
  const isPaired = base.length > 0 && revised.length > 0;
  return {
    kind,
    unit,
    part,
    base,
    revised,
    moved,
    renumbered: isPaired && base[0]?.label !== revised[0]?.label,
    editorial: kind === 'editorial',
    reasons: kind === 'edited' ? ['words'] : [],
    score: isPaired ? (spans.length > 1 ? 0.8 : 1) : 0,
    pairing: { reason: isPaired ? 'similar' : 'alone', isAmbiguous: false },
    spans,
  };
};

const clauseOf = ({ path, label, depth, text }: Unit): Clause => ({
  type: 'clause',
  path,
  label,
  depth,
  text,
  marks: [],
  children: [],
});

const resolutionOf = (units: readonly Unit[], language: Language, year: number): Resolution => {
  const sections = new Map<string, Clause[]>();
  for (const unit of units) {
    if (unit.unit !== 'clause') continue;
    sections.set(unit.section, [...(sections.get(unit.section) ?? []), clauseOf(unit)]);
  }
  const children = [...sections].map(([heading, clauses]): Section => ({
    type: 'section',
    text: heading,
    marks: [],
    path: heading,
    verb: null,
    addressee: null,
    children: clauses,
    blocks: [],
  }));
  return {
    type: 'resolution',
    language,
    instrument: 'resolution',
    body: 'WTSA',
    number: '99',
    title: 'Sharing of measurements',
    revision: { place: 'Geneva', year },
    history: [],
    isDraft: false,
    children: [{ type: 'part', name: 'operative', children }],
    footnotes: [],
    messages: [],
  };
};

/** A flag with something to say in every field. */
export function flagOn(paths: { base?: string[]; revised?: string[] }, changes: Partial<Flag> = {}): Flag {
  return {
    rule: 'test-rule',
    label: 'obligation-softened',
    polarity: 'red',
    severity: 'critical',
    score: 7,
    sum: [
      ['base', 4],
      ['operative', 3],
    ],
    base: paths.base ?? [],
    revised: paths.revised ?? [],
    message: {
      en: 'An obligation became a recommendation.',
      fr: 'Une obligation devient une recommandation.',
    },
    why: { en: 'Nobody is bound any more.', fr: 'Plus personne n’est tenu.' },
    charitable: { en: 'It may follow national practice.', fr: 'Cela peut suivre la pratique nationale.' },
    cure: { en: 'Keep the obligation.', fr: 'Garder l’obligation.' },
    evidence: [{ side: 'revised', path: paths.revised?.[0] ?? '', start: 0, end: 6, text: 'should' }],
    basis: ['tunis-35'],
    source: [],
    agreeing: [],
    fingerprint: `fp-${JSON.stringify(paths)}-${changes.label ?? ''}`,
    ...changes,
  };
}

export interface ReportOptions {
  readonly flags?: readonly Flag[];
  readonly language?: Language;
  readonly base?: Partial<TextFacts>;
  readonly revised?: Partial<TextFacts>;
}

/** A report over sections drawn up by hand; changes of kind `moved` may name where they came `from`. */
export function buildReport(sections: readonly SectionSketch[], options: ReportOptions = {}): Report {
  const { flags = [], language = 'en' } = options;
  const changes = sections.flatMap(({ heading, part = 'operative', changes: sketches }) =>
    sketches.map((sketch) => changeOf(sketch, heading, part)),
  );
  const order = sections.map(({ heading }) => heading);
  // Base clauses in the order of their sections and labels, as a base text has them.
  const baseUnits = changes
    .flatMap(({ base }) => base)
    .sort(
      (a, b) =>
        order.indexOf(a.section) - order.indexOf(b.section) ||
        (a.label ?? '').localeCompare(b.label ?? '', 'en', { numeric: true }),
    );
  const text = (facts: TextFacts, units: readonly Unit[], year: number): ComparedText => ({
    facts,
    resolution: resolutionOf(units, language, year),
  });
  return {
    base: text(
      { name: 'wtsa-99@2022-geneva', kind: 'adopted', isModel: true, ...options.base },
      baseUnits,
      2022,
    ),
    revised: text(
      {
        name: 'wtsa-99@wtsa-24/eur-1a1',
        kind: 'proposal',
        isModel: true,
        symbol: 'EUR/44A12-1',
        ...options.revised,
      },
      changes.flatMap(({ revised }) => revised),
      2024,
    ),
    comparison: { changes, summary: {} },
    flags,
    notChecked: [],
    notes: [],
    messages: [],
  };
}
