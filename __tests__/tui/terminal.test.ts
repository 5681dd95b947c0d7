import { describe, expect, it } from '@jest/globals';
import { sanitiseLine } from '../../src/core/text/sanitise.ts';
import { hostileStrings } from './hostile-strings.ts';
import { buildReport, flagOn } from './report-builder.ts';
import { openPage } from './review-page.ts';
import { longReport, sampleReport } from './sample-report.ts';

/** What the screen itself may send: its own SGR, cursor places, erasing, modes; and printable text. */
const OWN_SEQUENCES = /\u001B\[(?:[0-9;]*m|\d+;\d+H|K|2J|H|\?(?:1049|25|2004|2026)[hl])/gu;

describe.each([
  ['q', 0],
  ['Q', 0],
  ['ctrl-c', 130],
])('leaving with %s', (key, code) => {
  it('gives the terminal back', async () => {
    const page = await openPage(sampleReport());
    expect([page.isAlternate(), page.isRaw()]).toEqual([true, true]);
    await page.press(key);
    expect(await page.code()).toBe(code);
    expect([page.isAlternate(), page.isRaw()]).toEqual([false, false]);
    expect(page.written()).toMatch(/\u001B\[\?25h\u001B\[\?1049l$/);
  });
});

describe.each([
  ['SIGTERM', 143],
  ['SIGHUP', 129],
  ['SIGINT', 130],
])('%s', (signal, code) => {
  it('gives the terminal back and loses nothing of a note being written', async () => {
    const page = await openPage(sampleReport());
    await page.press('c', 'tab', 'tab', 'o', '"unfinished');
    await page.signal(signal);
    expect(await page.code()).toBe(code);
    expect([page.isAlternate(), page.isRaw()]).toEqual([false, false]);
    expect(page.saved.at(-1)?.notes[0]?.comment).toBe('unfinished');
  });
});

describe('a crash', () => {
  it('gives the terminal back before the stack is printed', async () => {
    const page = await openPage(sampleReport(), {
      now: () => {
        throw new Error('no clock');
      },
    });
    await page.press('c', 'tab', 'tab', 'o', 'x', 'esc');
    await expect(page.code()).rejects.toThrow('no clock');
    expect([page.isAlternate(), page.isRaw()]).toEqual([false, false]);
  });
});

describe('the place', () => {
  it('is saved on leaving and is where the next start begins', async () => {
    const page = await openPage(sampleReport());
    await page.press('G', 'q');
    expect(await page.code()).toBe(0);
    const review = page.saved.at(-1);
    expect(review?.place).toEqual({ side: 'revised', path: 'invites Member States 2' });
    const again = await openPage(sampleReport(), review ? { review } : {});
    expect(again.current()).toContain('to contribute to this work;');
  });
});

describe('suspending', () => {
  it('gives the terminal back and takes it again', async () => {
    const page = await openPage(sampleReport());
    await page.press('ctrl-z');
    await page.press('ctrl-l');
    expect(page.written()).toMatch(/\u001B\[\?1049l[\s\S]*\u001B\[\?1049h/);
    expect(page.isAlternate()).toBe(true);
    expect(page.current()).toContain('that Member States');
  });
});

describe('bytes', () => {
  it('writes a few rows for a key, never clears the window', async () => {
    const page = await openPage(longReport(300), { columns: 140, rows: 40 });
    page.written();
    await page.press('j');
    const bytes = page.written();
    expect(bytes).not.toContain('\u001B[2J');
    expect(bytes).not.toContain('\u001B[3J');
    expect(bytes.length).toBeLessThan(6000);
    await page.press('y');
    page.written();
    await page.press('ctrl-l');
    expect(page.written()).toContain('\u001B[2J');
  });
});

describe('hostile strings', () => {
  const report = (text: string) =>
    buildReport(
      [
        {
          heading: `resolves${text}`,
          changes: [
            { kind: 'edited', base: `1${text}`, revised: '1', text: `${text}[-${text}-]{+${text}x+}` },
            { kind: 'moved', base: '3', revised: '2', text },
          ],
        },
      ],
      {
        base: { name: text, symbol: text, kind: 'draft' },
        revised: { name: text, symbol: text },
        flags: [
          flagOn(
            { revised: [`resolves${text} 1`] },
            {
              label: text,
              message: { en: text, fr: text },
              why: { en: text, fr: text },
              basis: [text],
              sum: [[text, 1]],
              evidence: [{ side: 'revised', path: 'x', start: 0, end: 1, text }],
            },
          ),
        ],
      },
    );

  it.each(hostileStrings.map((text) => [JSON.stringify(text), text] as const))(
    '%s does nothing in any field of any screen',
    async (_name, text) => {
      const page = await openPage(report(text), { author: text, columns: 100, rows: 24 });
      await page.press('c', 'tab', 'tab', 'o');
      await page.paste(text);
      await page.send(text.replace(/[\u0003\u001A]/gu, ''));
      await page.press('ctrl-s', 'enter', 'q', '@', 'enter', '/');
      await page.paste(text);
      await page.press('enter', 'd', 'x', 'enter', '?', 'q');
      const bytes = page.written().replace(OWN_SEQUENCES, '');

      expect(bytes).not.toMatch(/[\u0000-\u001F\u007F-\u009F]/);
      expect(bytes).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
      if (sanitiseLine(text) !== text) expect(bytes.length).toBeGreaterThan(1000);
    },
  );
});
