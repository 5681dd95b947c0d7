import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/**
 * The JavaScript module that stands for a YAML data file: its content as plain data. Written as JSON in a
 * string, which V8 reads in half the time that an object literal takes.
 */
export function yamlModule(source) {
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(parse(source)))});`;
}

/** esbuild plugin: `import table from './x.yaml'`. */
export const yamlPlugin = {
  name: 'yaml',
  setup(build) {
    build.onLoad({ filter: /\.yaml$/ }, ({ path }) => ({
      contents: yamlModule(readFileSync(path, 'utf8')),
      loader: 'js',
    }));
  },
};
