import type { Flag, Severity } from '../../core/model/flag.ts';
import type { UiLanguage } from '../../core/model/language.ts';
import type { Report } from '../../core/model/report.ts';
import { labelWords } from '../../core/report/strings.ts';
import { sanitise } from '../../core/text/sanitise.ts';

/** What SARIF needs to know that no report tells: where the texts lie, and which program this is. */
export interface SarifPlace {
  /** Paths of the two texts, relative, with `/`; null for a text that is no file. */
  readonly files: Readonly<Record<'base' | 'revised', string | null>>;
  readonly version: string;
}

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  serious: 'error',
  watch: 'warning',
  note: 'note',
};

const TAXONOMY = 'clausewatch-labels';

/** Line of a clause in its file, by side and path. */
const linesOf = (report: Report): ReadonlyMap<string, number> => {
  const lines = new Map<string, number>();
  for (const { base, revised } of report.comparison.changes) {
    for (const { path, line } of base) lines.set(`base\n${path}`, line);
    for (const { path, line } of revised) lines.set(`revised\n${path}`, line);
  }
  return lines;
};

/**
 * The flags as SARIF 2.1.0: a result a flag, at the line of the revised clause (a deleted one: of the base),
 * labels as a taxonomy, our fingerprint for following a flag through versions, dismissed flags as suppressed.
 */
export function sarifLog(report: Report, language: UiLanguage, { files, version }: SarifPlace): object {
  const lines = linesOf(report);
  const rules = [...new Map(report.flags.map((flag) => [flag.rule, flag] as const)).values()];
  const labels = [...new Set(report.flags.map(({ label }) => label))].sort();
  const shown = (text: string): { readonly text: string } => ({ text: sanitise(text) });
  const location = (side: 'base' | 'revised', path: string) => {
    const line = lines.get(`${side}\n${path}`) ?? 0;
    const file = files[side];
    return {
      ...(file === null
        ? {}
        : {
            physicalLocation: {
              artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
              ...(line > 0 ? { region: { startLine: line } } : {}),
            },
          }),
      logicalLocations: [{ fullyQualifiedName: sanitise(path), kind: 'clause' }],
    };
  };
  const result = (flag: Flag) => {
    const main = flag.revised.map((path) => location('revised', path));
    const old = flag.base.map((path) => location('base', path));
    const decision = report.decisions?.find((one) => one.flag === flag.fingerprint);
    const places = main.length > 0 ? main : old;
    return {
      ruleId: sanitise(flag.rule),
      ruleIndex: rules.findIndex(({ rule }) => rule === flag.rule),
      kind: flag.polarity === 'red' ? 'fail' : 'informational',
      level: flag.polarity === 'red' ? LEVELS[flag.severity] : 'none',
      message: shown(`${flag.message[language]} ${flag.why[language]}`),
      locations: places.slice(0, 1),
      relatedLocations: [...places.slice(1), ...(main.length > 0 ? old : [])].map((place, at) => ({
        id: at + 1,
        ...place,
      })),
      partialFingerprints: { 'clausewatch/v1': flag.fingerprint },
      taxa: [
        {
          id: sanitise(flag.label),
          index: labels.indexOf(flag.label),
          toolComponent: { name: TAXONOMY, index: 0 },
        },
      ],
      ...(decision?.decision === 'dismissed'
        ? {
            suppressions: [
              { kind: 'external', status: 'accepted', justification: sanitise(decision.reason) },
            ],
          }
        : {}),
      properties: {
        severity: flag.severity,
        score: flag.score,
        polarity: flag.polarity,
        basis: flag.basis.map(sanitise),
      },
    };
  };
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Clausewatch',
            version,
            semanticVersion: version,
            language,
            rules: rules.map((flag) => ({
              id: sanitise(flag.rule),
              shortDescription: shown(flag.message[language]),
              fullDescription: shown(flag.why[language]),
              help: shown(`${flag.charitable[language]} ${flag.cure[language]}`),
              relationships: [
                {
                  target: { id: sanitise(flag.label), toolComponent: { name: TAXONOMY, index: 0 } },
                  kinds: ['superset'],
                },
              ],
            })),
          },
        },
        taxonomies: [
          {
            name: TAXONOMY,
            version,
            isComprehensive: false,
            shortDescription: { text: 'What a flag is about' },
            taxa: labels.map((label) => ({
              id: sanitise(label),
              shortDescription: shown(labelWords(language, label)),
            })),
          },
        ],
        columnKind: 'utf16CodeUnits',
        results: report.flags.map(result),
      },
    ],
  };
}
