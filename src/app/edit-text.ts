import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../io/user-error.ts';

/**
 * Opens the user's editor (`VISUAL`, else `EDITOR`) on a text and waits; what was saved comes back, null when
 * nothing was changed. Throws a UserError when there is no editor or it fails: the text stays what it was.
 */
export function editText(text: string): Promise<string | null> {
  const editor = process.env.VISUAL ?? process.env.EDITOR;
  if (editor === undefined || editor.trim() === '') {
    throw new UserError('no editor is set', { hint: 'set EDITOR, for example EDITOR=nano' });
  }
  const folder = mkdtempSync(join(tmpdir(), 'clausewatch-note-'));
  const file = join(folder, 'note.md');
  try {
    writeFileSync(file, text, { mode: 0o600 });
    const [program = '', ...args] = editor.trim().split(/\s+/);
    const { status, error } = spawnSync(program, [...args, file], { stdio: 'inherit' });
    if (error !== undefined || status !== 0)
      throw new UserError(`the editor "${editor}" did not end well`, { cause: error });
    const edited = readFileSync(file, 'utf8').replace(/\n$/, '');
    return Promise.resolve(edited === text ? null : edited);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
