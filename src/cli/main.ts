#!/usr/bin/env node
import { keepCompiledCode } from '../io/compile-cache.ts';

// A reader that closes the pipe early ("| head") is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

keepCompiledCode();
const { runProgram } = await import('./program/run-program.ts');
process.exitCode = await runProgram(process.argv.slice(2));
