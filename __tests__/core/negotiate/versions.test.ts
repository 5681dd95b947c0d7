import { describe, expect, it } from '@jest/globals';
import { parseMarkdown } from '../../../src/core/parse/parse-markdown.ts';
import type { Language } from '../../../src/core/model/language.ts';
import { compareVersions } from '../../../src/core/negotiate/compare-versions.ts';
import { CORE_PACK } from '../../../src/core/rules/core-pack.ts';

interface Text {
  readonly heading: string;
  readonly clauses: readonly string[];
}

/** One small text in six languages: a study, a bound on ITU, a survey. */
const TEXTS: Readonly<Record<Language, Text>> = {
  en: {
    heading: 'resolves',
    clauses: [
      'that ITU-T shall study the cost of access in rural areas',
      'that addresses are distributed by the regional registries, as defined in Resolution 102 (Rev. Dubai, 2018)',
      'that the results of the survey be published without charge',
    ],
  },
  fr: {
    heading: 'décide',
    clauses: [
      "que l'UIT-T doit étudier le coût de l'accès dans les zones rurales",
      'que les adresses sont distribuées par les registres régionaux, comme indiqué dans la Résolution 102 (Rév. Dubaï, 2018)',
      "que les résultats de l'enquête soient publiés gratuitement",
    ],
  },
  es: {
    heading: 'resuelve',
    clauses: [
      'que el UIT-T deberá estudiar el coste del acceso en las zonas rurales',
      'que las direcciones son distribuidas por los registros regionales, según la Resolución 102 (Rev. Dubái, 2018)',
      'que los resultados de la encuesta se publiquen gratuitamente',
    ],
  },
  ru: {
    heading: 'решает',
    clauses: [
      'что МСЭ-Т должен изучать стоимость доступа в сельских районах',
      'что адреса распределяются региональными регистратурами, как указано в Резолюции 102 (Пересм. Дубай, 2018 г.)',
      'что результаты обследования публикуются бесплатно',
    ],
  },
  ar: {
    heading: 'تقرر',
    clauses: [
      'أن قطاع تقييس الاتصالات يجب أن يدرس تكلفة النفاذ في المناطق الريفية',
      'أن العناوين توزعها السجلات الإقليمية كما ورد في القرار 102',
      'أن تنشر نتائج الاستقصاء مجاناً',
    ],
  },
  zh: {
    heading: '做出决议',
    clauses: [
      '国际电联电信标准化部门须研究农村地区的接入成本',
      '地址由区域注册机构分配，如第102号决议所述',
      '免费公布调查结果',
    ],
  },
};

const textOf = (language: Language, clauses: readonly string[]) => ({
  facts: { name: language, kind: 'proposal' as const, isModel: true },
  resolution: parseMarkdown(
    `# RESOLUTION 200\n\n*${TEXTS[language].heading}*\n\n${clauses.map((one, at) => `${at + 1} ${one}`).join(';\n\n')}.`,
    { language },
  ),
});

type Edit = (clauses: readonly string[]) => readonly string[];
const same: Edit = (clauses) => clauses;
const edit =
  (at: number, from: string, to: string): Edit =>
  (clauses) =>
    clauses.map((clause, place) => {
      if (place !== at) return clause;
      if (!clause.includes(from)) throw new Error(`"${from}" is not in "${clause}"`);
      return clause.replace(from, to);
    });
const without =
  (at: number): Edit =>
  (clauses) =>
    clauses.filter((_, place) => place !== at);

const findings = (edits: Readonly<Partial<Record<Language, Edit>>>) =>
  compareVersions(
    (Object.keys(edits) as Language[]).map((language) => ({
      language,
      base: textOf(language, TEXTS[language].clauses),
      text: textOf(language, edits[language]?.(TEXTS[language].clauses) ?? []),
    })),
    CORE_PACK,
  ).map(({ kind, path, one, other }) => `${kind} ${path} ${one}/${other}`);

const ISLANDS: Readonly<Record<Language, Edit>> = {
  en: edit(0, 'in rural areas', 'in rural areas and on islands'),
  fr: edit(0, 'dans les zones rurales', 'dans les zones rurales et dans les îles'),
  es: edit(0, 'en las zonas rurales', 'en las zonas rurales y en las islas'),
  ru: edit(0, 'в сельских районах', 'в сельских районах и на островах'),
  ar: edit(0, 'في المناطق الريفية', 'في المناطق الريفية وفي الجزر'),
  zh: edit(0, '农村地区', '农村地区和海岛'),
};

describe('six language versions of one change', () => {
  it('agree when each makes it in its own words', () => {
    expect(findings(ISLANDS)).toEqual([]);
    expect(findings({ en: same, fr: same, es: same, ru: same, ar: same, zh: same })).toEqual([]);
  });

  it.each(['fr', 'es', 'ru', 'ar', 'zh'] as const)('name the one that lacks it: %s', (language) => {
    expect(findings({ ...ISLANDS, [language]: same })).toEqual([`one resolves 1 en/${language}`]);
  });

  it('name the one that has a change nobody else has', () => {
    const own = (texts: readonly string[]) => edit(2, '免费公布', '向会员公布')(ISLANDS.zh(texts));
    expect(findings({ ...ISLANDS, zh: own })).toEqual(['one resolves 3 zh/en']);
  });

  it('tell a deletion and an addition that one has not', () => {
    const cut = Object.fromEntries(Object.keys(TEXTS).map((one) => [one, without(2)]));
    expect(findings({ ...cut, ru: same })).toEqual(['deleted resolves 3 en/ru']);
    const more: Edit = (clauses) => [...clauses, 'que los estudios sean abiertos a todas las partes'];
    expect(findings({ en: same, fr: same, es: more })).toEqual(['added resuelve 4 es/en']);
  });
});

describe('a change that binds otherwise in another language', () => {
  const MAY = edit(0, 'shall study', 'may study');

  it('agrees where both become a permission', () => {
    expect(findings({ en: MAY, fr: edit(0, 'doit étudier', 'peut étudier') })).toEqual([]);
    expect(findings({ en: MAY, es: edit(0, 'deberá estudiar', 'podrá estudiar') })).toEqual([]);
    expect(findings({ en: MAY, ru: edit(0, 'должен изучать', 'может изучать') })).toEqual([]);
    expect(findings({ en: MAY, zh: edit(0, '须研究', '可以研究') })).toEqual([]);
  });

  it.each([
    ['fr', edit(0, 'zones rurales', 'zones rurales isolées')],
    ['es', edit(0, 'zonas rurales', 'zonas rurales aisladas')],
    ['ru', edit(0, 'в сельских', 'в отдаленных сельских')],
  ] as readonly (readonly ['fr' | 'es' | 'ru', Edit])[])(
    'is found where %s keeps the duty and changes other words',
    (language, own) => {
      const both: Edit = (clauses) => edit(0, 'in rural', 'in remote rural')(MAY(clauses));
      expect(findings({ en: both, [language]: own })).toEqual([`force resolves 1 en/${language}`]);
    },
  );

  it('is found where one has "shall" and the other "peut" in what they put in', () => {
    const en = edit(2, 'without charge', 'without charge and the Director shall report on them');
    const fr = edit(2, 'gratuitement', 'gratuitement et que le Directeur peut en rendre compte');
    const doit = edit(2, 'gratuitement', 'gratuitement et que le Directeur doit en rendre compte');
    expect(findings({ en, fr })).toEqual(['force resolves 3 en/fr']);
    expect(findings({ en, fr: doit })).toEqual([]);
  });

  it('is found where a negation stands in one only', () => {
    const en = edit(1, 'are distributed', 'are not distributed, in any region,');
    const fr = edit(1, 'sont distribuées', 'sont distribuées, dans chaque région,');
    expect(findings({ en, fr })).toEqual(['negation resolves 2 en/fr']);
    expect(
      findings({ en, fr: edit(1, 'sont distribuées', 'ne sont pas distribuées, dans aucune région,') }),
    ).toEqual([]);
  });

  it('is found where a limit was left out of one', () => {
    const en = edit(
      0,
      'shall study',
      'shall study and compare, within its mandate and without duplicating the work of others,',
    );
    const fr = edit(0, 'doit étudier', 'doit étudier et comparer');
    const whole = edit(
      0,
      'doit étudier',
      "doit étudier et comparer, dans les limites de son mandat et sans faire double emploi avec les travaux d'autres organismes,",
    );
    expect(findings({ en, fr })).toEqual(['limits resolves 1 en/fr']);
    expect(findings({ en, fr: whole })).toEqual([]);
  });
});

describe('what is no difference between versions', () => {
  it('is the same citation brought up to date, but not one left behind', () => {
    const en = edit(1, '(Rev. Dubai, 2018)', '(Rev. Bucharest, 2022)');
    const fr = edit(1, '(Rév. Dubaï, 2018)', '(Rév. Bucarest, 2022)');
    expect(findings({ en, fr })).toEqual([]);
    expect(findings({ en, fr: same })).toEqual(['one resolves 2 en/fr']);
  });

  it('is spelling in one, and an article in the other', () => {
    expect(findings({ en: edit(0, 'in rural areas', 'in the rural areas'), fr: same })).toEqual([]);
    expect(
      findings({ en: edit(2, 'results', 'Results'), fr: edit(2, 'les résultats', 'les Résultats') }),
    ).toEqual([]);
  });

  it('is a clause moved and reworded here, struck and put in anew there', () => {
    const en: Edit = ([first = '', second = '', third = '']) => [
      third.replace('that the results of', 'that, each year, the results of'),
      first,
      second,
    ];
    const fr: Edit = ([first = '', second = '']) => [
      'que chaque année tout ce que les membres ont répondu à cette consultation soit communiqué sans frais au public',
      first,
      second,
    ];
    expect(findings({ en, fr })).toEqual([]);
  });
});

describe('versions of which one lacks a clause of the base', () => {
  it('have the section told, and all others compared', () => {
    const text = (language: 'en' | 'fr', second: string, clauses: readonly string[]) => ({
      facts: { name: language, kind: 'proposal' as const, isModel: true },
      resolution: parseMarkdown(
        `*${TEXTS[language].heading}*\n\n${clauses.map((one, at) => `${at + 1} ${one}`).join(';\n\n')},\n\n*${language === 'en' ? 'invites Member States' : 'invite les Etats Membres'}*\n\n${second}.`,
        { language },
      ),
    });
    const [en, fr] = [TEXTS.en.clauses, TEXTS.fr.clauses];
    const found = compareVersions(
      [
        {
          language: 'en',
          base: text('en', 'to take part', en),
          text: text('en', 'to take part and to pay', en),
        },
        {
          language: 'fr',
          base: text('fr', 'à participer', fr.slice(1)),
          text: text('fr', 'à participer', fr.slice(1)),
        },
      ],
      CORE_PACK,
    );
    expect(found.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
      'shape resolves',
      'one invites Member States',
    ]);
  });
});
