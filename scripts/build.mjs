// Builds dist/: the command line (with the terminal UI in chunks of its own, loaded on demand) and the library.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
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

const lazyWidths = {
  // string-width compiles a pattern of all emoji sequences when it is loaded (15 ms), and Latin text never asks it.
  name: 'lazy-emoji-pattern',
  setup(b) {
    b.onLoad({ filter: /node_modules.string-width.index\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      // Ink brings an older copy, which has no such pattern.
      if (!source.includes('const rgiEmojiRegex')) return { contents: source, loader: 'js' };
      const contents = source.replace(
        /const rgiEmojiRegex = (\/\^\\p\{RGI_Emoji\}\$\/v);/,
        'let rgiEmoji; const rgiEmojiRegex = { test: text => (rgiEmoji ??= $1).test(text) };',
      );
      const warnings = contents === source ? [{ text: 'string-width has another emoji pattern now' }] : [];
      return { contents, loader: 'js', warnings };
    });
  },
};

// Built aside and put in place whole: a build that fails leaves the last good one.
const aside = `dist.${process.pid}.tmp`;
const { metafile } = await build({
  metafile: true,
  entryPoints: { cli: 'src/cli/main.ts', index: 'src/index.ts' },
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
  plugins: [yamlPlugin, empty, lazyWidths],
  chunkNames: 'chunks/[name]-[hash]',
  logLevel: 'warning',
});

// What is bundled travels with its licence.
writeFileSync(`${aside}/THIRD-PARTY.txt`, thirdParty(Object.keys(metafile.inputs)));
rmSync('dist', { recursive: true, force: true });
renameSync(aside, 'dist');
