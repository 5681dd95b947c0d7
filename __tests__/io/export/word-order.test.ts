import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { redlineDocx } from '../../../src/io/export/docx/redline.ts';
import { redlineCases } from '../../support/redline-cases.ts';
import { annotatedReport } from '../../support/redline-check.ts';
import { everyFormat } from './every-format.ts';
import { HOSTILE, hostileNegotiation, hostileReport, hostileRevisions } from './hostile-report.ts';

/** Word takes properties in the order of its schema only (ECMA-376, part 1, CT_PPr and CT_RPr), of those we write. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  'w:pPr': [
    'w:pStyle',
    'w:keepNext',
    'w:tabs',
    'w:bidi',
    'w:spacing',
    'w:ind',
    'w:jc',
    'w:outlineLvl',
    'w:rPr',
    'w:pPrChange',
  ],
  'w:rPr': [
    'w:ins',
    'w:del',
    'w:moveFrom',
    'w:moveTo',
    'w:rStyle',
    'w:rFonts',
    'w:b',
    'w:i',
    'w:caps',
    'w:strike',
    'w:color',
    'w:sz',
    'w:vertAlign',
    'w:rtl',
    'w:lang',
  ],
  'w:comment': ['w:p'],
  'w:footnote': ['w:p'],
};

/** What stands where Word would not have it, and tracked changes or comments whose numbers are not their own. */
const faultsOf = (xml: string): string[] => {
  const faults: string[] = [];
  const open: { readonly name: string; at: number }[] = [];
  const ids = new Map<string, Set<string>>();
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const parent = open.at(-1);
    const order = ORDER[parent?.name ?? ''];
    if (parent !== undefined && order !== undefined) {
      const at = order.indexOf(name);
      if (at < parent.at || at < 0) faults.push(`${name} in ${parent.name}`);
      parent.at = Math.max(at, 0);
    }
    if (/^w:(?:ins|del|moveFrom|moveTo|pPrChange|comment|footnote)$/.test(name)) {
      const kind = name === 'w:comment' || name === 'w:footnote' ? name : 'change';
      const known = ids.get(kind) ?? new Set();
      if (known.has(attributes['w:id'] ?? '')) faults.push(`${name} ${attributes['w:id'] ?? ''} twice`);
      ids.set(kind, known.add(attributes['w:id'] ?? ''));
    }
    open.push({ name, at: 0 });
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  return faults;
};

const documents = (): readonly (readonly [string, Uint8Array])[] => {
  const materials = {
    report: hostileReport(),
    negotiation: hostileNegotiation(),
    revisions: hostileRevisions(),
    words: HOSTILE,
  };
  const made = [...everyFormat(materials, 'fr')].flatMap(([name, data]) =>
    name.endsWith('.docx') && typeof data !== 'string' ? [[name, data] as const] : [],
  );
  const redlines = redlineCases({ seeds: 1 })
    .filter(({ name }) => /^generated|rcc|tables|annexes/.test(name))
    .map(({ name, base, revised }) => [name, redlineDocx(annotatedReport(base, revised), 'en')] as const);
  return [...made, ...redlines];
};

describe('Word files', () => {
  it.each(documents())(
    '%s: properties in the order of the schema, each change with a number of its own',
    (_name, bytes) => {
      for (const [part, data] of Object.entries(unzipSync(bytes)))
        if (part.startsWith('word/')) expect([part, faultsOf(strFromU8(data))]).toEqual([part, []]);
    },
  );
});
