import { spawn } from 'node:child_process';

/** The program that takes a text for the clipboard here, as far as the surroundings tell. */
const clipboard = (env: NodeJS.ProcessEnv, platform: NodeJS.Platform): readonly string[] | null => {
  // Over a line to another machine, that machine's clipboard is not the reader's.
  if (env.SSH_CONNECTION !== undefined) return null;
  if (platform === 'darwin') return ['pbcopy'];
  if (platform === 'win32' || env.WSL_DISTRO_NAME !== undefined) return ['clip.exe'];
  if (env.WAYLAND_DISPLAY !== undefined) return ['wl-copy'];
  return env.DISPLAY === undefined ? null : ['xclip', '-selection', 'clipboard'];
};

/**
 * Gives a text to the system's clipboard, beside what the terminal itself may take (OSC 52, which many do not).
 * False where there is no such program; it is never waited for longer than it takes to hand the text over.
 */
export function copyText(
  text: string,
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): Promise<boolean> {
  const [program, ...options] = clipboard(env, platform) ?? [];
  if (program === undefined) return Promise.resolve(false);
  return new Promise((resolve) => {
    const child = spawn(program, options, { stdio: ['pipe', 'ignore', 'ignore'] });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
    child.stdin.on('error', () => undefined);
    child.stdin.end(text);
  });
}
