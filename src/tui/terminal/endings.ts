/** The process as far as its end is concerned; a test gives its own. */
export type ProcessEvents = Pick<NodeJS.EventEmitter, 'on' | 'off'>;

/** Exit codes are 128 + the signal's number. */
const SIGNALS: readonly (readonly [signal: string, code: number])[] = [
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
];

/**
 * Watches for every way a process can end without being asked: signals go to `onSignal` with their exit code;
 * before a crash's stack is printed, and when the process exits, `restore` gives the terminal back. Returns the
 * function that stops watching.
 */
export function watchEndings(
  events: ProcessEvents,
  onSignal: (code: number) => void,
  restore: () => void,
): () => void {
  const listeners: (readonly [event: string, listener: () => void])[] = [
    ...SIGNALS.map(([signal, code]) => [signal, () => onSignal(code)] as const),
    ['uncaughtExceptionMonitor', restore],
    ['exit', restore],
  ];
  for (const [event, listener] of listeners) events.on(event, listener);
  return () => {
    for (const [event, listener] of listeners) events.off(event, listener);
  };
}
