import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { compareResolutions } from '../../../src/core/diff/compare-resolutions.ts';
import { diffWords } from '../../../src/core/diff/diff-words.ts';
import type { Language } from '../../../src/core/model/language.ts';
import { textOf } from './texts.ts';

/** A diff as it reads: [-gone-]{+come+}. */
const read = (base: string, revised: string, language: Language): string =>
  diffWords(base, revised, language)
    .spans.map(({ op, text }) => (op === 'equal' ? text : op === 'delete' ? `[-${text}-]` : `{+${text}+}`))
    .join('');

describe('a word diff that reads well', () => {
  it.each<[string, Language, string, string, string]>([
    [
      'a citation is replaced whole',
      'en',
      'Resolution 130 (Rev. Dubai, 2018) on security',
      'Resolution 130 (Rev. Bucharest, 2022) on security',
      'Resolution 130 [-(Rev. Dubai, 2018)-]{+(Rev. Bucharest, 2022)+} on security',
    ],
    [
      'a date is replaced whole',
      'en',
      'to report before 12 March 2024 to the Council',
      'to report before 15 March 2025 to the Council',
      'to report before [-12 March 2024-]{+15 March 2025+} to the Council',
    ],
    [
      'a date is replaced whole in Spanish',
      'es',
      'antes del 12 de marzo de 2024 al Consejo',
      'antes del 15 de marzo de 2024 al Consejo',
      'antes del [-12 de marzo de 2024-]{+15 de marzo de 2024+} al Consejo',
    ],
    [
      'a date is replaced whole in Chinese',
      'zh',
      '在2024年3月12日之前向理事会提交报告',
      '在2025年3月12日之前向理事会提交报告',
      '在[-2024年3月12日-]{+2025年3月12日+}之前向理事会提交报告',
    ],
    [
      'a quantity keeps its unit',
      'fr',
      'un débit de 30 Mbit/s au moins dans chaque école',
      'un débit de 50 Mbit/s au moins dans chaque école',
      'un débit de [-30 Mbit/s-]{+50 Mbit/s+} au moins dans chaque école',
    ],
    [
      'an elision is a word of its own',
      'fr',
      "que l'usage croît dans toutes les régions du monde",
      "que l'emploi croît dans toutes les régions du monde",
      "que l'[-usage-]{+emploi+} croît dans toutes les régions du monde",
    ],
    [
      'no confetti of function words between two replaced phrases',
      'en',
      'to consult the operators of the networks concerned before every assembly',
      'to consult civil society and the technical community before every assembly',
      'to consult [-the operators of the networks concerned-]{+civil society and the technical community+} before every assembly',
    ],
    [
      'a list that was cut ends at its commas',
      'en',
      'open to governments, the private sector, civil society, and users',
      'open to governments, the private sector, and users',
      'open to governments, the private sector,[- civil society,-] and users',
    ],
    [
      'what both sides begin with is kept',
      'en',
      'in collaboration with ICANN and with the managers of registries, to study renewals',
      'in collaboration with the competent organizations, to study renewals',
      'in collaboration with [-ICANN and with the managers of registries-]{+the competent organizations+}, to study renewals',
    ],
    [
      'Russian goes by words',
      'ru',
      'поручает Директору подготовить отчет о ходе работы каждый год',
      'поручает Директору подготовить доклад о ходе работы каждый год',
      'поручает Директору подготовить [-отчет-]{+доклад+} о ходе работы каждый год',
    ],
    [
      'Arabic goes by words',
      'ar',
      'يكلف المدير بإعداد تقرير عن سير العمل كل سنة',
      'يكلف المدير بإعداد وثيقة عن سير العمل كل سنة',
      'يكلف المدير بإعداد [-تقرير-]{+وثيقة+} عن سير العمل كل سنة',
    ],
    [
      'what keeps next to nothing is shown old and new',
      'en',
      'to publish yearly statistics on roaming',
      'that small islands deserve training on cables',
      '[-to publish yearly statistics on roaming-]{+that small islands deserve training on cables+}',
    ],
  ])('%s', (_, language, base, revised, wanted) => {
    expect(read(base, revised, language)).toBe(wanted);
  });
});

type Piece = readonly [op: number, text: string];

const cleanUpCases = '../shared/data/cleanup-cases.json';
const comparerPairs = '../shared/data/docx/comparer-pairs.json';
if (!existsSync(cleanUpCases))
  console.warn('skipped: ../shared is not there, its clean-up cases are not run');

(existsSync(cleanUpCases) ? describe : describe.skip)('cases of other engines', () => {
  it('keeps both projections of every clean-up case', () => {
    const groups = JSON.parse(readFileSync(cleanUpCases, 'utf8')) as Record<
      string,
      { readonly in: readonly Piece[] }[]
    >;
    const cases = Object.values(groups).flat();
    expect(cases.length).toBeGreaterThan(30);
    for (const { in: pieces } of cases) {
      const side = (gone: number) => pieces.flatMap(([op, text]) => (op === gone ? [] : [text])).join('');
      const [base, revised] = [side(1), side(-1)];
      const { spans } = diffWords(base, revised, 'en');
      const project = (gone: string) => spans.flatMap(({ op, text }) => (op === gone ? [] : [text])).join('');
      expect([project('insert'), project('delete')]).toEqual([base, revised]);
    }
  });

  it.each(['WC-1970', 'WC-1980'])('a no-break space for a space is no change: %s', (id) => {
    const pairs = JSON.parse(readFileSync(comparerPairs, 'utf8')) as {
      readonly id: string;
      readonly beforeParas: readonly string[];
      readonly afterParas: readonly string[];
    }[];
    const pair = pairs.find((one) => one.id === id);
    const [before, after] = [pair?.beforeParas ?? [], pair?.afterParas ?? []];
    expect(before).not.toEqual(after);
    const { changes } = compareResolutions(textOf({ notant: before }), textOf({ notant: after }));
    expect(changes.filter(({ unit }) => unit === 'clause').map(({ kind }) => kind)).toEqual(['unchanged']);
  });
});
