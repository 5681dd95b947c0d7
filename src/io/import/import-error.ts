/** Why a file could not be read; stable, meant for scripts. */
export type ImportErrorCode =
  | 'too-large'
  | 'wrong-type'
  | 'damaged'
  | 'bomb'
  | 'too-deep'
  | 'doctype'
  | 'encrypted'
  | 'binary'
  | 'encoding'
  | 'too-slow'
  | 'too-much-memory'
  | 'empty'
  | 'reader';

/**
 * The one error every reader ends in: `message` says what is wrong and where, in one line; `hint` what to
 * do about it. Anything else a reader throws is a bug.
 */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly code: ImportErrorCode;
  readonly hint: string;

  constructor(code: ImportErrorCode, message: string, hint: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.hint = hint;
  }
}

/**
 * What `read` returns; an exception that is not an {@link ImportError} becomes one that says `what` is
 * damaged. Only for code that feeds foreign bytes to a library.
 */
export function asImportError<T>(what: string, hint: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ImportError) throw error;
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new ImportError('damaged', `${what} is damaged: ${reason}`, hint, error);
  }
}
