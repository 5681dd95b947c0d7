import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Keeps V8 from growing its space for new objects, which a screen hardly needs: a key makes little garbage. Saves
 * some 15 MB. To be called before much is loaded.
 */
export function stayLean(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/**
 * Collects what reading a large comparison has left behind (the messages it came in), once, shortly after it is
 * shown. V8 would keep the memory until it is short of it, which on a reviewer's machine others may be before.
 */
export function collectLeftovers(): void {
  setFlagsFromString('--expose-gc');
  // With that flag a new context has it.
  const collect = runInNewContext('gc') as () => void;
  collect();
  setFlagsFromString('--no-expose-gc');
}
