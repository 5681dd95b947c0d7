import { bulletCharacter } from './symbol-font.ts';
import { walkXml, type Attributes } from './walk-xml.ts';

/** One level of a list as the file defines it. */
export interface ListLevel {
  readonly start: number;
  readonly format: string;
  /** `%1)`, `%1.%2`; the sign itself for a bullet. */
  readonly pattern: string;
  /** Numbers of the outer levels in decimal digits, whatever their own format. */
  readonly isLegal: boolean;
  /** The level (1 for the first) after which it starts again; 0 for never; null for any outer level. */
  readonly restart: number | null;
  readonly styleId: string | null;
}

/** A list of the document: the counters are shared by all lists with the same `abstract` id. */
export interface List {
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, ListLevel>;
  /** Levels that start again, at this number, when the list is first used. */
  readonly startOverrides: ReadonlyMap<number, number>;
}

export type NumberingDefinitions = ReadonlyMap<string, List>;

type Draft = { -readonly [K in keyof ListLevel]: ListLevel[K] };

interface Abstract {
  readonly id: string;
  readonly levels: Map<number, Draft>;
  styleLink: string | null;
  numStyleLink: string | null;
}

interface Num {
  readonly id: string;
  abstract: string;
  readonly levels: Map<number, Draft>;
  readonly starts: Map<number, number>;
}

const freshLevel = (): Draft => ({
  start: 0,
  format: 'decimal',
  pattern: '',
  isLegal: false,
  restart: null,
  styleId: null,
});

const fillLevel = (level: Draft, name: string, attributes: Attributes): void => {
  const value = attributes('w:val') ?? '';
  if (name === 'w:start') level.start = Number(value) || 0;
  else if (name === 'w:numFmt') level.format = value;
  else if (name === 'w:lvlText') level.pattern = value;
  else if (name === 'w:isLgl') level.isLegal = value !== '0' && value !== 'false';
  else if (name === 'w:lvlRestart') level.restart = Number(value) || 0;
  else if (name === 'w:pStyle') level.styleId = value;
};

/** Reads numbering.xml; lists that only point at a style's list get that list's levels. */
export function readNumbering(
  part: { readonly name: string; readonly bytes: Uint8Array } | null,
): NumberingDefinitions {
  const abstracts = new Map<string, Abstract>();
  const nums: Num[] = [];
  if (part === null) return new Map();
  let abstract: Abstract | null = null;
  let num: Num | null = null;
  let level: Draft | null = null;
  let override = 0;
  walkXml(part.bytes, part.name, {
    open: (name, attributes) => {
      const value = attributes('w:val') ?? '';
      if (name === 'w:abstractNum') {
        abstract = {
          id: attributes('w:abstractNumId') ?? '',
          levels: new Map(),
          styleLink: null,
          numStyleLink: null,
        };
        abstracts.set(abstract.id, abstract);
      } else if (name === 'w:num') {
        num = { id: attributes('w:numId') ?? '', abstract: '', levels: new Map(), starts: new Map() };
        nums.push(num);
      } else if (name === 'w:abstractNumId' && num !== null) num.abstract = value;
      else if (name === 'w:styleLink' && abstract !== null) abstract.styleLink = value;
      else if (name === 'w:numStyleLink' && abstract !== null) abstract.numStyleLink = value;
      else if (name === 'w:lvlOverride') override = Number(attributes('w:ilvl'));
      else if (name === 'w:startOverride' && num !== null) num.starts.set(override, Number(value) || 0);
      else if (name === 'w:lvl') {
        level = freshLevel();
        (num ?? abstract)?.levels.set(Number(attributes('w:ilvl')), level);
      } else if (level !== null) {
        fillLevel(level, name, attributes);
        if (name === 'w:rFonts' && level.format === 'bullet') {
          const font = attributes('w:ascii') ?? '';
          level.pattern = Array.from(level.pattern, (sign) => bulletCharacter(font, sign)).join('');
        }
      }
    },
    close: (name) => {
      if (name === 'w:lvl') level = null;
      else if (name === 'w:num') num = null;
      else if (name === 'w:abstractNum') abstract = null;
    },
    text: () => undefined,
  });
  const resolved = (id: string): Abstract | undefined => {
    const own = abstracts.get(id);
    if (own?.numStyleLink == null) return own;
    return [...abstracts.values()].find(({ styleLink }) => styleLink === own.numStyleLink) ?? own;
  };
  return new Map(
    nums.map(({ id, abstract: abstractId, levels, starts }) => {
      const found = resolved(abstractId);
      const all = new Map([...(found?.levels ?? []), ...levels]);
      return [id, { abstract: found?.id ?? abstractId, levels: all, startOverrides: starts }];
    }),
  );
}
