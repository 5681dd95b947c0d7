import {
  STANCES,
  type FlagDecision,
  type Note,
  type Pin,
  type Place,
  type SeenMark,
} from '../../core/model/review.ts';

type Keys = Readonly<Record<string, unknown>>;

const isKeys = (data: unknown): data is Keys =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

const areTexts = (keys: Keys, names: readonly string[]): boolean =>
  names.every((name) => Object.hasOwn(keys, name) && typeof keys[name] === 'string');

const isSide = (value: unknown): boolean => value === 'base' || value === 'revised';

/** True for what was written as a note; fields nobody here knows are allowed and kept. */
export function isNote(data: unknown): data is Note {
  if (!isKeys(data) || !areTexts(data, ['id', 'comment', 'author', 'created', 'updated'])) return false;
  const { anchor, stance, counterText } = data;
  if (!isKeys(anchor) || !isSide(anchor.side) || !areTexts(anchor, ['path', 'quote'])) return false;
  if (counterText !== undefined && typeof counterText !== 'string') return false;
  return stance === null || STANCES.some((known) => known === stance);
}

export function isDecision(data: unknown): data is FlagDecision {
  return (
    isKeys(data) &&
    areTexts(data, ['flag', 'reason', 'author', 'decided']) &&
    (data.decision === 'accepted' || data.decision === 'dismissed')
  );
}

export function isSeenMark(data: unknown): data is SeenMark {
  return isKeys(data) && isSide(data.side) && areTexts(data, ['path', 'digest']);
}

export function isPlace(data: unknown): data is Place {
  return isKeys(data) && isSide(data.side) && areTexts(data, ['path']);
}

export function isPin(data: unknown): data is Pin {
  const isPath = (value: unknown): boolean => value === null || typeof value === 'string';
  return isKeys(data) && isPath(data.base) && isPath(data.revised);
}

/** The members of a list that are what they should be; anything else is an empty list. */
export function listOf<Item>(data: unknown, isItem: (one: unknown) => one is Item): readonly Item[] {
  return Array.isArray(data) ? data.filter(isItem) : [];
}
