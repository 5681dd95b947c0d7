import { knownStyle, type KnownStyle } from './line-styles.ts';
import { walkXml, type Attributes } from './walk-xml.ts';

interface RawStyle {
  id: string;
  name: string;
  basedOn: string | null;
  emphasis: boolean | null;
  strong: boolean | null;
  list: string | null;
  level: number | null;
}

/** A paragraph or character style with all it inherits. */
export interface Style {
  readonly id: string;
  /** What the ITU templates mean by it; null for a style of another template. */
  readonly known: KnownStyle | null;
  readonly emphasis: boolean;
  readonly strong: boolean;
  /** The list (`w:numId`) and level that paragraphs of this style are numbered by. */
  readonly list: string | null;
  readonly level: number | null;
}

export interface StyleSheet {
  /** The style of that id, the default paragraph style for null or an unknown id. */
  readonly styleOf: (id: string | null) => Style;
}

const PLAIN: Style = { id: '', known: null, emphasis: false, strong: false, list: null, level: null };

/** True unless the switch says off: `<w:b/>`, `<w:b w:val="true"/>` against `0`, `false`, `off`. */
export function isOn(attributes: Attributes): boolean {
  const value = attributes('w:val');
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value);
}

const readRaw = (
  bytes: Uint8Array,
  part: string,
): { raw: Map<string, RawStyle>; standard: string | null } => {
  const raw = new Map<string, RawStyle>();
  let standard: string | null = null;
  let style: RawStyle | null = null;
  let former = 0;
  walkXml(bytes, part, {
    open: (name, attributes) => {
      if (name === 'w:style') {
        const id = attributes('w:styleId') ?? '';
        style = { id, name: id, basedOn: null, emphasis: null, strong: null, list: null, level: null };
        raw.set(id, style);
        if (
          attributes('w:type') === 'paragraph' &&
          ['1', 'true', 'on'].includes(attributes('w:default') ?? '')
        )
          standard = id;
      }
      // A table style sets the look of its first row, its last column: none of a paragraph's business.
      if (name === 'w:pPrChange' || name === 'w:rPrChange' || name === 'w:tblStylePr') former++;
      if (style === null || former > 0) return;
      const value = attributes('w:val') ?? '';
      if (name === 'w:name') style.name = value;
      else if (name === 'w:basedOn') style.basedOn = value;
      else if (name === 'w:i') style.emphasis = isOn(attributes);
      else if (name === 'w:b') style.strong = isOn(attributes);
      else if (name === 'w:numId') style.list = value;
      else if (name === 'w:ilvl') style.level = Number(value);
    },
    close: (name) => {
      if (name === 'w:style') style = null;
      if (name === 'w:pPrChange' || name === 'w:rPrChange' || name === 'w:tblStylePr') former--;
    },
    text: () => undefined,
  });
  return { raw, standard };
};

/** The styles of a file, each with what it inherits; no styles part gives a sheet of plain ones. */
export function readStyles(part: { readonly name: string; readonly bytes: Uint8Array } | null): StyleSheet {
  const { raw, standard } =
    part === null ? { raw: new Map<string, RawStyle>(), standard: null } : readRaw(part.bytes, part.name);
  const settled = new Map<string, Style>();
  const settle = (id: string): Style => {
    const done = settled.get(id);
    if (done !== undefined) return done;
    const chain: RawStyle[] = [];
    for (let at = raw.get(id); at !== undefined && !chain.includes(at) && chain.length < 32;) {
      chain.push(at);
      at = at.basedOn === null ? undefined : raw.get(at.basedOn);
    }
    const first = <T>(pick: (style: RawStyle) => T | null): T | null => {
      for (const style of chain) {
        const value = pick(style);
        if (value !== null) return value;
      }
      return null;
    };
    const style: Style = {
      id,
      known:
        first(({ id: key, name }) => knownStyle(key) ?? knownStyle(name)) ??
        (chain.length === 0 ? knownStyle(id) : null),
      emphasis: first((one) => one.emphasis) ?? false,
      strong: first((one) => one.strong) ?? false,
      list: first((one) => one.list),
      level: first((one) => one.level),
    };
    settled.set(id, style);
    return style;
  };
  return {
    styleOf: (id) => {
      if (id !== null && (raw.has(id) || knownStyle(id) !== null)) return settle(id);
      return standard === null ? PLAIN : settle(standard);
    },
  };
}
