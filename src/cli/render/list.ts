import type { UiLanguage } from '../../core/model/language.ts';
import type { Say } from '../../core/text/speak.ts';
import type { Library } from '../../io/library/library.ts';
import { hang, safe, type Style } from './style.ts';

/** The library: resolutions, their revisions, the proposals of each meeting. */
export function renderList(library: Library, say: Say, language: UiLanguage, style: Style): string {
  const lines: string[] = [];
  for (const resolution of library.resolutions) {
    const title =
      resolution.titles[language] ?? resolution.titles.en ?? Object.values(resolution.titles)[0] ?? '';
    lines.push(hang(`${style.bold(resolution.id)} `, safe(title), 0, style));
    if (resolution.isShipped && resolution.texts.every(({ isModel }) => isModel))
      lines.push(style.dim(`  ${say('list.shipped')}`));
    for (const text of resolution.texts) {
      const languages = [...text.files.keys()].sort().join(' ');
      const told = [say(`kind.${text.kind}`), text.symbol, text.action, languages].filter(
        (one) => one !== undefined,
      );
      lines.push(`  ${safe(text.id)}  ${style.dim(told.map(safe).join(' · '))}`);
    }
    lines.push('');
  }
  if (library.references.length > 0) {
    lines.push(style.bold(say('list.references')));
    for (const { id, files } of library.references)
      lines.push(`  ${safe(id)}  ${style.dim([...files.keys()].sort().join(' '))}`);
  }
  return lines.length === 0 ? '' : `${lines.join('\n').trimEnd()}\n`;
}
