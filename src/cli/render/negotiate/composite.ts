import { compositeLines } from '../../../core/negotiate/composite-lines.ts';
import type { Composite } from '../../../core/negotiate/composite-types.ts';
import type { Say } from '../../../core/text/speak.ts';
import { hang, safe, type Style } from '../style.ts';

/** The consolidated text as plain text. */
export function renderComposite(composite: Composite, say: Say, style: Style): string {
  const { base, sponsors } = composite;
  const lines = [
    style.bold(safe(say('composite.title', { base: base.facts.name }))),
    ...(base.facts.isModel ? [style.dim(say('matrix.model'))] : []),
    hang('', say('composite.note'), 0, style),
    safe(
      `${say('composite.sponsors')}: ${sponsors.map(({ name, action }) => `${name} (${action})`).join(', ')}`,
    ),
    '',
  ];
  for (const { unit, text } of compositeLines(composite, say)) {
    const flat = safe(text).replace(/\s+/g, ' ');
    lines.push(hang('', unit === 'heading' ? style.bold(flat) : flat, unit === 'clause' ? 2 : 0, style), '');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}
