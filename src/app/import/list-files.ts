import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const READABLE = /\.(docx|pdf|html?|md|txt)$/i;

/** The documents that the given names stand for: files as named, folders with everything readable below them. */
export function listFiles(names: readonly string[]): string[] {
  const visit = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => {
        const path = join(folder, entry.name);
        // Word's lock files ("~$name.docx") and hidden files are no documents.
        if (entry.name.startsWith('.') || entry.name.startsWith('~$')) return [];
        if (entry.isDirectory()) return visit(path);
        return entry.isFile() && READABLE.test(entry.name) ? [path] : [];
      });
  return names.flatMap((name) => {
    try {
      return statSync(name).isDirectory() ? visit(name) : [name];
    } catch {
      return [name];
    }
  });
}
