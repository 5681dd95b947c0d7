import { parseLocated, type LocatedYaml } from '../../io/packs/locate.ts';
import { nearest } from '../../io/library/suggest.ts';
import { UserError } from '../../io/user-error.ts';
import { LAYOUTS, THEME_NAMES, type KeySettings, type Settings } from './settings.ts';

const NAMES = ['ui-lang', 'theme', 'layout', 'ascii', 'screen-reader', 'mouse', 'keys'] as const;
/** No settings file of a person comes near. */
const LARGEST = 64 * 1024;

type Fields = Readonly<Record<string, unknown>>;

const isFields = (data: unknown): data is Fields =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

/** Says at which line what is wrong, and what would be right. */
const faultIn =
  (file: string, { lineOf }: LocatedYaml) =>
  (path: readonly PropertyKey[], what: string, hint: string): UserError =>
    new UserError(`${file}:${lineOf(path)}: ${what}`, { hint });

type Fault = ReturnType<typeof faultIn>;

const choice = <Value extends string>(
  fields: Fields,
  name: string,
  known: readonly Value[],
  fault: Fault,
): Value | undefined => {
  const value = fields[name];
  if (value === undefined) return undefined;
  const found = known.find((one) => one === value);
  if (found === undefined)
    throw fault([name], `no ${name} ${JSON.stringify(value)}`, `there is ${known.join(', ')}`);
  return found;
};

const flag = (fields: Fields, name: string, fault: Fault): boolean | undefined => {
  const value = fields[name];
  if (value === undefined || typeof value === 'boolean') return value;
  throw fault([name], `${name} is true or false, not ${JSON.stringify(value)}`, 'write true or false');
};

const keysIn = (
  fields: Fields,
  file: string,
  { lineOf }: LocatedYaml,
  fault: Fault,
): KeySettings | undefined => {
  const given = fields.keys;
  if (given === undefined || given === null) return undefined;
  const hint = 'write "review.next: n", or "review.next: [n, down]"';
  if (!isFields(given)) throw fault(['keys'], 'keys are commands with their keys', hint);
  const keys: Record<string, readonly string[]> = {};
  const lines: Record<string, number> = {};
  for (const [command, value] of Object.entries(given)) {
    const list: unknown[] = Array.isArray(value) ? value : [value];
    // YAML reads a digit as a number; on the keyboard it is a key.
    const named = list.map((key) => (typeof key === 'number' ? String(key) : key));
    const texts = named.filter((key) => typeof key === 'string');
    if (texts.length !== list.length) throw fault(['keys', command], `${command} has no key to it`, hint);
    keys[command] = texts;
    lines[command] = lineOf(['keys', command]);
  }
  return { file, keys, lines };
};

const present = <Value>(name: string, value: Value | undefined): Readonly<Record<string, Value>> =>
  value === undefined ? {} : { [name]: value };

/**
 * The settings in a file's text. Throws a UserError `file:line: what is wrong` for the first fault: settings that
 * are half understood would puzzle more than none.
 */
export function checkSettings(file: string, source: string): Settings {
  if (source.length > LARGEST) throw new UserError(`${file} is too large for settings`);
  const located = parseLocated(file, source);
  const [problem] = located.problems;
  const fault = faultIn(file, located);
  if (problem !== undefined)
    throw new UserError(`${file}:${problem.line}: ${problem.message}`, { hint: 'mend the YAML' });
  const { data } = located;
  if (data === null) return {};
  if (!isFields(data)) throw fault([], 'settings are names with values', `there is ${NAMES.join(', ')}`);
  for (const name of Object.keys(data)) {
    if (NAMES.some((known) => known === name)) continue;
    const near = nearest(name, NAMES);
    const hint = near.length > 0 ? `did you mean ${near.join(', ')}?` : `there is ${NAMES.join(', ')}`;
    throw fault([name], `no setting "${name}"`, hint);
  }
  return {
    ...present('uiLang', choice(data, 'ui-lang', ['en', 'fr'], fault)),
    ...present('theme', choice(data, 'theme', THEME_NAMES, fault)),
    ...present('layout', choice(data, 'layout', LAYOUTS, fault)),
    ...present('ascii', flag(data, 'ascii', fault)),
    ...present('screenReader', flag(data, 'screen-reader', fault)),
    ...present('mouse', flag(data, 'mouse', fault)),
    ...present('keys', keysIn(data, file, located, fault)),
  };
}
