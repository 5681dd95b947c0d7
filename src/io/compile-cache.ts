import * as nodeModule from 'node:module';

/**
 * Lets Node keep compiled code between runs, where it can (22.8 and later; in its own folder of the system's
 * temporary files). To be called before the modules are loaded that are worth it.
 */
export function keepCompiledCode(): void {
  const { enableCompileCache } = nodeModule as { readonly enableCompileCache?: () => unknown };
  enableCompileCache?.();
}
