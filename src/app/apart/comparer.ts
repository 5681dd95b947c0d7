// The program that compares two texts beside the screen: the task comes on the command line, answers go to the parent.
import { keepCompiledCode } from '../../io/compile-cache.ts';
import { openLibrary } from '../../io/library/library.ts';
import type { Context } from '../context.ts';
import type { Answer, Task } from './answers.ts';
import { plainText } from './plain-text.ts';
import { reportSlices } from './slices.ts';

const tell = (answer: Answer): Promise<void> =>
  new Promise((told) => {
    if (process.send) process.send(answer, undefined, {}, () => told());
    else told();
  });

const hintOf = (error: Error): { readonly hint?: string } =>
  'hint' in error && typeof error.hint === 'string' ? { hint: error.hint } : {};

const isBadInput = (error: unknown): error is Error =>
  error instanceof Error && (error.name === 'UserError' || error.name === 'ImportError');

// Without the screen nobody waits for the answer.
process.on('disconnect', () => process.exit(0));
process.on('SIGINT', () => undefined);

keepCompiledCode();

try {
  const { base, revised, library, language, ...rest } = JSON.parse(process.argv[2] ?? '') as Task;
  const context: Context = { ...rest, language, library: openLibrary(library) };
  await tell({ kind: 'text', text: await plainText(base, revised, context) });
  const { compareTexts } = await import('../compare-texts.ts');
  for (const slice of reportSlices(await compareTexts(base, revised, context))) await tell(slice);
} catch (error) {
  if (isBadInput(error)) await tell({ kind: 'refused', message: error.message, ...hintOf(error) });
  else {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    await tell({ kind: 'failed', message, stack });
  }
}
process.disconnect();
