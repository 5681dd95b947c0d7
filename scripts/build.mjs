// Builds dist/: the command line (with the terminal UI in chunks of its own, loaded on demand) and the library.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { quickStart } from './quick-start.mjs';
import { thirdParty } from './third-party.mjs';
import { yamlPlugin } from './yaml-module.mjs';

const empty = {
  // Ink asks for React's developer tools, which nobody installs; a bundle must not.
  name: 'no-devtools',
  setup(b) {
    b.onResolve({ filter: /^(react-devtools-core|ws)$/ }, (args) => ({
      path: args.path,
      namespace: 'empty',
    }));
    b.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'export default {};' }));
  },
};

// Built aside and put in place whole: a build that fails leaves the last good one.
const aside = `dist.${process.pid}.tmp`;
const { metafile } = await build({
  metafile: true,
  entryPoints: {
    cli: 'src/cli/main.ts',
    comparer: 'src/app/apart/comparer.ts',
    'meeting-worker': 'src/app/negotiate/meeting-worker.ts',
    index: 'src/index.ts',
  },
  outdir: aside,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  jsx: 'automatic',
  minifySyntax: true,
  // Names stay: a stack in a bug report must be readable.
  minifyWhitespace: true,
  charset: 'utf8',
  legalComments: 'none',
  define: {
    'process.env.NODE_ENV': '"production"',
    'process.env.DEV': '"false"',
    __VERSION__: JSON.stringify(JSON.parse(readFileSync('package.json', 'utf8')).version),
  },
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  plugins: [yamlPlugin, empty, quickStart],
  chunkNames: 'chunks/[name]-[hash]',
  logLevel: 'warning',
});

// What is bundled travels with its licence.
writeFileSync(`${aside}/THIRD-PARTY.txt`, thirdParty(Object.keys(metafile.inputs)));
rmSync('dist', { recursive: true, force: true });
renameSync(aside, 'dist');
