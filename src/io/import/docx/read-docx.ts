import { ImportError } from '../import-error.ts';
import { readNumbering } from './numbering.ts';
import { openPackage } from './package-parts.ts';
import { readStories } from './read-story.ts';
import { readStyles } from './styles.ts';
import type { CommentAnchor } from './story-state.ts';
import type { TrackedBlock, TrackedComment, TrackedDocument, TrackedNote } from './tracked-document.ts';

const plain = (blocks: readonly TrackedBlock[]): string =>
  blocks
    .map((block) => (block.kind === 'paragraph' ? block.runs.map(({ text }) => text).join('') : ''))
    .join('\n')
    .trim();

/**
 * Reads a Word file (.docx) with all its tracked changes, notes and comments; `resolveChanges` makes a text
 * of it. Every failure is an ImportError; time and memory are bounded by `LIMITS`.
 */
export function readDocx(bytes: Uint8Array): TrackedDocument {
  const parts = openPackage(bytes);
  const styles = readStyles(parts.partOf('styles'));
  const numbering = readNumbering(parts.partOf('numbering'));
  const anchors = new Map<string, CommentAnchor>();
  const shared = { styles, links: parts.links, messages: [], anchors, openAnchors: new Set<string>() };
  const budget = { items: 0 };
  const [body] = readStories({ name: parts.main, bytes: parts.mainBytes }, 'w:body', shared, budget);
  if (body === undefined) {
    throw new ImportError(
      'wrong-type',
      `${parts.main} holds no document body.`,
      'Save it again as .docx in Word.',
    );
  }
  const notes = new Map<string, TrackedNote>();
  for (const kind of ['footnote', 'endnote'] as const) {
    const part = parts.partOf(`${kind}s`);
    const stories = part === null ? [] : readStories(part, `w:${kind}`, shared, budget);
    for (const { blocks, attribute } of stories) {
      if ((attribute('w:type') ?? 'normal') === 'normal')
        notes.set(`${kind}:${attribute('w:id') ?? ''}`, { kind, blocks });
    }
  }
  const comments: TrackedComment[] = [];
  const part = parts.partOf('comments');
  const own = { ...shared, anchors: new Map<string, CommentAnchor>(), openAnchors: new Set<string>() };
  for (const { blocks, attribute } of part === null ? [] : readStories(part, 'w:comment', own, budget)) {
    const id = attribute('w:id') ?? '';
    const { quote, struck, line } = anchors.get(id) ?? { quote: '', struck: '', line: 0 };
    comments.push({
      id,
      author: attribute('w:author') ?? '',
      date: attribute('w:date') ?? null,
      text: plain(blocks),
      quote: (quote.trim() === '' ? struck : quote).trim(),
      line,
    });
  }
  return { blocks: body.blocks, notes, comments, styles, numbering, messages: shared.messages };
}
