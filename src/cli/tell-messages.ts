import type { Message } from '../core/model/message.ts';
import { sanitiseLine } from '../core/text/sanitise.ts';
import { talk } from './output.ts';

/** What a reader should know about a text, on standard error: `file:line: message (code)`. */
export function tellMessages(name: string, messages: readonly Message[]): void {
  for (const { line, message, code } of messages) {
    talk(`${sanitiseLine(name)}${line === undefined ? '' : `:${line}`}: ${sanitiseLine(message)} (${code})`);
  }
}
