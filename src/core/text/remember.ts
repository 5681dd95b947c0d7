/** Longer texts are not kept: a page is not asked for twice. */
const LONGEST = 2_000;

/**
 * The same function with a memory: proposals repeat most of the words and clauses of their base. Forgets
 * everything when `most` answers are kept, so that it never grows. Law: the answers are those of `compute`.
 */
export function remember<Answer>(compute: (text: string) => Answer, most: number): (text: string) => Answer {
  let known = new Map<string, Answer>();
  return (text) => {
    if (text.length > LONGEST) return compute(text);
    const found = known.get(text);
    if (found !== undefined) return found;
    const answer = compute(text);
    if (known.size >= most) known = new Map();
    known.set(text, answer);
    return answer;
  };
}
