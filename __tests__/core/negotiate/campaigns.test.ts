import { describe, expect, it } from '@jest/globals';
import { compareResolutions } from '../../../src/core/diff/compare-resolutions.ts';
import { compareVersions } from '../../../src/core/negotiate/compare-versions.ts';
import { citedDocuments } from '../../../src/core/negotiate/cited-documents.ts';
import { findCampaigns, joinCampaigns } from '../../../src/core/negotiate/find-campaigns.ts';
import { byRegion, daysBetween, type FollowedText } from '../../../src/core/negotiate/following.ts';
import { CORE_PACK } from '../../../src/core/rules/core-pack.ts';
import { textOf } from './small-texts.ts';

const BASE = ['to study the cost of access in rural areas', 'to report to the next assembly'];

const campaignText = (id: string, year: number, ...more: readonly string[]) => {
  const text = textOf([...BASE, ...more]);
  const comparison = compareResolutions(textOf(BASE).resolution, text.resolution);
  return { id, resolution: id.slice(0, 7), sponsor: null, year, text, comparison };
};

describe('campaigns', () => {
  const wording = 'that each Member State hold an equal entitlement to the address resources of the Internet';

  it('finds a wording and its near-duplicates, the first use first', () => {
    const [campaign, ...others] = findCampaigns([
      campaignText('wtsa-64@b', 2024, wording),
      campaignText('wtsa-47@a', 2016, wording.replace('equal', 'equitable')),
      campaignText(
        'wtsa-48@c',
        2024,
        'that the documents of the meetings be published in the six languages of the Union',
      ),
    ]);
    expect(others).toEqual([]);
    expect(campaign?.uses.map(({ id }) => id)).toEqual(['wtsa-47@a', 'wtsa-64@b']);
    expect(campaign?.uses[1]?.likeness).toBeGreaterThan(0.6);
  });

  it('tells which paragraphs a wording cites and which it leaves out', () => {
    const cited =
      'to act in conformity with paragraphs 35 and 69 of the Tunis Agenda for the Information Society';
    const [campaign] = findCampaigns([campaignText('a', 2020, cited), campaignText('b', 2024, cited)]);
    expect(campaign?.quotes).toEqual(['35', '69']);
    expect(campaign?.leavesOut).toContain('55');
  });
});

describe('what a wording cites of agreed texts', () => {
  const cited = (text: string) =>
    citedDocuments([text]).map(({ id, parts, leavesOut }) =>
      [id, parts.join(' '), leavesOut.join(' ')].join('|'),
    );

  it('is found in the languages of the Union, by the number of the part', () => {
    expect(cited('in accordance with Article 17 of the Constitution')).toEqual(['constitution|17|']);
    expect(cited("conformément à l'article 17 de la Constitution")).toEqual(['constitution|17|']);
    expect(cited('de conformidad con el artículo 17 de la Constitución')).toEqual(['constitution|17|']);
    expect(cited('в соответствии со статьей 17 Устава')).toEqual(['constitution|17|']);
    expect(
      cited('recalling Resolutions 101 and 102 (Rev. Bucharest, 2022) of the Plenipotentiary Conference'),
    ).toEqual(['plenipotentiary|101 102|']);
    expect(cited('the preamble to the Constitution of the Union')).toEqual(['constitution|preamble|']);
  });

  it('is nothing where another text has a part of that number', () => {
    expect(cited('Resolution 102 (Geneva, 2022) of this assembly')).toEqual([]);
    expect(cited('Article 19 of the rules of procedure')).toEqual([]);
    expect(cited('Article 117 of the Constitution')).toEqual([]);
  });

  it('tells the items of a paragraph that are passed over', () => {
    expect(cited('paragraph 35 a) of the Tunis Agenda')[0]).toMatch(
      /^tunis\|35 a\)\|.*35 b\) 35 c\) 35 d\) 35 e\)/,
    );
    expect(cited('paragraph 35 of the Tunis Agenda')[0]).not.toContain('35 b)');
  });
});

describe('campaigns in several languages', () => {
  it('are one where the same clauses of the same texts hold them', () => {
    const [en, fr] = [
      'that each Member State hold an equal entitlement to the address resources of the Internet',
      "que chaque Etat Membre dispose d'un droit égal aux ressources d'adresse de l'Internet",
    ].map((wording) => findCampaigns([campaignText('a', 2020, wording), campaignText('b', 2024, wording)]));
    const french = (fr ?? []).map((one) => ({ ...one, language: 'fr' as const }));
    const [joined, ...more] = joinCampaigns([en ?? [], french]);
    expect(more).toEqual([]);
    expect(joined?.versions).toEqual([{ language: 'fr', text: french[0]?.text }]);
    const elsewhere = french.map((one) => ({
      ...one,
      uses: one.uses.map((use) => ({ ...use, place: use.place + 1 })),
    }));
    expect(joinCampaigns([en ?? [], elsewhere])).toHaveLength(2);
  });
});

describe('language versions', () => {
  const version = (language: 'en' | 'fr', clauses: readonly string[]) => ({
    language,
    base: textOf(BASE),
    text: textOf(clauses),
  });

  it('reports a clause changed in one language only', () => {
    const changed = [BASE[0]?.replace('study', 'regulate') ?? '', BASE[1] ?? ''];
    const findings = compareVersions([version('en', changed), version('fr', BASE)], CORE_PACK);
    expect(findings).toMatchObject([{ kind: 'one', path: 'resolves 1', one: 'en', other: 'fr' }]);
    expect(compareVersions([version('en', changed), version('fr', changed)], CORE_PACK)).toEqual([]);
  });
});

describe('following', () => {
  it('counts whole days to a deadline', () => {
    expect([daysBetween('2024-09-14', '2024-09-16'), daysBetween('2024-09-17', '2024-09-16')]).toEqual([
      2, -1,
    ]);
  });

  it('puts states under the organisation of their region and strangers last', () => {
    const text = (sponsor: string | null): FollowedText => ({
      id: sponsor ?? 'none',
      name: '',
      meeting: null,
      action: 'MOD',
      sponsor,
      status: 'tabled',
      statusFrom: null,
      novelty: null,
      worst: null,
      red: 0,
      dangers: [],
      gravest: [],
    });
    const sponsors = [
      { symbol: 'IAP', region: 'IAP', acronym: 'CITEL' },
      { symbol: 'USA', region: 'IAP', acronym: null },
    ];
    const regions = byRegion([text('XYZ'), text('USA'), text('IAP')], sponsors);
    expect(regions.map(({ acronym, texts }) => [acronym, texts.map(({ id }) => id)])).toEqual([
      ['CITEL', ['USA', 'IAP']],
      [null, ['XYZ']],
    ]);
  });
});
