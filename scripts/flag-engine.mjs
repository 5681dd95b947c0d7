import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { yamlPlugin } from './yaml-module.mjs';

/** The rule engine and its test builder, bundled from the sources as they stand, for measuring scripts. */
export async function loadEngine(extra = '') {
  const folder = mkdtempSync(join('node_modules', '.flag-engine-'));
  const outfile = join(folder, 'engine.mjs');
  await build({
    stdin: {
      contents: `
        export { CORE_PACK } from './src/core/rules/core-pack.ts';
        export { GREEN_LABELS, RED_LABELS } from './src/core/model/flag.ts';
        export { compilePack } from './src/core/rules/compile-pack.ts';
        export { gatherComparison } from './src/core/rules/gather-comparison.ts';
        export { collectSigns } from './src/core/rules/signs.ts';
        export { firedRules } from './src/core/rules/judge.ts';
        export { checkComparison } from './src/core/rules/check-comparison.ts';
        export { buildComparison, groupCases } from './__tests__/core/rules/build-comparison.ts';
        export { parseMarkdown } from './src/core/parse/parse-markdown.ts';
        export { compareResolutions } from './src/core/diff/compare-resolutions.ts';
        ${extra}`,
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    plugins: [yamlPlugin],
    logLevel: 'error',
  });
  const engine = await import(pathToFileURL(outfile).href);
  rmSync(folder, { recursive: true });
  return engine;
}
