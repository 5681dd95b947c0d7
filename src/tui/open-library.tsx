import type { LibrarySession } from './session.ts';
import { hasTerminal, thisTerminal } from './terminal/this-terminal.ts';

/**
 * Opens the library in the terminal: resolutions, their texts, and reviews from there. Resolves with the exit
 * code as {@link openReview} does; without a terminal 2, and stderr names the plain command.
 */
export async function openLibrary(session: LibrarySession): Promise<number> {
  if (!hasTerminal()) {
    process.stderr.write(
      session.uiLanguage === 'fr'
        ? 'clausewatch : la bibliothèque demande un terminal ; « clausewatch list » imprime la même liste.\n'
        : 'clausewatch: the library needs a terminal; `clausewatch list` prints the same list.\n',
    );
    return 2;
  }
  const terminal = thisTerminal();
  const { runLibrary } = await import('./library/run-library.ts');
  return runLibrary(session, terminal);
}
