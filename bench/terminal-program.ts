import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** A frame ends with this: the end of a synchronized update. */
const FRAME_END = '\u001B[?2026l';

/** A program in a pseudo-terminal of a size (util-linux `script`), timed from outside as its user sees it. */
export interface TerminalProgram {
  /** Milliseconds from the start until the output holds these words; null after the limit. */
  readonly until: (words: string, limit?: number) => Promise<number | null>;
  /** Presses a key: milliseconds until the frame that answers is whole, and its bytes; null when none came. */
  readonly press: (key: string) => Promise<{ readonly ms: number; readonly bytes: number } | null>;
  /** Resident memory of the program, in MB: now, its peak, and the peak of the process that compares beside it. */
  readonly memory: () => { readonly now: number; readonly peak: number; readonly beside: number };
  readonly end: () => Promise<void>;
}

const megabytes = (pid: number, field: 'VmRSS' | 'VmHWM'): number => {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(new RegExp(`${field}:\\s+(\\d+)`, 'u').exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
};

const childrenOf = (pid: number): readonly number[] => {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
  } catch {
    return [];
  }
};

/** Starts a command in a pseudo-terminal; `folder` takes a file with its process id. */
export function startInTerminal(
  command: string,
  columns: number,
  rows: number,
  folder: string,
): TerminalProgram {
  const pidFile = `${folder}/pid`;
  const started = performance.now();
  const inside = `stty rows ${rows} cols ${columns}; echo $$ > ${pidFile}; exec ${command}`;
  const child: ChildProcess = spawn('script', ['-qfc', inside, '/dev/null'], {
    env: { ...process.env, TERM: 'xterm-256color', CI: 'false', SHELL: '/bin/sh' },
  });
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()));
  let seen = '';
  let bytes = 0;
  let onData: () => void = () => undefined;
  child.stdout?.on('data', (chunk: Buffer) => {
    seen = (seen + chunk.toString()).slice(-400_000);
    bytes += chunk.length;
    onData();
  });
  const pid = (): number => (existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) : 0);
  let beside = 0;
  const watch = setInterval(() => {
    for (const other of childrenOf(pid())) beside = Math.max(beside, megabytes(other, 'VmHWM'));
  }, 50);
  watch.unref();

  const wait = (isThere: () => boolean, limit: number): Promise<boolean> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => settle(false), limit);
      const settle = (found: boolean): void => {
        clearTimeout(timer);
        onData = () => undefined;
        resolve(found);
      };
      onData = () => {
        if (isThere()) settle(true);
      };
      onData();
    });

  return {
    until: async (words, limit = 60_000) =>
      (await wait(() => seen.includes(words), limit)) ? performance.now() - started : null,
    press: async (key) => {
      seen = '';
      const before = bytes;
      const pressed = performance.now();
      child.stdin?.write(key);
      const isAnswered = await wait(() => seen.includes(FRAME_END), 250);
      return isAnswered ? { ms: performance.now() - pressed, bytes: bytes - before } : null;
    },
    memory: () => ({ now: megabytes(pid(), 'VmRSS'), peak: megabytes(pid(), 'VmHWM'), beside }),
    end: async () => {
      clearInterval(watch);
      child.stdin?.write('\u0003');
      const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await closed;
      clearTimeout(timer);
    },
  };
}
