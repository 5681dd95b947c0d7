import type { Language } from '../../core/model/language.ts';
import type { Resolution } from '../../core/model/resolution.ts';
import type { Library, LibraryResolution, LibraryText } from '../../io/library/library.ts';

/** Where a file stands in a library. */
export interface Filing {
  readonly library: Library;
  readonly resolution: LibraryResolution;
  readonly text: LibraryText;
}

/** A file that is checked, read and parsed. */
export interface ReadText {
  readonly path: string;
  readonly language: Language | undefined;
  /** Null for a file outside of every library. */
  readonly filing: Filing | null;
  readonly keys: Readonly<Record<string, unknown>>;
  /** Front matter as written, fences included. */
  readonly raw: string;
  readonly body: string;
  readonly resolution: Resolution;
}

/** Something to mend: a place, a stable code, one line. */
export interface Problem {
  readonly path: string;
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

export const hasClauses = (resolution: Resolution): boolean =>
  resolution.children.some(
    (part) => part.name !== 'frame' && part.children.some((section) => section.children.length > 0),
  );
