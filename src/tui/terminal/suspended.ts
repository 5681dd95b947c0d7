import type { ProcessEvents } from './endings.ts';

/** Stops the program and resolves when the shell has brought it back. */
export function suspended({
  events,
  suspend,
}: {
  readonly events: ProcessEvents;
  readonly suspend: () => void;
}): Promise<void> {
  return new Promise((resume) => {
    const onContinue = (): void => {
      events.off('SIGCONT', onContinue);
      resume();
    };
    events.on('SIGCONT', onContinue);
    suspend();
  });
}
