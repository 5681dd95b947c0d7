import { describe, expect, it } from '@jest/globals';
import type { PlainText } from '../../../src/app/apart/answers.ts';
import type { ReviewSession } from '../../../src/tui/session.ts';
import { openTerminal, type Page } from '../emulated-terminal.ts';
import { hostileStrings } from '../hostile-strings.ts';
import { sessionOf } from '../review-page.ts';
import { sampleReport } from '../sample-report.ts';

const { runOpening } = await import('../../../src/tui/opening/run-opening.ts');

const report = sampleReport();

/** The sample's revised wording as plain paragraphs, with enough before it to scroll. */
const TEXT: PlainText = {
  name: 'revised.md',
  paragraphs: [
    ...Array.from({ length: 40 }, (_, nth) => ({ text: `introduction ${nth}`, isHeading: false })),
    { text: 'resolves', isHeading: true },
    ...report.comparison.changes.flatMap(({ revised, unit }) =>
      unit === 'clause'
        ? revised.map(({ label, text }) => ({ text: `${label ?? ''} ${text}`, isHeading: false }))
        : [],
    ),
    ...Array.from({ length: 30 }, (_, nth) => ({ text: `annex ${nth}`, isHeading: false })),
  ],
};

interface Opened extends Page {
  readonly arrive: (session?: ReviewSession) => Promise<void>;
  readonly fail: (error: Error) => Promise<void>;
  readonly stops: () => number;
}

/** A review whose comparison arrives when the test says so. */
const open = async (
  text: PlainText | null = TEXT,
  patience = 0,
  columns = 80,
  rows = 24,
): Promise<Opened> => {
  let settle: (session: ReviewSession) => void = () => undefined;
  let refuse: (error: Error) => void = () => undefined;
  let stops = 0;
  const session = new Promise<ReviewSession>((resolve, reject) => {
    settle = resolve;
    refuse = reject;
  });
  const page = await openTerminal(columns, rows, (around) =>
    runOpening(
      {
        appearance: { uiLanguage: 'en', color: false },
        text: Promise.resolve(text),
        compared: session,
        open: () => session,
        stop: () => (stops += 1),
        patience,
      },
      around,
    ),
  );
  const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));
  await rest();
  await page.signal('drawn');
  return {
    ...page,
    stops: () => stops,
    arrive: async (arrived = sessionOf(report)) => {
      settle(arrived);
      await rest();
      await page.signal('drawn');
    },
    fail: async (error) => {
      refuse(error);
      await rest();
      await page.signal('drawn');
    },
  };
};

describe('while the comparison is made', () => {
  it('shows the text, then the comparison in its place, without clearing the window', async () => {
    const page = await open();
    expect(page.rows()[0]).toContain('revised.md');
    expect(page.rows()[0]).toContain('comparing');
    expect(page.text()).toContain('introduction 3');
    page.written();
    await page.arrive();
    expect(page.text()).toContain('flag');
    expect(page.rows()[0]).not.toContain('comparing');
    expect(page.written()).not.toContain('\u001B[2J');
    await page.press('q');
    expect(await page.code()).toBe(0);
    expect(page.stops()).toBe(0);
    expect([page.isAlternate(), page.isRaw()]).toEqual([false, false]);
  });

  it('scrolls, stays at the ends, and the comparison begins where one was', async () => {
    const page = await open();
    await page.press('k');
    expect(page.rows()[2]).toContain('introduction 0');
    await page.press('G', 'G');
    expect(page.rows().at(-3)).not.toBe('');
    await page.press('g');
    for (let row = 0; row < 60 && !(page.rows()[2] ?? '').includes('administrative costs'); row++) {
      await page.press('j');
    }
    await page.arrive();
    // Not the first change, where it would begin by itself.
    expect(page.current()).toContain('administrative costs');
    await page.press('q');
  });

  it('keeps keys that mean something in the comparison only', async () => {
    const page = await open();
    await page.press(']', 'f', 'c', 'tab', 'tab', 'o', '"quick thought');
    expect(page.text()).toContain('introduction 3');
    await page.arrive();
    expect(page.text()).toContain('quick thought');
    await page.press('ctrl-c');
    expect(await page.code()).toBe(130);
  });

  it.each([
    ['q', 0],
    ['ctrl-c', 130],
  ])('%s ends it and stops the comparing', async (key, code) => {
    const page = await open();
    await page.press(key);
    expect(await page.code()).toBe(code);
    expect(page.stops()).toBe(1);
    expect([page.isAlternate(), page.isRaw()]).toEqual([false, false]);
  });

  it.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])('%s gives the terminal back', async (signal, code) => {
    const page = await open();
    await page.signal(signal);
    expect(await page.code()).toBe(code);
    expect([page.isAlternate(), page.isRaw()]).toEqual([false, false]);
  });

  it('gives the terminal back before a failure is told', async () => {
    const page = await open();
    await page.fail(new Error('no such text'));
    await expect(page.code()).rejects.toThrow('no such text');
    expect([page.isAlternate(), page.isRaw()]).toEqual([false, false]);
  });

  it('never takes the terminal when the comparison fails at once', async () => {
    const page = await open(TEXT, 10_000);
    await page.fail(new Error('no such text'));
    await expect(page.code()).rejects.toThrow('no such text');
    expect(page.written()).toBe('');
  });

  it('does not flash up when the comparison is quick', async () => {
    const page = await open(TEXT, 10_000);
    await page.arrive();
    expect(page.written()).not.toContain('comparing');
    expect(page.text()).toContain('flag');
    await page.press('q');
  });

  it('can be suspended, and takes any window', async () => {
    const page = await open();
    await page.press('ctrl-z');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(page.written()).toMatch(/\u001B\[\?1049l[\s\S]*\u001B\[\?1049h/);
    for (const [columns, rows] of [
      [140, 40],
      [60, 15],
      [30, 8],
      [80, 24],
    ] as const) {
      await page.resize(columns, rows);
      expect(page.rows()[0]).toContain(columns < 40 ? 'small' : 'revised.md');
    }
    await page.press('q');
  });
});

it.each(hostileStrings.map((text) => [JSON.stringify(text), text] as const))(
  '%s does nothing before it is parsed either',
  async (_, text) => {
    const page = await open({
      name: text,
      paragraphs: [
        { text, isHeading: true },
        { text, isHeading: false },
      ],
    });
    const bytes = page
      .written()
      .replace(/\u001B\[(?:[0-9;]*m|\d+;\d+H|K|2J|H|\?(?:1049|25|2004|2026)[hl])/gu, '');
    expect(bytes).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
    await page.press('q');
    await page.arrive();
  },
);
