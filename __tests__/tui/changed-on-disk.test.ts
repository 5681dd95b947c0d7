import { describe, expect, it } from '@jest/globals';
import { openPage } from './review-page.ts';
import { sampleReport } from './sample-report.ts';

/** A review whose texts change when the test says so. */
const open = async () => {
  let change: () => void = () => undefined;
  let isWatched = false;
  const page = await openPage(sampleReport(), {
    columns: 120,
    watch: (onChange) => {
      change = onChange;
      isWatched = true;
      return () => {
        isWatched = false;
      };
    },
  });
  return {
    ...page,
    isWatched: () => isWatched,
    change: async () => {
      change();
      await page.signal('drawn');
    },
  };
};

describe('a text that changes on the disk', () => {
  it('is told, with the key that reads it again', async () => {
    const page = await open();
    await page.change();
    expect(page.status()).toMatch(/changed on the disk; R reads/u);
    await page.press('q');
    expect(await page.code()).toBe(0);
    expect(page.isWatched()).toBe(false);
  });

  it('waits until what is being typed is finished, and takes no letter of it', async () => {
    const page = await open();
    await page.press('c', 'tab', 'tab', 'o', '"half a th');
    await page.change();
    expect(page.text()).not.toContain('changed on the disk');
    await page.press('"ought', 'ctrl-s');
    expect(page.status()).toContain('changed on the disk');
    expect(page.saved.at(-1)?.notes[0]?.comment).toBe('half a thought');
    await page.press('/', '"that');
    await page.change();
    expect(page.status()).toContain('that');
    await page.press('enter');
    expect(page.status()).toContain('changed on the disk');
    await page.press('Q');
  });
});
