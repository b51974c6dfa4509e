// Small helpers of the scripts: the project's folder, running a program in it.
import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const path = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);

/**
 * Runs a program from the project's folder. Shows its output unless `quiet`, and then returns it.
 * @param {string[]} command
 * @param {{quiet?: boolean, env?: Record<string, string>, cwd?: string}} options
 * @returns {Promise<{code: number, output: string}>}
 */
export function run(command, options = {}) {
  const [program, ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, PATH: path, ...options.env },
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    const parts = [];
    child.stdout?.on('data', (data) => parts.push(data));
    child.stderr?.on('data', (data) => parts.push(data));
    child.on('error', (error) => resolve({ code: 127, output: `${program}: ${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(parts).toString() }));
  });
}

/** Runs quietly; on failure shows the output and throws. */
export async function must(command, options = {}) {
  const { code, output } = await run(command, { quiet: true, ...options });
  if (code !== 0) {
    process.stdout.write(output);
    throw new Error(`${command.join(' ')} failed (${code})`);
  }
  return output;
}
