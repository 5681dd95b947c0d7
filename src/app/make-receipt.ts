import { readFileSync } from 'node:fs';
import { editorialReceipt, verifyReceipt, type Receipt, type Verification } from '../core/diff/receipt.ts';
import { UserError } from '../io/user-error.ts';
import { compareTexts } from './compare-texts.ts';
import type { Context } from './context.ts';

/** What can be proved about a comparison: that it holds nothing but editorial changes, or what else it holds. */
export async function makeReceipt(base: string, revised: string, context: Context): Promise<Receipt> {
  return editorialReceipt((await compareTexts(base, revised, context)).comparison);
}

const isReceipt = (data: unknown): data is Receipt =>
  typeof data === 'object' &&
  data !== null &&
  'schema' in data &&
  data.schema === 'clausewatch/receipt@1' &&
  'lines' in data &&
  Array.isArray(data.lines);

/** Compares anew and holds a receipt from a file against the result. */
export async function checkReceipt(
  file: string,
  base: string,
  revised: string,
  context: Context,
): Promise<Verification> {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new UserError(`${file} is no receipt`, {
      hint: '"clausewatch receipt BASE REVISED -o FILE" writes one',
      cause,
    });
  }
  if (!isReceipt(data))
    throw new UserError(`${file} is no receipt`, {
      hint: '"clausewatch receipt BASE REVISED -o FILE" writes one',
    });
  const report = await compareTexts(base, revised, context);
  return verifyReceipt(
    data,
    report.base.resolution,
    report.revised.resolution,
    report.pins === undefined ? {} : { pins: report.pins },
  );
}
