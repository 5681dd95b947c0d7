import { transformSync } from 'esbuild';
import { yamlModule } from './yaml-module.mjs';

/** Jest transform: TypeScript by esbuild, YAML data as modules, both to ES modules. */
export default {
  process(source, path) {
    if (path.endsWith('.yaml')) return { code: yamlModule(source) };
    const { code, map } = transformSync(source, {
      loader: path.endsWith('.tsx') ? 'tsx' : 'ts',
      format: 'esm',
      target: 'node20',
      jsx: 'automatic',
      sourcefile: path,
      sourcemap: 'both',
    });
    return { code, map };
  },
};
