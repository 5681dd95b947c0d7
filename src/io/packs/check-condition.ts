import type { Ladder } from '../../core/rules/rule-pack.ts';

/** A fault in a condition: the place under `when`, and what is wrong. */
export interface ConditionProblem {
  readonly path: readonly PropertyKey[];
  readonly code: 'unknown-key' | 'dead-concept' | 'bad-value';
  readonly message: string;
}

/** Concepts the engine finds by itself. */
export const DERIVED = [
  ...['partner', 'par.agreed', 'frame.course', 'ms.peer', 'ms.below'],
  ...['surv.told', 'sov.told'],
] as const;
/** Concepts the engine itself asks for, whatever the rules. */
export const STRUCTURAL =
  /^(?:neg|cite|task|frame|scope|lim|safe|actor|ms|par|modal|act|partner|core|exception|hint|sign)\b/u;

const PLACES = new Set(['preamble', 'operative', 'annex', 'frame', 'nowhere']);
const REFERENCES = ['gains', 'loses', 'keeps', 'flips', 'agent', 'addressee'];
const OPERATORS = [
  ...['all', 'any', 'none'],
  ...REFERENCES,
  ...['replaces', 'widens', 'raises', 'lowers', 'moves', 'truncates', 'signs'],
];

/** Everything wrong with a condition: operators unknown, keys unknown, concepts nobody has cues for. */
export function checkCondition(
  value: unknown,
  concepts: ReadonlySet<string>,
  ladders: Readonly<Record<string, Ladder>>,
  path: readonly PropertyKey[] = ['when'],
): readonly ConditionProblem[] {
  if (!isRecord(value))
    return [{ path, code: 'bad-value', message: 'A condition is an operator with its value.' }];
  const problems: ConditionProblem[] = [];
  const add = (at: readonly PropertyKey[], code: ConditionProblem['code'], message: string): void => {
    problems.push({ path: at, code, message });
  };
  const names = Object.keys(value).filter((key) => OPERATORS.includes(key));
  const [name] = names;
  if (name === undefined || names.length > 1) {
    const key = Object.keys(value)[0] ?? '';
    add([...path, key], 'unknown-key', `“${key}” is no operator. Operators are: ${OPERATORS.join(', ')}.`);
    return problems;
  }
  const allowed = name === 'gains' || name === 'loses' ? ['min'] : [];
  for (const key of Object.keys(value))
    if (key !== name && !allowed.includes(key))
      add([...path, key], 'unknown-key', `“${key}” does not go with ${name}.`);
  const operand = value[name];
  const reference = (ref: unknown, at: readonly PropertyKey[]): void => {
    const refs = Array.isArray(ref) ? (ref as unknown[]) : [ref];
    for (const each of refs) {
      if (typeof each !== 'string') add(at, 'bad-value', 'A concept id is expected here.');
      else if (!isKnown(each, concepts))
        add(at, 'dead-concept', `No cues in any language for the concept “${each}”.`);
    }
  };
  const fields = (known: Readonly<Record<string, 'ref' | 'number' | 'place' | 'ladder'>>): void => {
    if (!isRecord(operand)) {
      add([...path, name], 'bad-value', `${name} takes ${Object.keys(known).join(', ')}.`);
      return;
    }
    for (const [key, each] of Object.entries(operand)) {
      const at = [...path, name, key];
      const kind = known[key];
      if (kind === undefined)
        add(at, 'unknown-key', `“${key}” is unknown in ${name}; it takes ${Object.keys(known).join(', ')}.`);
      else if (kind === 'ref') reference(each, at);
      else if (kind === 'number' && typeof each !== 'number')
        add(at, 'bad-value', 'A number is expected here.');
      else if (kind === 'place' && !PLACES.has(String(each)))
        add(at, 'bad-value', `A place is one of: ${[...PLACES].join(', ')}.`);
      else if (kind === 'ladder' && ladders[String(each)] === undefined)
        add(
          at,
          'bad-value',
          `No ladder is called “${String(each)}”; there are ${Object.keys(ladders).join(', ')}.`,
        );
    }
  };
  switch (name) {
    case 'all':
    case 'any':
    case 'none':
      if (!Array.isArray(operand)) add([...path, name], 'bad-value', `${name} takes a list of conditions.`);
      else
        operand.forEach((each, index) =>
          problems.push(...checkCondition(each, concepts, ladders, [...path, name, index])),
        );
      break;
    case 'replaces':
    case 'widens':
      fields({ from: 'ref', to: 'ref' });
      break;
    case 'raises':
    case 'lowers':
      fields({ ladder: 'ladder', by: 'number', to: 'number', over: 'ref' });
      break;
    case 'moves':
      fields({ from: 'place', to: 'place' });
      break;
    case 'signs':
      if (typeof operand !== 'string' || path.length > 1)
        add([...path, name], 'bad-value', 'signs takes a red label, and stands alone in a rule.');
      break;
    case 'truncates':
      fields({ list: 'ref', min: 'number' });
      break;
    default:
      reference(operand, [...path, name]);
  }
  return problems;
}

function isKnown(ref: string, concepts: ReadonlySet<string>): boolean {
  if ((DERIVED as readonly string[]).includes(ref)) return true;
  return ref.endsWith('.') ? [...concepts].some((concept) => concept.startsWith(ref)) : concepts.has(ref);
}

/** Every concept a condition names, families as written. */
export function conceptsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(conceptsIn);
  return isRecord(value) ? Object.values(value).flatMap(conceptsIn) : [];
}

/** Whether anything listens to a concept: a rule, a ladder, or the engine. */
export function isHeard(concept: string, named: readonly string[]): boolean {
  if (STRUCTURAL.test(concept)) return true;
  return named.some((ref) => (ref.endsWith('.') ? concept.startsWith(ref) : ref === concept));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
