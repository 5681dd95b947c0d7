import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import source from '../../../data/keys.yaml';
import { COMMANDS } from '../../../src/tui/keys/commands.ts';
import { keyConflicts, remappingProblems } from '../../../src/tui/keys/check-keys.ts';
import { keyTable } from '../../../src/tui/keys/key-table.ts';
import { libraryCommands } from '../../../src/tui/library/update-library.ts';
import { pageCommands } from '../../../src/tui/pages/update-pages.ts';
import { handledCommands } from '../../../src/tui/state/update.ts';
import { openPage } from '../review-page.ts';
import { sampleReport } from '../sample-report.ts';

const localised = z.strictObject({ en: z.string().min(1), fr: z.string().min(1) });

describe('the key table', () => {
  it('has the shape that the code trusts', () => {
    const schema = z.strictObject({
      groups: z.record(z.string(), localised),
      commands: z.array(
        z.strictObject({
          command: z.enum(COMMANDS),
          keys: z.array(z.string().min(1)).min(1),
          in: z.enum([
            'library',
            'page',
            'review',
            'list',
            'reader',
            'note',
            'prompt',
            'screens',
            'everywhere',
          ]),
          group: z.string(),
          help: localised,
          hint: localised.optional(),
        }),
      ),
    });
    const { groups, commands } = schema.parse(source);
    for (const { group } of commands) expect(Object.keys(groups)).toContain(group);
  });

  it('names every command once, and each does something', () => {
    const named = keyTable().entries.map(({ command }) => command);
    expect([...named].sort()).toEqual([...COMMANDS].sort());
    const handled = new Set([...handledCommands(), ...libraryCommands(), ...pageCommands()]);
    expect([...handled].sort()).toEqual([...COMMANDS].sort());
  });

  it('has no key that could never be pressed', () => {
    expect(keyConflicts(keyTable())).toEqual([]);
  });

  it.each([
    [{ 'review.fly': ['F'] }, 'review.fly', 'there is no command review.fly'],
    [{ 'review.next': ['n'] }, 'review.next', 'n stands for both review.next and review.nextMatch in review'],
    [{ 'review.next': ['] j', ']'] }, 'review.next', /^\] stands for both review.next and review./u],
    [{ 'review.next': ['ctr-x'] }, 'review.next', 'no key is called "ctr-x"'],
    [{ 'app.interrupt': [] }, 'app.interrupt', /needs a key/u],
    [{ 'note.save': ['s'] }, 'note.save', 's is text where note.save works'],
  ])('tells what is wrong with a user’s own keys: %j', (mine, command, message) => {
    const problems = remappingProblems(keyTable(mine), mine);
    expect(problems[0]?.command).toBe(command);
    expect(problems[0]?.message).toMatch(message);
  });

  it('takes keys that are right, as they are and as they are shown', () => {
    const mine = { 'review.next': ['J', 'ctrl-n'], 'review.nextFlag': ['] j'], 'app.redraw': [] };
    const table = keyTable(mine);
    expect(remappingProblems(table, mine)).toEqual([]);
    expect(table.entries.find(({ command }) => command === 'review.nextFlag')?.keys).toEqual([[']', 'j']]);
  });
});

describe('the palette', () => {
  it('finds a command by its words and runs it on the comparison', async () => {
    const page = await openPage(sampleReport());
    await page.press(':', '"last clause');
    expect(page.text()).toMatch(/^> G end {2,}last clause/mu);
    await page.press('enter');
    expect(page.current()).toContain('to contribute to this work;');
    await page.press(':', '"flag', 'down', 'down', 'up', 'enter');
    expect(page.current()).toContain('(moved from invites');
    await page.press(':', '"zzz', 'enter');
    expect(page.status()).toBe('The list is empty.');
    await page.press('esc');
    expect(page.current()).toContain('(moved from invites');
  });
});

describe('a remapped key', () => {
  it('works, frees the old one, and is what the help and the hints show', async () => {
    const page = await openPage(sampleReport(), {
      keys: { 'review.next': ['J'], 'review.nextFlag': ['g f'], 'review.first': ['g g'] },
    });
    expect(page.status()).toMatch(/^J move {2}\]c change {2}gf flag/);
    await page.press('j');
    expect(page.status()).toBe('j does nothing here; ? lists the keys.');
    await page.press('J');
    expect(page.current()).toContain('that administrative');
    await page.press('g', 'g', 'g', 'f');
    expect(page.current()).toContain('that Member States');
    await page.press('?');
    expect(page.text()).toMatch(/J {2,}next clause/);
  });
});
