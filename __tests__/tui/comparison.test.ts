import { describe, expect, it } from '@jest/globals';
import { rowWidth } from '../../src/tui/layout/row-shape.ts';
import { textRow } from '../../src/tui/layout/row.ts';
import { openPage } from './review-page.ts';
import { sampleReport } from './sample-report.ts';

const SIZES: readonly (readonly [columns: number, rows: number])[] = [
  [80, 24],
  [140, 40],
  [60, 15],
];

describe('the comparison at 80x24 without colour', () => {
  it('shows clauses, word marks, folds, flags and the explanation', async () => {
    const page = await openPage(sampleReport());
    expect(page.text()).toBe(
      `
 Res. 99  Geneva 2022 → EUR/44A12-1  [model text]   3/25  !!2  !1  ++2  seen 0
────────────────────────────────────────────────────────────────────────────────
        considering
        a)  that the purposes of the Union include the promotion of efficient
            telecommunication services;
        b)  the importance of affordable access in developing countries,
        resolves
>!!  ~  1   that Member States [-shall-]{+should+} report annually to the
┃           Council on the measures taken to implement this Resolution[-, and-]
┃           {+, where appropriate, and+} on the resources allocated;
  !  +  2   {+that administrative costs shall be borne by the requesting+}
            {+Member State;+}
     #  3   (was 2) that the Director of TSB present a report;
 !!  -  4   [-that the Secretary-General convene a meeting each year;-]
 ++  M  4   (moved from invites Member States 2) to share {+openly +}what they
            measured;
────────────────────────────────────────────────────────────────────────────────
!! weakened multistakeholder language  resolves 1  critical   flag 1 of 2  open
   An obligation became a recommendation.
   Why: Nobody is bound any more.
   Points: base +4, operative +3 = 7
   Rests on: Tunis Agenda, paragraph 35 (Who does what: State … enter shows all
────────────────────────────────────────────────────────────────────────────────
 j move  ]c change  ]f flag  c note  x export  r seen  ? help  q quit`.slice(1),
    );
  });

  it('ends with split, joined, editorial, moved and renumbered clauses', async () => {
    const page = await openPage(sampleReport());
    await page.press('G');
    expect(page.rows().slice(2, 16).join('\n')).toBe(
      `
            published;
        ··· 11 unchanged clauses                                        z opens
        m)  that measurement m has been carried out and its results were
            published;
        instructs the Director of the Telecommunication Standardization Bureau
     S  1   (split from 1) to publish the list of measures[- and-]{+;+}
        2   to submit a report to TSAG;
     J  3   (joins 2, 3) to help administrations[-;-]
            {+and+} to train engineers,
     e  4   to recall Resolution 9 (Rev. [-Dubai, 2018-]{+Bucharest, 2022+}),
        invites Member States
        1   to take part in the work;
     M  2   (moved to resolves 4) to share what they measured;
>    #  2   (was 3) to contribute to this work;`.slice(1),
    );
  });
});

describe('the comparison in colour', () => {
  it('strikes through what went, underlines what came, in two colours and without signs', async () => {
    const page = await openPage(sampleReport(), { color: true });
    expect(page.text()).toContain('that Member States shallshould report');
    expect(page.look('shall')).toEqual({ strike: true, underline: false, inverse: false, colour: 0xffc078 });
    expect(page.look('should')).toEqual({ strike: false, underline: true, inverse: false, colour: 0x4d9fff });
    expect(page.look('report annually')).toMatchObject({ strike: false, underline: false });
  });

  it('writes no colour at all without colour, and still marks with lines', async () => {
    const page = await openPage(sampleReport());
    expect(page.written()).not.toMatch(/\u001B\[(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]/);
    expect(page.look('shall').strike).toBe(true);
    expect(page.look('should').underline).toBe(true);
  });
});

describe.each(SIZES)('moving at %ix%i', (columns, rows) => {
  it('keeps the current clause in view wherever one goes, and wraps around nowhere', async () => {
    const page = await openPage(sampleReport(), { columns, rows });
    const keys = [
      'g',
      'j',
      'j',
      'ctrl-d',
      'ctrl-d',
      ']',
      'c',
      'space',
      'G',
      'k',
      'ctrl-u',
      '[',
      'c',
      'b',
      'down',
      'up',
    ];
    for (const key of keys) {
      await page.press(key);
      expect([key, page.current().startsWith('>') || columns >= 140]).toEqual([key, true]);
      expect(page.text()).toContain('>');
    }
    await page.press('G', 'j');
    expect(page.status()).toBe('This is the last clause.');
    await page.press('g', 'k');
    expect(page.status()).toBe('This is the first clause.');
  });

  it('visits each change once with ]c, and says when there is none left', async () => {
    const page = await openPage(sampleReport(), { columns, rows });
    await page.press('g');
    const panel = (): string => page.text();
    let steps = 0;
    while (!page.status().startsWith('No change below') && steps < 30) {
      await page.press(']', 'c');
      steps += 1;
    }
    // Edited, added, deleted, moved, split, merged, editorial; the last press finds none.
    expect(steps).toBe(8);
    expect(panel()).toContain('Resolution 9');
    while (!page.status().startsWith('No change above') && steps < 60) {
      await page.press('[', 'c');
      steps += 1;
    }
    expect(steps).toBe(15);
  });

  it('fills no row beyond the window', async () => {
    const page = await openPage(sampleReport(), { columns, rows });
    for (const key of ['?', 'q', 'c', 'esc', '@', 'q', 'enter', 'q', 'G']) {
      await page.press(key);
      expect(page.rows().length).toBe(rows);
      for (const row of page.rows()) expect(rowWidth(textRow(row))).toBeLessThanOrEqual(columns);
    }
  });
});

describe('flags', () => {
  it('goes from flag to flag, also within a clause', async () => {
    const page = await openPage(sampleReport());
    const title = (): string => page.rows()[17]?.replace(/ {2,}/gu, ' ') ?? '';
    const visited = [title()];
    for (let nth = 0; nth < 4; nth++) {
      await page.press(']', 'f');
      visited.push(title());
    }
    expect(visited).toEqual([
      '!! weakened multistakeholder language resolves 1 critical flag 1 of 2 open',
      '++ limiter added resolves 1 green flag flag 2 of 2 open',
      ' ! expanded mandate resolves 2 watch open',
      '!! limiter removed resolves 4 serious open',
      '++ transparency added resolves 4 green flag open',
    ]);
    await page.press(']', 'f');
    expect(page.status()).toBe('No flag below.');
    await page.press('[', 'f', '[', 'f', '[', 'f');
    expect(title()).toBe(visited[1]);
  });

  it('explains a flag in full', async () => {
    const page = await openPage(sampleReport());
    await page.press('enter');
    for (const words of [
      'An obligation became a recommendation.',
      'Why: Nobody is bound any more.',
      'Points: base +4, operative +3 = 7',
      'Rests on: Tunis Agenda, paragraph 35',
      'Charitable reading: It may follow national practice.',
      'Cured by: Keep the obligation.',
      '++ limiter added',
    ]) {
      expect(page.text()).toContain(words);
    }
    await page.press('q');
    expect(page.current()).toContain('1   that Member States');
  });
});

describe('pending keys', () => {
  it('shows what a sequence may still become, and forgets it after a key that means nothing', async () => {
    const page = await openPage(sampleReport());
    await page.press(']');
    expect(page.text()).toMatch(/^ \] {2}c change {2}f flag {2}n next note {2}p next proposal/mu);
    expect(page.status()).toBe('s next heading');
    await page.press('y');
    expect(page.status()).toBe(']y does nothing here; ? lists the keys.');
  });

  it('takes several keys in one chunk', async () => {
    const page = await openPage(sampleReport());
    await page.send('gjj]c');
    expect(page.current()).toContain('2   {+that administrative');
  });

  it('runs nothing that is pasted', async () => {
    const page = await openPage(sampleReport());
    const before = page.text();
    await page.paste('Qxd\nG');
    expect(page.text()).toBe(before);
  });
});

describe('folding', () => {
  it('opens a run and closes it again, and all of them', async () => {
    const page = await openPage(sampleReport());
    await page.press('G');
    const isFolded = (): boolean => page.text().includes('··· 11 unchanged clauses');
    await page.press('[', 'c', '[', 'c', '[', 'c', 'k', 'k');
    expect(page.current()).toContain('··· 11 unchanged clauses');
    await page.press('z');
    expect(isFolded()).toBe(false);
    expect(page.current()).toContain('b)  that measurement b');
    await page.press('z');
    expect(page.current()).toContain('··· 11 unchanged clauses');
    await page.press('Z');
    expect(page.status()).toBe('All clauses are shown.');
    await page.press('Z');
    expect(isFolded()).toBe(true);
    await page.press('}');
    expect(page.text()).toContain('··· 9 unchanged clauses');
  });
});

describe('moves', () => {
  it('jumps between the two ends', async () => {
    const page = await openPage(sampleReport());
    await page.press(']', 'c', ']', 'c', ']', 'c');
    expect(page.current()).toContain('(moved from invites Member States 2)');
    await page.press('%');
    expect(page.current()).toContain('(moved to resolves 4)');
    await page.press('%');
    expect(page.current()).toContain('(moved from invites Member States 2)');
    await page.press('k', '%');
    expect(page.status()).toBe('This clause has not moved.');
  });
});

describe('side by side', () => {
  it('stands side by side from 120 columns and inline when asked', async () => {
    const page = await openPage(sampleReport(), { columns: 120, rows: 30 });
    const row = (): string => page.rows().find((text) => text.startsWith('>')) ?? '';
    expect(row()).toMatch(
      /^>!! {2}~ {2}1 {3}that Member States \[-shall-\] report.* │ 1 {3}that Member States \{\+should\+\}/,
    );
    await page.press('v');
    expect(row()).toContain('[-shall-]{+should+}');
    await page.press('v');
    expect(row()).toContain(' │ ');
  });

  it('says why it cannot at 80 columns', async () => {
    const page = await openPage(sampleReport());
    await page.press('v');
    expect(page.status()).toBe('Side by side needs 120 columns; there are 80.');
  });

  it('shows a text from right to left only inline', async () => {
    const report = sampleReport();
    const { revised } = report;
    const arabic = {
      ...report,
      revised: { ...revised, resolution: { ...revised.resolution, language: 'ar' as const } },
    };
    const page = await openPage(arabic, { columns: 140, rows: 40 });
    expect(page.text()).toContain('[-shall-]{+should+}');
    await page.press('v');
    expect(page.status()).toBe('A text written from right to left is only shown inline.');
  });
});

describe('resizing', () => {
  it('fits every window it is given and loses neither row nor place', async () => {
    const page = await openPage(sampleReport());
    await page.press(']', 'c');
    const current = 'that administrative';
    for (const [columns, rows] of [
      [60, 15],
      [140, 40],
      [100, 12],
      [80, 24],
    ] as const) {
      await page.resize(columns, rows);
      expect(page.rows().find((row) => row.includes('>'))).toBeDefined();
      expect(page.text()).toContain(current);
      expect(page.status()).toContain('? help');
      expect(page.rows()[0]).toContain('Res. 99');
    }
    await page.press('k');
    expect(page.current()).toContain('that Member States');
  });

  it('says so when the window is too small', async () => {
    const page = await openPage(sampleReport());
    await page.resize(30, 6);
    expect(page.text()).toContain('The window is too small');
    await page.resize(80, 24);
    expect(page.current()).toContain('that Member States');
  });
});
