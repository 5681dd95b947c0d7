import { describe, expect, it } from '@jest/globals';
import { dayRange, longDay } from '../../src/app/letter-dates.ts';
import { writeLetter } from '../../src/app/letter.ts';
import { openLibrary } from '../../src/io/library/library.ts';

const contextOf = (uiLanguage: 'en' | 'fr') => ({
  library: openLibrary(undefined),
  language: undefined,
  uiLanguage,
});
const letter = (to: string | undefined, today: string, uiLanguage: 'en' | 'fr' = 'en'): Promise<string> =>
  writeLetter(
    'wtsa-24',
    undefined,
    { country: 'Kenya', from: 'Our Network', today, ...(to === undefined ? {} : { to }) },
    contextOf(uiLanguage),
  );

describe('the letter', () => {
  it('greets a person by title and an office in general', async () => {
    expect(await letter('Dr Njeri', '2024-08-01')).toContain('\nDear Dr Njeri,\n');
    expect(await letter('The Principal Secretary', '2024-08-01')).toContain('\nDear Sir or Madam,\n');
    expect(await letter(undefined, '2024-08-01')).toContain('To: [to]');
    const french = await letter('Madame la Ministre', '2024-08-01', 'fr');
    expect(french).toContain('Nous vous prions d’agréer, Madame la Ministre, l’expression');
    expect(french).toContain('avant l’Assemblée mondiale de normalisation des télécommunications (AMNT-24)');
  });

  it('tells the deadline as it stands', async () => {
    expect(await letter(undefined, '2024-09-16')).toContain('Contributions are due on 16 September 2024.');
    expect(await letter(undefined, '2024-09-17')).toContain('Contributions were due on 16 September 2024;');
    expect(await letter(undefined, '2024-09-16', 'fr')).toContain(
      'sont à remettre le 16 septembre 2024 au plus tard',
    );
  });

  it('writes dates as letters do', () => {
    expect(dayRange('2024-10-15', '2024-10-24', 'en')).toEqual(['15', '24 October 2024']);
    expect(dayRange('2024-10-01', '2024-10-24', 'fr')).toEqual(['1er', '24 octobre 2024']);
    expect(dayRange('2024-09-30', '2024-10-02', 'fr')).toEqual(['30 septembre 2024', '2 octobre 2024']);
    expect(longDay('2024-08', 'fr')).toBe('août 2024');
    expect(longDay('2024-10-01', 'fr')).toBe('1er octobre 2024');
    expect(longDay('2024-10-01', 'en')).toBe('1 October 2024');
  });
});
