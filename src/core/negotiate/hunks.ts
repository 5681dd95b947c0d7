import type { Change, Span } from '../model/change.ts';
import { fold } from '../text/fold.ts';

/** One edit in the coordinates of the base: what stood from `start` to `end` became `insert`. UTF-16 units. */
export interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

/** The edits of a word diff, in order. Law: putting them into the base text gives the revised text. */
export function hunksOf(spans: readonly Span[]): Hunk[] {
  const hunks: Hunk[] = [];
  let at = 0;
  let open: { start: number; insert: string } | null = null;
  const close = () => {
    if (open !== null) hunks.push({ start: open.start, end: at, insert: open.insert });
    open = null;
  };
  for (const { op, text } of spans) {
    if (op === 'equal') {
      close();
      at += text.length;
      continue;
    }
    open ??= { start: at, insert: '' };
    if (op === 'insert') open.insert += text;
    else at += text.length;
  }
  close();
  return hunks;
}

/** The edits of a change on one of its base clauses, in that clause's own offsets. */
export function hunksOn(change: Change, path: string): Hunk[] {
  const hunks = hunksOf(change.spans);
  if (change.base.length < 2) return hunks;
  let offset = 0;
  for (const unit of change.base) {
    const end = offset + unit.text.length;
    if (unit.path === path) {
      return hunks
        .filter((hunk) => hunk.start <= end && hunk.end >= offset)
        .map(({ start, end: to, insert }) => ({
          start: Math.max(start, offset) - offset,
          end: Math.min(to, end) - offset,
          insert,
        }));
    }
    offset = end + 1;
  }
  return [];
}

/** What the text from `from` to `to` of the base becomes; hunks that reach over an edge are taken whole. */
export function resultOver(base: string, hunks: readonly Hunk[], from: number, to: number): string {
  let result = '';
  let at = from;
  for (const { start, end, insert } of hunks) {
    if (end < from || start > to) continue;
    result += base.slice(at, Math.max(at, start)) + insert;
    at = Math.max(at, end);
  }
  return result + base.slice(at, Math.max(at, to));
}

const isSameText = (one: string, other: string): boolean => {
  const key = (text: string) => fold(text).replace(/\s+/g, ' ').trim();
  return key(one) === key(other);
};

/** How two sets of edits of one text stand to each other. */
export type Meeting = 'apart' | 'same' | 'meet' | 'conflict';

/**
 * `conflict`: they replace the same words with different results; `meet`: one inserts inside or beside the
 * other's words; `same`: where they touch they do the same; `apart`: they touch nowhere. `limit` is where the
 * clause's own words end: its list's punctuation is nobody's amendment.
 */
export function howTheyMeet(
  base: string,
  one: readonly Hunk[],
  other: readonly Hunk[],
  limit: number,
): Meeting {
  let [isSame, isMeeting] = [false, false];
  for (const a of one) {
    for (const b of other) {
      if (a.start >= limit && b.start >= limit && limit < base.length) continue;
      const [from, to] = [Math.max(a.start, b.start), Math.min(a.end, b.end)];
      if (from > to) continue;
      const region = [Math.min(a.start, b.start), Math.max(a.end, b.end)] as const;
      if (isSameText(resultOver(base, one, ...region), resultOver(base, other, ...region))) isSame = true;
      else if (/[\p{L}\p{N}]/u.test(base.slice(from, Math.min(to, limit)))) return 'conflict';
      else isMeeting = true;
    }
  }
  return isMeeting ? 'meet' : isSame ? 'same' : 'apart';
}
