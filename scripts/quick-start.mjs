import { readFileSync } from 'node:fs';
import { transform } from 'esbuild';

/**
 * Work that modules do when they are loaded and nobody may ever need: put off, or done in a cheaper way. Each is a
 * literal replacement that must be found, so that another version of the module is noticed by the build.
 */
const PUT_OFF = [
  {
    // A pattern of all emoji sequences takes 15 ms to compile. A single UTF-16 unit is such a sequence only where
    // it is an emoji by itself, which a small class tells.
    file: /node_modules.string-width.index\.js$/,
    from: 'const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;',
    to:
      'let rgiEmoji; const singleEmoji = /\\p{Emoji_Presentation}/u; const rgiEmojiRegex = { test: text => ' +
      '(text.length > 1 || singleEmoji.test(text)) && (rgiEmoji ??= /^\\p{RGI_Emoji}$/v).test(text) };',
  },
  {
    // Yoga fetches its WebAssembly from a data: address, for which Node loads its whole HTTP client (25 ms).
    file: /yoga-wasm-base64-esm\.js$/,
    from: '"function"!=typeof fetch',
    to: '!0',
  },
];

/** Large modules whose names nobody needs in a stack: half as long, they are read in half the time. */
const SHORTENED = /node_modules.(react|react-reconciler|scheduler|ink|commander|chalk)\W.*\.js$/;

/** The source of a module with what can wait put off; null when a place was not found. */
export function putOff(source, { from, to }) {
  return source.includes(from) ? source.replaceAll(from, to) : null;
}

/** esbuild plugin: modules that are quick to load. */
export const quickStart = {
  name: 'quick-start',
  setup(build) {
    build.onLoad({ filter: SHORTENED }, async ({ path }) => {
      const define = { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"' };
      const { code } = await transform(readFileSync(path, 'utf8'), { minify: true, define });
      return { contents: code, loader: 'js' };
    });
    for (const change of PUT_OFF) {
      build.onLoad({ filter: change.file }, ({ path }) => {
        const source = readFileSync(path, 'utf8');
        // Ink brings an older string-width, which has no such pattern.
        if (path.includes('string-width') && !source.includes('const rgiEmojiRegex')) {
          return { contents: source, loader: 'js' };
        }
        const contents = putOff(source, change);
        if (contents !== null) return { contents, loader: 'js' };
        return { errors: [{ text: `${path} is another version: look at scripts/quick-start.mjs` }] };
      });
    }
  },
};
