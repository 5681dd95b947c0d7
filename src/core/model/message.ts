/**
 * What the parser, an importer or a check has to say about a document: data, never an exception.
 * `code` is stable and meant for scripts; `message` is one English line: what, where, what to do.
 */
export interface Message {
  readonly code: string;
  readonly message: string;
  /** 1-based line in the source, where there is one. */
  readonly line?: number;
}
