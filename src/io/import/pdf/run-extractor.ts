import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { ImportError, type ImportErrorCode } from '../import-error.ts';
import { LIMITS } from '../limits.ts';
import { extractPages } from './extract-pages.ts';
import type { PdfPage } from './page-items.ts';

export interface ExtractorLimits {
  /** Longest wait for one more page, in milliseconds. */
  readonly stallMs: number;
  readonly totalMs: number;
  /** Bytes of memory of the whole process. */
  readonly memory: number;
}

const HINT = 'Ask for the Word file, or open the PDF, copy its text and import that.';

interface Told {
  readonly error?: string;
  readonly message?: string;
  readonly done?: boolean;
}

const refusal = (told: Told): ImportError => {
  if (told.error === 'encrypted') {
    return new ImportError(
      'encrypted',
      'The PDF is protected by a password.',
      'Save a copy without the password.',
    );
  }
  const code: ImportErrorCode = told.error === 'too-large' ? 'too-large' : 'damaged';
  const message = code === 'damaged' ? `The PDF is damaged: ${told.message ?? ''}` : (told.message ?? '');
  return new ImportError(code, message, HINT);
};

/** Memory of a process in bytes where the system tells it (Linux); else 0, and the heap limit alone must do. */
const memoryOf = async (pid: number): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) * 1024;
};

/**
 * The text items of a PDF, page by page. pdf.js can be made to run for minutes and to eat gigabytes, so it
 * runs in a process that is killed when a page takes too long or memory runs over. Throws ImportError.
 */
export async function runExtractor(
  bytes: Uint8Array,
  limits: ExtractorLimits = {
    stallMs: LIMITS.pdfStallMs,
    totalMs: LIMITS.pdfTotalMs,
    memory: LIMITS.pdfMemory,
  },
): Promise<readonly PdfPage[]> {
  const library = pathToFileURL(createRequire(import.meta.url).resolve('unpdf')).href;
  const call = `(${extractPages.toString()})(${JSON.stringify(library)}, ${LIMITS.pdfPages}, ${LIMITS.pdfItems}, ${LIMITS.pdfPageItems})`;
  const heap = Math.floor(limits.memory / 1_048_576 / 1.5);
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${heap}`, '--no-warnings', '--input-type=module', '-e', call],
    {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: {},
    },
  );
  const failures: ImportError[] = [];
  const stop = (error: ImportError): void => {
    failures.push(error);
    child.kill('SIGKILL');
  };
  const slow = (): void =>
    stop(new ImportError('too-slow', 'Reading the PDF took too long; it was stopped.', HINT));
  const total = setTimeout(slow, limits.totalMs);
  let stall = setTimeout(slow, limits.stallMs);
  const watch = setInterval(() => {
    void memoryOf(child.pid ?? 0).then((used) => {
      if (used <= limits.memory) return;
      stop(new ImportError('too-much-memory', 'Reading the PDF took too much memory; it was stopped.', HINT));
    });
  }, 50);
  const pages: PdfPage[] = [];
  const state = { isDone: false };
  let rest = '';
  const takeLine = (line: string): void => {
    const told = JSON.parse(line) as Told & PdfPage;
    clearTimeout(stall);
    stall = setTimeout(slow, limits.stallMs);
    if (told.error !== undefined) failures.push(refusal(told));
    else if (told.done === true) state.isDone = true;
    else pages.push(told);
  };
  child.stdin.on('error', () => undefined);
  child.stdin.end(bytes);
  child.stdout.setEncoding('utf8');
  try {
    for await (const chunk of child.stdout) {
      const lines = (rest + String(chunk)).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) takeLine(line);
    }
    if (child.exitCode === null && child.signalCode === null)
      await new Promise((resolve) => child.once('close', resolve));
  } finally {
    clearTimeout(total);
    clearTimeout(stall);
    clearInterval(watch);
    child.kill('SIGKILL');
  }
  const [failure] = failures;
  if (failure !== undefined) throw failure;
  if (!state.isDone)
    throw new ImportError(
      'too-much-memory',
      'Reading the PDF failed half-way, most likely for want of memory.',
      HINT,
    );
  return pages;
}
