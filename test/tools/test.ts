/** `npm test`: everything. Ends non-zero when anything fails; the last line is the plain count. */
import { existsSync } from 'node:fs';
import { add, NOTHING, type Counted } from './run.ts';
import { addonsLint, browsers, build, lint, types, vitest } from './steps.ts';

const steps: readonly (readonly [string, () => Promise<Counted>])[] = [
  ['types', types],
  ['lint', lint],
  ['build', build],
  ['unit, contract and corpus', () => vitest()],
  ['add-on lint', addonsLint],
  ['Chromium and Firefox', browsers],
];

if (!existsSync('../shared/corpus')) console.log('The corpus (../shared/corpus) is not here: the tests on it report themselves skipped.');
let total = NOTHING;
const rows: string[] = [];
for (const [name, step] of steps) {
  console.log(`\n── ${name} ──`);
  const begun = performance.now();
  const counted = await step();
  rows.push(`${name.padEnd(28)} ${String(counted.passed).padStart(5)} passed ${String(counted.failed).padStart(4)} failed ${String(counted.skipped).padStart(4)} skipped  ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  total = add(total, counted);
}
// Once more at the end: of a long run's output often only the end is kept.
const TOLD = 8;
for (const one of total.told.slice(0, TOLD)) console.log(`\n${one}`);
if (total.told.length > TOLD) console.log(`\n… and ${total.told.length - TOLD} more.`);
console.log(`\n${rows.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
