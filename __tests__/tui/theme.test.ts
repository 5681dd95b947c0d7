import { describe, expect, it } from '@jest/globals';
import { THEMES, paletteOf } from '../../src/tui/theme.ts';
import { openPage } from './review-page.ts';
import { sampleReport } from './sample-report.ts';

/** Relative luminance and contrast ratio of WCAG 2.2. */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: string, other: string): number => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

describe.each(THEMES.filter((name) => name !== 'mono'))('theme %s', (name) => {
  const { colours, background } = paletteOf(name);

  it('can be read on its background', () => {
    for (const colour of Object.values(colours) as string[]) {
      expect([colour, contrast(colour, background) >= 4.5]).toEqual([colour, true]);
    }
  });

  it('tells removed from added by luminance too', () => {
    expect(contrast(colours.removed, colours.added)).toBeGreaterThan(1.4);
  });

  it('draws with its colours', async () => {
    const page = await openPage(sampleReport(), { color: true, theme: name });
    expect(page.look('shall').colour).toBe(Number.parseInt(colours.removed.slice(1), 16));
  });
});

describe('ascii', () => {
  it('draws its own signs without leaving ASCII', async () => {
    const page = await openPage(sampleReport(), { ascii: true, columns: 140, rows: 40 });
    for (const key of ['j', 'enter', 'q', '@', 'q']) {
      await page.press(key);
      expect(page.text().replace(/[“”]/gu, '')).not.toMatch(/[^\n -~]/);
    }
  });
});
