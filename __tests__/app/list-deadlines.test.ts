import { describe, expect, it } from '@jest/globals';
import { listDeadlines } from '../../src/app/list-deadlines.ts';
import { renderDeadlines } from '../../src/cli/render/deadlines.ts';
import { makeStyle } from '../../src/cli/render/style.ts';
import { exportWords } from '../../src/io/export/words.ts';
import { openLibrary } from '../../src/io/library/library.ts';

const library = openLibrary(undefined);
const told = (today: string, language: 'en' | 'fr' = 'en'): string =>
  renderDeadlines(
    listDeadlines(library, today),
    today,
    exportWords(language),
    language,
    makeStyle(false, 200),
  );

describe('the deadlines of meetings', () => {
  it('counts the days to contributions, to the opening and to each preparatory meeting', () => {
    const [meeting] = listDeadlines(library, '2024-08-01');
    expect(meeting).toMatchObject({ id: 'wtsa-24', daysLeft: 46, daysToStart: 75 });
    expect(meeting?.preparatory.map(({ start, daysLeft }) => [start, daysLeft])).toEqual(
      expect.arrayContaining([
        ['2024-08-12', 11],
        ['2024-07-25', -7],
        ['2024-08', null],
      ]),
    );
  });

  it('tells what is still to come, and of what is over only when contributions were due', () => {
    expect(told('2024-08-20')).toContain('Contributions due for WTSA-24: 2024-09-16 (in 27 days)');
    expect(told('2024-08-20')).toContain('WTSA-24 opens: 2024-10-15 (in 56 days)');
    // It has begun and goes on; the month alone is not over either.
    expect(told('2024-08-20')).toMatch(/2024-08-19 – 2024-08-23 \(1 day ago\)/);
    expect(told('2024-08-20')).toMatch(/RCC\): 2024-08$/m);
    expect(told('2024-08-20')).not.toContain('2024-07-25');
    expect(told('2025-01-01').trim()).toBe('Contributions due for WTSA-24: 2024-09-16 (107 days ago)');
    expect(told('2024-09-15', 'fr')).toContain('dans 1 jour');
  });
});
