import { z } from 'zod';

const language = z.enum(['en', 'fr', 'es', 'ru', 'ar', 'zh']);
const localised = z.strictObject({ en: z.string().min(1), fr: z.string().min(1) });
const part = z.enum(['preamble', 'operative']);

const severity = z.strictObject({
  operative: z.int(),
  per_ladder_step: z.int(),
  max_steps: z.int(),
  new_clause: z.int(),
  limiter_lost: z.int(),
  limiter_present: z.int(),
  on_request: z.int(),
});

/** An example in a rule: two wordings and whether the rule must speak. */
export const ruleTestSchema = z.strictObject({
  lang: language,
  before: z.string().nullable(),
  after: z.string().nullable(),
  part: part.optional(),
  heading: z.string().optional(),
  before_heading: z.string().optional(),
  before_part: part.optional(),
  expect: z.enum(['flag', 'quiet', 'known_miss']),
  min: z.int().optional(),
  why: z.string().optional(),
});

/** A rule in full. `when` is checked apart, operator by operator, so that an error names the operator. */
export const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/u, 'a rule id is lower-case words joined by hyphens'),
  code: z.string().default(''),
  label: z.string().min(1),
  polarity: z.enum(['red', 'green']).default('red'),
  base: z.int().min(0).max(5),
  since: z.string().default('1.0.0'),
  title: localised,
  message: localised,
  why: localised,
  charitable: localised,
  cure: localised,
  basis: z.array(z.string()).default([]),
  source: z.array(z.string()).default([]),
  when: z.unknown(),
  about: z.array(z.string()).min(1),
  severity: severity.partial().optional(),
  experimental: z.boolean().optional(),
  renamed_from: z.array(z.string()).optional(),
  tests: z.array(ruleTestSchema),
});

/** A rule that takes over another's fields and says only what is different. */
export const extendingRuleSchema = ruleSchema
  .partial()
  .extend({ id: ruleSchema.shape.id, extends: z.string() })
  .strict();

/** `pack.yaml`. `off` names rules of the shipped pack that shall not speak. */
export const manifestSchema = z.strictObject({
  pack: z.string().regex(/^[a-z][a-z0-9-]*$/u, 'a pack name is lower-case words joined by hyphens'),
  version: z.string().regex(/^\d+\.\d+\.\d+$/u, 'a version is three numbers: 1.0.0'),
  off: z.array(z.string()).default([]),
  severity: severity.partial().optional(),
});

/** `lexicon/<language>.yaml`: concept to cues; `concept-` takes cues away from the shipped ones. */
export const lexiconSchema = z.record(z.string(), z.array(z.string().min(1)));

export const laddersSchema = z.record(
  z.string(),
  z.strictObject({ levels: z.record(z.string(), z.int().min(0).max(9)) }),
);
