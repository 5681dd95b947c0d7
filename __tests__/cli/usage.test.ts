import { describe, expect, it } from '@jest/globals';
import english from '../../data/strings/cli.en.yaml';
import french from '../../data/strings/cli.fr.yaml';
import { runCli } from '../support/run-cli.ts';

const words = (table: unknown): Readonly<Record<string, string>> => table as Record<string, string>;
const places = (text: string): string[] => [...new Set(text.match(/\{\w+\}/gu) ?? [])].sort();

describe('the words of the command line', () => {
  it('are the same in both languages, with the same places to fill', () => {
    expect(Object.keys(words(french)).sort()).toEqual(Object.keys(words(english)).sort());
    for (const [name, text] of Object.entries(words(english))) {
      expect([name, places(words(french)[name] ?? '')]).toEqual([name, places(text)]);
    }
  });
});

describe('help', () => {
  it('is in French when asked for, or by the locale; English words are gone', () => {
    const asked = runCli(['--help', '--ui-lang', 'fr']).out;
    expect(asked).toContain('Utilisation : clausewatch <commande>');
    expect(asked).toContain('Commandes :');
    expect(asked).not.toMatch(/\b(?:the|Options:|Commands:|display|output the)\b/u);
    expect(runCli(['--help'], { env: { LANG: 'fr_CH.UTF-8' } }).out).toBe(asked);
    expect(runCli(['--help']).out).toContain('Usage: clausewatch <command>');
  });

  it('knows every command by its words', () => {
    const help = runCli(['--help']).out.replace(/\s+/gu, ' ');
    for (const [name, text] of Object.entries(words(english))) {
      const [, command = ''] = /^command\.(\w+)$/u.exec(name) ?? [];
      if (command !== '') expect(help).toContain(text.replace(/\s+/gu, ' '));
    }
  });
});

describe('a call that cannot be understood', () => {
  it.each([
    [['check'], "missing required argument 'base'", 'il manque l’argument « base »'],
    [['check', '--jsn'], "unknown option '--jsn' (Did you mean --json?)", 'option inconnue « --jsn »'],
    [
      ['chek', 'a'],
      'no command "chek" (did you mean check?)',
      'pas de commande « chek » (vouliez-vous dire check ?)',
    ],
    [['check', 'a', 'b', '--lang', 'xx'], "argument 'xx' is invalid", 'ne prend pas la valeur « xx »'],
    [
      ['notes', 'add', 'a', 'b'],
      "required option '--on <path>' not specified",
      'l’option « --on <path> » est obligatoire',
    ],
    [
      ['show', 'no-such.md'],
      'no file no-such.md (check the path)',
      'pas de fichier no-such.md (vérifiez le chemin)',
    ],
  ])('%j is one line in either language, and 2', (args, inEnglish, inFrench) => {
    for (const [language, expected] of [
      ['en', inEnglish],
      ['fr', inFrench],
    ] as const) {
      const { code, err, out } = runCli([...args, '--ui-lang', language]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(expected);
      expect(err.trimEnd().split('\n')).toHaveLength(1);
    }
  });
});
