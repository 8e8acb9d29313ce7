import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

export interface Ran {
  readonly code: number;
  readonly output: string;
}

/** Runs a program of node_modules (or the system), shows what it prints, and answers its exit code and output. Never throws. */
export function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    let output = '';
    const keep = (stream: NodeJS.WriteStream) => (chunk: Buffer) => {
      output += chunk.toString();
      stream.write(chunk);
    };
    child.stdout.on('data', keep(process.stdout));
    child.stderr.on('data', keep(process.stderr));
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

export interface Counted {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What failed, each with the first lines of why; and what passed only when it was tried again. */
  readonly told: readonly string[];
}

export const NOTHING: Counted = { passed: 0, failed: 0, skipped: 0, told: [] };

/** A step that only passes or fails, as a count of one. What it printed last says why. */
export function asCount({ code, output }: Ran): Counted {
  return code === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1, told: [firstLines(output.trim().split('\n').slice(-LINES).join('\n'))] };
}

const LINES = 8;

/** The beginning of a failure's message, without colours and the runner's own part of the trace: enough to know what failed where only the end of a run's output is kept. */
export function firstLines(message: string): string {
  return stripVTControlCharacters(message).split('\n').filter((line) => !line.includes('node_modules')).slice(0, LINES).map((line) => line.slice(0, 300)).join('\n  ');
}

export function add(a: Counted, b: Counted): Counted {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped, told: [...a.told, ...b.told] };
}
