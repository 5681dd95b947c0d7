import { describe, expect, it } from '@jest/globals';
import { openPage } from './review-page.ts';
import { sampleReport } from './sample-report.ts';

describe('a note', () => {
  it('is written on several lines with a stance, and saved at once', async () => {
    const page = await openPage(sampleReport());
    await page.press(
      'c',
      'tab',
      'tab',
      'o',
      '"ask EUR',
      'enter',
      '"for the reason',
      'tab',
      '"that it shall',
      'ctrl-s',
    );
    expect(page.saved.at(-1)?.notes).toEqual([
      {
        id: 'note-1',
        anchor: {
          side: 'revised',
          path: 'resolves 1',
          quote: expect.stringMatching(/^that Member States should/),
        },
        stance: 'oppose',
        comment: 'ask EUR\nfor the reason',
        counterText: 'that it shall',
        author: 'me',
        created: '2026-11-20T10:00:00.000Z',
        updated: '2026-11-20T10:00:00.000Z',
      },
    ]);
    expect(page.status()).toBe('Note saved. u undoes.');
    expect(page.current()).toMatch(/^>!! n~/);
    expect(page.text()).toContain('me 2026-11-20 [oppose]: ask EUR');
  });

  it('is changed by the same key, keeps its id, and can be undone and done again', async () => {
    const page = await openPage(sampleReport());
    await page.press('c', 'tab', 'tab', 's', 'h', 'i', 'esc', 'c', '!', 'esc');
    const comments = (): unknown => page.saved.at(-1)?.notes.map(({ id, comment }) => [id, comment]);
    expect(comments()).toEqual([['note-1', 'hi!']]);
    await page.press('u');
    expect(comments()).toEqual([['note-1', 'hi']]);
    await page.press('u');
    expect(comments()).toEqual([]);
    await page.press('u');
    expect(page.status()).toBe('Nothing to undo.');
    await page.press('ctrl-r', 'ctrl-r');
    expect(comments()).toEqual([['note-1', 'hi!']]);
    await page.press('D');
    expect(comments()).toEqual([]);
  });

  it('takes letters that are commands elsewhere, pastes, accents and moves of the caret', async () => {
    const page = await openPage(sampleReport());
    await page.press('c', 'tab', 'tab', '-', '"qQ?x');
    await page.paste('é\u001B[31m\nz');
    await page.press('left', 'right', 'ctrl-a', '"1 ', 'ctrl-s');
    expect(page.saved.at(-1)?.notes[0]?.comment).toBe('qQ?xé\uFFFD[31m\n1 z');
  });

  it('comes back after it was left without saving', async () => {
    const page = await openPage(sampleReport());
    await page.press('c', 'tab', 'tab', 'w', '"half a thought', 'ctrl-x');
    expect(page.saved.flatMap(({ notes }) => notes)).toEqual([]);
    expect(page.status()).toContain('what you wrote comes back');
    await page.press('j', 'k', 'c');
    expect(page.text()).toContain('half a thought');
    await page.press('esc');
    expect(page.saved.at(-1)?.notes[0]?.comment).toBe('half a thought');
  });

  it('saves nothing when nothing was written', async () => {
    const page = await openPage(sampleReport());
    await page.press('c', 'tab', 'esc');
    expect(page.status()).toBe('Nothing written, nothing saved.');
    expect(page.saved.flatMap(({ notes }) => notes)).toEqual([]);
  });

  it('is found again by ]n and in the list of all', async () => {
    const page = await openPage(sampleReport());
    await page.press('G', 'c', 'tab', 'tab', 'a', '"last one', 'esc', 'g', ']', 'n');
    expect(page.current()).toContain('to contribute to this work;');
    await page.press(']', 'n');
    expect(page.status()).toBe('No note below.');
    await page.press('g', '@');
    expect(page.text()).toContain('[amend] me: last one');
    expect(page.rows().filter((row) => /^[> ](?:!!| !|\+\+| n) /u.test(row)).length).toBe(6);
    await page.press('/', '"last', 'enter');
    expect(page.rows()[0]).toContain('1 of 6');
    await page.press('enter');
    expect(page.current()).toContain('to contribute to this work;');
  });

  it('keeps its clause out of a fold', async () => {
    const page = await openPage(sampleReport());
    await page.press('Z', '/', '"measurement g', 'enter', 'c', 'w', 'x', 'esc', 'Z');
    expect(page.current()).toMatch(/^> {2} n {3}g\)/);
    expect(page.text()).toContain('··· 4 unchanged clauses');
  });

  it('opens in an editor outside and comes back as what was saved there', async () => {
    const page = await openPage(sampleReport(), {
      editText: (text) => Promise.resolve(`${text}long\nnote\n`),
    });
    await page.press('e', '');
    expect(page.saved.at(-1)?.notes[0]?.comment).toBe('long\nnote');
    expect(page.isAlternate()).toBe(true);
    expect(page.status()).toContain('Note saved.');
  });
});

describe('saving', () => {
  it('says that it failed, keeps the note and tries again', async () => {
    let isFull = true;
    const page = await openPage(sampleReport(), {
      save: () => (isFull ? Promise.reject(new Error('disk full')) : Promise.resolve()),
    });
    await page.press('c', 'tab', 'tab', 'o', 'x', 'esc', 'ctrl-l');
    expect(page.text()).toContain('not saved');
    expect(page.text()).toContain('[oppose]: x');
    await page.press('q');
    await page.press('ctrl-l');
    expect(page.isAlternate()).toBe(true);
    isFull = false;
    await page.press('r');
    expect(page.rows()[0]).not.toContain('not saved');
    await page.press('q');
    expect(await page.code()).toBe(0);
  });

  it('leaves without saving only when asked twice', async () => {
    const page = await openPage(sampleReport(), { save: () => Promise.reject(new Error('disk full')) });
    await page.press('c', 'tab', 'tab', 'o', 'x', 'esc', 'q');
    expect(page.status()).toContain('Not saved: disk full. q again leaves without saving.');
    await page.press('q');
    expect(await page.code()).toBe(0);
  });

  it('says where the notes went, and why they could not go', async () => {
    const page = await openPage(sampleReport());
    await page.press('x');
    expect(page.status()).toBe('Written to reviews/notes.md');
    const other = await openPage(sampleReport(), {
      exportNotes: () => Promise.reject(new Error('read-only')),
    });
    await other.press('x');
    expect(other.status()).toBe('The notes could not be exported: read-only');
  });
});

describe('judging', () => {
  it('accepts and dismisses a flag with a reason', async () => {
    const page = await openPage(sampleReport());
    await page.press('d', 'enter');
    expect(page.status()).toBe('A dismissal needs a reason.');
    await page.press('"national law', 'enter');
    expect(page.saved.at(-1)?.decisions).toMatchObject([
      { decision: 'dismissed', reason: 'national law', author: 'me' },
    ]);
    expect(page.rows()[0]).toContain('!!1  !1');
    expect(page.current()).toMatch(/^>\+\+/);
    expect(page.text()).toContain('dismissed by me: national law');
    await page.press('d');
    expect(page.status()).toBe('Flag open again.');
    await page.press('a', 'enter');
    expect(page.saved.at(-1)?.decisions).toMatchObject([{ decision: 'accepted', reason: '' }]);
    await page.press('u', 'u', 'u');
    expect(page.saved.at(-1)?.decisions ?? []).toEqual([]);
  });

  it('marks clauses as seen', async () => {
    const page = await openPage(sampleReport());
    await page.press('r');
    expect(page.current()).toMatch(/^>!!x ~/);
    expect(page.rows()[0]).toContain('seen 1');
    await page.press('r');
    expect(page.rows()[0]).toContain('seen 0');
  });
});

describe('searching', () => {
  it('finds words of both texts, opens folds, and wraps around nowhere', async () => {
    const page = await openPage(sampleReport());
    await page.press('/', '"MEASUREMENT', 'enter');
    expect(page.status()).toBe('13 clauses with “MEASUREMENT”');
    expect(page.current()).toContain('a)  that measurement a');
    expect(page.look('measurement a').inverse).toBe(true);
    await page.press('n');
    expect(page.current()).toContain('b)  that measurement b');
    await page.press('N', 'N');
    expect(page.status()).toBe('No match above.');
    await page.press('/', 'ctrl-u', '"shall report', 'enter');
    expect(page.status()).toBe('No match below.');
    await page.press('N');
    expect(page.current()).toContain('that Member States');
    await page.press('esc');
    expect(page.look('shall').inverse).toBe(false);
    expect(page.isAlternate()).toBe(true);
  });
});
