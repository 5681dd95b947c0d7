import { describe, expect, it } from '@jest/globals';
import { sampleReport } from './sample-report.ts';
import { openPage } from './review-page.ts';

const SIZES = [
  { columns: 60, rows: 15 },
  { columns: 80, rows: 24 },
  { columns: 140, rows: 40 },
];

describe('the theme', () => {
  it('changes on the open screen, with signs where colours end', async () => {
    const page = await openPage(sampleReport(), { color: true, columns: 100 });
    expect(page.text()).not.toContain('[-shall-]');
    const dark = page.look('shall').colour;
    await page.press('ctrl-t');
    expect(page.status()).toContain('light');
    expect(page.look('shall').colour).not.toBe(dark);
    await page.press('ctrl-t', 'ctrl-t');
    expect(page.status()).toContain('mono');
    expect(page.text()).toContain('[-shall-]');
    await page.press('ctrl-t');
    expect(page.text()).not.toContain('[-shall-]');
    expect(page.look('shall').colour).toBe(dark);
    await page.press('q');
  });

  it('stays without colours where none are wanted', async () => {
    const page = await openPage(sampleReport(), { color: false });
    await page.press('ctrl-t');
    expect(page.status()).toContain('mono');
    expect(page.text()).toContain('[-shall-]');
    await page.press('q');
  });
});

describe('the layout asked for', () => {
  it('is taken at the start, and v still changes it', async () => {
    const page = await openPage(sampleReport(), { layout: 'inline', columns: 130, rows: 30 });
    expect(page.text()).not.toContain(' │ ');
    await page.press('v');
    expect(page.text()).toContain(' │ ');
    await page.press('q');
  });
});

describe('keys of one’s own', () => {
  it('work, replace the shipped ones, and are what help and palette show', async () => {
    const page = await openPage(sampleReport(), { keys: { 'review.next': ['J', '; j'] }, rows: 40 });
    const before = page.current();
    await page.press('j');
    expect(page.current()).toBe(before);
    await page.press('J');
    const after = page.current();
    expect(after).not.toBe(before);
    await page.press('k', ';', 'j');
    expect(page.current()).toBe(after);
    await page.press('?');
    expect(page.text()).toMatch(/J {2};j +next clause/u);
    await page.press('q', ':', '"next clause');
    expect(page.text()).toMatch(/J.*next clause/u);
    await page.press('ctrl-c');
  });
});

describe.each(SIZES)('for a screen reader at $columns x $rows', ({ columns, rows }) => {
  const open = () => openPage(sampleReport(), { isLinear: true, columns, rows });

  it('says one clause at a time in words, without columns and lines', async () => {
    const page = await open();
    expect(page.text()).not.toMatch(/[─│┃]|\[-|\{\+/u);
    expect(page.rows()[0]).toMatch(/^Res\. .*clause \d+ of \d+\.?/u);
    expect(page.text()).toContain('(removed: shall)');
    expect(page.text()).toMatch(/>resolves 1, edited/u);
    const before = page.text();
    await page.press('j');
    expect(page.text()).not.toBe(before);
    expect(page.text()).toMatch(/>resolves 2, added/u);
    await page.press('q');
  });

  it('keeps the terminal’s cursor on the current line, and where one types', async () => {
    const page = await open();
    page.written();
    await page.press('j');
    const row = page.rows().findIndex((line) => line.startsWith('>')) + 1;
    expect(page.written()).toMatch(new RegExp(`\\u001B\\[${row};1H\\u001B\\[\\?25h\\u001B\\[\\?2026l$`, 'u'));
    await page.press('/');
    expect(page.written()).toMatch(new RegExp(`\\u001B\\[${rows};\\d+H\\u001B\\[\\?25h`, 'u'));
    await page.press('esc', 'r');
    expect(page.text()).toMatch(/>resolves 2, added.*seen/u);
    await page.press('c', 'tab', 'tab', 'o', '"heard');
    expect(page.text()).toContain('heard');
    await page.press('ctrl-c');
    expect(page.saved.at(-1)?.notes[0]?.comment).toBe('heard');
  });
});

describe('the mouse', () => {
  const wheel = (button: number, x: number, y: number): string => `\u001B[<${button};${x + 1};${y + 1}M`;

  it('is asked for only where it is wanted, and given back', async () => {
    const without = await openPage(sampleReport());
    expect(without.written()).not.toContain('?1000h');
    await without.press('q');
    const page = await openPage(sampleReport(), { mouse: true });
    expect(page.written()).toContain('\u001B[?1000h\u001B[?1006h');
    await page.press('q');
    expect(page.written()).toMatch(/\u001B\[\?1006l\u001B\[\?1000l.*\u001B\[\?1049l$/u);
  });

  it('moves by the wheel and goes where it clicks', async () => {
    const page = await openPage(sampleReport(), { mouse: true });
    const first = page.current();
    await page.send(wheel(65, 10, 5));
    const second = page.current();
    expect(second).not.toBe(first);
    await page.send(wheel(64, 10, 5));
    expect(page.current()).toBe(first);
    const y = page.rows().findIndex((row) => row === second.replace('>', ' '));
    await page.send(wheel(0, 20, y) + wheel(0, 20, y).replace('M', 'm'));
    expect(page.current()).toBe(second);
    const shown = page.text();
    await page.send(wheel(0, 20, 0));
    await page.send(wheel(2, 20, 6));
    expect(page.text()).toBe(shown);
    await page.press('q');
  });
});
