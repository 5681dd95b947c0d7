/** A bar on standard error while many files are read; silent where there is no terminal. */
export interface Progress {
  readonly step: (name: string) => void;
  readonly done: () => void;
}

export function progressBar(total: number): Progress {
  if (!process.stderr.isTTY || total < 2) return { step: () => undefined, done: () => undefined };
  let count = 0;
  const clear = '\r\u001B[K';
  return {
    step: (name) => {
      count++;
      const filled = Math.round((count / total) * 20);
      const bar = '#'.repeat(filled) + '.'.repeat(20 - filled);
      process.stderr.write(`${clear}[${bar}] ${count}/${total} ${name.slice(-40)}`);
    },
    done: () => process.stderr.write(clear),
  };
}
