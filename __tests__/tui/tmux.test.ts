import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { describeWithTool } from '../support/need-tool.ts';

const CLI = join(process.cwd(), 'dist', 'cli.js');

const socket = `clausewatch-test-${process.pid}`;
let folder = '';

const tmux = (...args: string[]): string =>
  execFileSync('tmux', ['-L', socket, '-f', '/dev/null', ...args], { encoding: 'utf8' });

const keys = (...pressed: string[]): void => void tmux('send-keys', ...pressed);
const shown = (): string => tmux('capture-pane', '-p');

/** Waits for a change, never for a time: reads the pane until it answers. */
const until = async (answers: (text: string) => boolean): Promise<string> => {
  const end = Date.now() + 20_000;
  for (;;) {
    const text = shown();
    if (answers(text)) return text;
    if (Date.now() > end) throw new Error(`the terminal never showed what was awaited:\n${text}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
};

const shows = (words: string): Promise<string> => until((text) => text.includes(words));

const open = async (environment = ''): Promise<void> => {
  const review = `${process.execPath} ${CLI} review wtsa-64@2022-geneva wtsa-64@wtsa-24/rcc-40a7 --library ${folder}/library`;
  const command = `${environment} sh -c 'echo $$ > ${folder}/pid; exec ${review}'`;
  keys(`clear; ${command}; echo "left with $?"`, 'Enter');
  // The text may stand there first while it is compared.
  await until((text) => text.includes('? help') && !text.includes('comparing'));
};

const reviews = (): string => {
  const at = join(folder, 'library', 'reviews');
  const files = existsSync(at) ? readdirSync(at, { withFileTypes: true, recursive: true }) : [];
  return files
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('');
};

const pidOf = (): number => Number(readFileSync(join(folder, 'pid'), 'utf8'));

describeWithTool('tmux')('in a real terminal', () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'clausewatch-tmux-'));
    execFileSync('mkdir', [join(folder, 'library')]);
    const env = ['-e', 'CI=true', '-e', 'CLAUSEWATCH_AUTHOR=me', '-e', `HOME=${folder}`, '-e', 'PS1=$ '];
    tmux('new-session', '-d', '-x', '80', '-y', '24', ...env, 'sh');
  });
  afterEach(() => {
    spawnSync('tmux', ['-L', socket, 'kill-server']);
    // What the program was still writing when its terminal went away may come in between.
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });

  it('opens under CI=true, resizes, takes a note and leaves the shell as it was', async () => {
    keys('echo before', 'Enter');
    await open();
    expect(shown()).toContain('[model text]');
    for (const [columns, rows] of [
      ['140', '40'],
      ['60', '15'],
      ['80', '24'],
    ] as const) {
      tmux('resize-window', '-x', columns, '-y', rows);
      const text = await until((screen) => {
        const lines = screen.trimEnd().split('\n');
        return (
          (lines[0]?.includes('Res. 64') ?? false) && (lines[Number(rows) - 1]?.includes('? help') ?? false)
        );
      });
      expect(text).toMatch(/^[^\n]*>/mu);
    }
    keys(']', 'f', 'c', 'Tab', 'Tab', 'o');
    await shows('counter-text');
    keys('-l', 'ask why');
    keys('C-s');
    await shows('Note saved.');
    // The frame comes before the file.
    await until(() => reviews().includes('"ask why"'));
    keys('q');
    const text = await shows('left with 0');
    expect(text).not.toContain('[model text]');
    expect(tmux('display-message', '-p', '#{cursor_flag} #{alternate_on}').trim()).toBe('1 0');
  });

  it.each([
    ['TERM', 143],
    ['HUP', 129],
    ['INT', 130],
  ])('gives the terminal back on SIG%s and keeps the note being written', async (signal, code) => {
    await open();
    keys('c', 'Tab', 'Tab', 'w');
    keys('-l', 'half a note');
    await shows('half a note');
    process.kill(pidOf(), `SIG${signal}`);
    await shows(`left with ${code}`);
    expect(tmux('display-message', '-p', '#{cursor_flag} #{alternate_on}').trim()).toBe('1 0');
    expect(reviews()).toContain('half a note');
    keys('echo typed', 'Enter');
    await shows('typed');
  });

  it('ends with 130 on Ctrl-C', async () => {
    await open();
    keys('C-c');
    await shows('left with 130');
  });

  it('is suspended by Ctrl-Z and comes back with fg', async () => {
    keys('set -m', 'Enter');
    await open();
    keys('C-z');
    await until((text) => !text.includes('? help'));
    expect(tmux('display-message', '-p', '#{alternate_on}').trim()).toBe('0');
    keys('fg', 'Enter');
    await shows('? help');
    keys('q');
    await until((text) => !text.includes('? help'));
  });

  it('comes back to the clause one left', async () => {
    await open();
    const current = (): string | undefined =>
      shown()
        .split('\n')
        .find((row) => row.startsWith('>'));
    const first = current();
    keys('G');
    await until(() => current() !== first);
    const last = current();
    keys('q');
    await shows('left with 0');
    await open();
    expect(current()).toBe(last);
    keys('q');
  });

  it('loses nothing when its terminal is closed, and ends', async () => {
    await open();
    keys('c', 'Tab', 'Tab', 'w');
    keys('-l', 'said and gone');
    await shows('said and gone');
    const pid = pidOf();
    tmux('kill-server');
    const end = Date.now() + 20_000;
    const isAlive = (): boolean => {
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    };
    while (isAlive() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 40));
    expect(isAlive()).toBe(false);
    expect(reviews()).toContain('said and gone');
  });

  it('takes a note from the editor', async () => {
    const editor = join(folder, 'editor');
    writeFileSync(editor, '#!/bin/sh\necho "from the editor" > "$1"\n', { mode: 0o755 });
    await open(`EDITOR=${editor}`);
    keys('e');
    await shows('from the editor');
    await until(() => reviews().includes('from the editor'));
    keys('q');
    await shows('left with 0');
  });

  it('can be left while it still compares', async () => {
    const lines = Array.from({ length: 4_000 }, (_, nth) => `${nth + 1} that lamp ${nth} be lit;\n`);
    const text = `# RESOLUTION 1\n\n*resolves*\n\n${lines.join('\n')}`;
    writeFileSync(join(folder, 'base.md'), text);
    writeFileSync(join(folder, 'revised.md'), text.replaceAll('be lit', 'shine'));
    const review = `${process.execPath} ${CLI} review ${folder}/base.md ${folder}/revised.md --library ${folder}/library`;
    keys(`clear; ${review}; echo "left with $?"`, 'Enter');
    await shows('that lamp 3 shine');
    keys('q');
    await shows('left with 0');
    expect(tmux('display-message', '-p', '#{cursor_flag} #{alternate_on}').trim()).toBe('1 0');
  });

  it('follows the settings, and tells a bad one with file and line', async () => {
    const at = join(folder, 'clausewatch', 'config.yaml');
    execFileSync('mkdir', [join(folder, 'clausewatch')]);
    writeFileSync(at, 'ui-lang: fr\nkeys:\n  review.next: J\n');
    const review = `${process.execPath} ${CLI} review wtsa-64@2022-geneva wtsa-64@wtsa-24/rcc-40a7 --library ${folder}/library`;
    keys(`clear; export XDG_CONFIG_HOME=${folder}; ${review}; echo "left with $?"`, 'Enter');
    await shows('? aide');
    await until((text) => /^ J /mu.test(text) || text.includes(' J bouger'));
    keys('q');
    await shows('left with 0');
    writeFileSync(at, '# mine\nkeys:\n  review.next: n\n');
    keys(
      `clear; ${review} --ui-lang en 2>&1 | tr '\\n' ' '; ${review} --ui-lang en; echo "left with $?"`,
      'Enter',
    );
    const text = await shows('left with 2');
    expect(text.replace(/\n/gu, '')).toContain('clausewatch/config.yaml:3: n stands for both');
  });

  it('shows no colour under NO_COLOR', async () => {
    await open('NO_COLOR=1');
    const bytes = tmux('capture-pane', '-p', '-e');
    expect(bytes).toMatch(/\u001B\[[\d;]*m/u);
    expect(bytes).not.toMatch(/\u001B\[(?:[\d;]*;)?(?:3[0-8]|9[0-7])(?:;[\d;]*)?m/u);
    expect(bytes).toContain('{+');
    keys('q');
    await shows('left with 0');
  });

  it('refuses a dumb terminal with the plain command', async () => {
    writeFileSync(join(folder, 'out'), '');
    keys(
      `TERM=dumb ${process.execPath} ${CLI} review wtsa-64@2022-geneva wtsa-64@wtsa-24/rcc-40a7; echo "left with $?"`,
      'Enter',
    );
    const text = await shows('left with 2');
    expect(text.replace(/\s+/gu, ' ')).toContain('clausewatch check wtsa-64@2022-geneva');
  });
});
