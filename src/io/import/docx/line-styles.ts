import table from '../../../../data/import/word-styles.yaml';
import type { LineStyle } from '../../../core/model/source.ts';

const LINE_STYLES = [
  'number',
  'title',
  'history',
  'opening',
  'heading',
  'clause',
  'annex-number',
  'annex-title',
  'proposal',
  'reasons',
  'cover',
] as const satisfies readonly LineStyle[];

const data = table as Readonly<Record<LineStyle, readonly string[]>> & {
  readonly levels: Readonly<Record<string, number>>;
};

const BY_KEY: ReadonlyMap<string, LineStyle> = new Map(
  LINE_STYLES.flatMap((style) => data[style].map((key) => [key, style] as const)),
);

const LEVELS: ReadonlyMap<string, number> = new Map(Object.entries(data.levels));

export interface KnownStyle {
  readonly line: LineStyle;
  /** Nesting of a clause, 1 for the outermost; 0 where the style says nothing. */
  readonly level: number;
}

/**
 * What a style of the ITU templates says about a line, by its id or its name, however they are spelled
 * (`ResNo`, `Res_No`, `Call0`); null for any other style.
 */
export function knownStyle(idOrName: string): KnownStyle | null {
  const key = idOrName.toLowerCase().replace(/[\s_-]+/g, '');
  for (const candidate of [key, key.replace(/\d+$/, '')]) {
    const line = BY_KEY.get(candidate);
    if (line !== undefined) return { line, level: LEVELS.get(candidate) ?? 0 };
  }
  return null;
}
