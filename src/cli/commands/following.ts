import type { RootContent } from 'mdast';
import {
  readFollowing,
  readStatus,
  writeFollowing,
  type FollowingState,
} from '../../app/negotiate/following-state.ts';
import { findResolution } from '../../app/negotiate/open-negotiation.ts';
import { markSeen, readOverview } from '../../app/negotiate/read-following.ts';
import type { Context } from '../../app/context.ts';
import { negotiationWords } from '../../core/negotiate/strings.ts';
import { findText } from '../../io/library/library.ts';
import { bullets, heading, words, writeBlocks } from '../../io/export/markdown.ts';
import { UserError } from '../../io/user-error.ts';
import { contextOf, type CommonOptions } from '../options.ts';
import { emit, formatOf, json, styleFor } from '../output.ts';
import { followingLines, type OverviewLine } from '../render/negotiate/following.ts';
import { hang, safe } from '../render/style.ts';

export interface FollowingOptions extends CommonOptions {
  readonly add?: string;
  readonly remove?: string;
  readonly seen?: boolean;
  /** `TEXT=STATUS` */
  readonly status?: readonly string[];
}

const changed = (state: FollowingState, options: FollowingOptions, context: Context): FollowingState => {
  const { add, remove, status = [] } = options;
  let follows = state.follows.filter((id) => id !== remove);
  if (add !== undefined) follows = [...new Set([...follows, findResolution(context.library, add).id])].sort();
  const statuses = { ...state.statuses };
  for (const one of status) {
    const at = one.lastIndexOf('=');
    if (at < 1)
      throw new UserError(`"${one}" is not TEXT=STATUS`, {
        hint: 'for example wtsa-64@wtsa-24/rcc-40a7=withdrawn',
      });
    statuses[findText(context.library, one.slice(0, at), undefined).text.id] = readStatus(one.slice(at + 1));
  }
  return { ...state, follows, statuses };
};

/** The overview as Markdown: a heading, and what stands under it as one list. */
const blocksOf = (lines: readonly OverviewLine[]): RootContent[] => {
  const blocks: RootContent[] = [];
  let items: string[] = [];
  const flush = (): void => {
    if (items.length > 0) blocks.push(bullets(items.map((item) => [words(item)])));
    items = [];
  };
  for (const { level, text } of lines) {
    if (level > 0) items.push(text);
    else {
      flush();
      blocks.push(heading(2, text));
    }
  }
  flush();
  return blocks;
};

/** The day by the user's own clock. */
const today = (): string => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
};

/** `clausewatch following`: what is new on the resolutions the user follows, and what is dangerous in it. */
export async function following(options: FollowingOptions): Promise<number> {
  const context = contextOf(options);
  const format = formatOf(options, ['text', 'json', 'markdown']);
  const before = readFollowing(context);
  const state = changed(before, options, context);
  const isChanged = JSON.stringify(state) !== JSON.stringify(before);
  const date = today();
  // Shown as it was before "--seen", and kept after it was shown.
  const overview = await readOverview(state, date, context);
  const say = negotiationWords(context.uiLanguage);
  const lines = followingLines(overview, say, context.uiLanguage);
  if (format === 'json') emit(json({ schema: 'clausewatch/following@1', today: date, ...overview }), options);
  else if (format === 'markdown') emit(writeBlocks(blocksOf(lines)), options);
  else {
    const style = styleFor(options);
    const written = lines.map(({ level, text, isGrave }, at) => {
      const line = hang('', safe(text), level * 2, style);
      const gap = level === 0 && at > 0 ? '\n' : '';
      return gap + (isGrave ? style.red(line) : level === 0 ? style.bold(line) : line);
    });
    emit(`${written.join('\n')}\n`, options);
  }
  if (options.seen === true) writeFollowing(markSeen(state, date, context), context);
  else if (isChanged) writeFollowing(state, context);
  return 0;
}
