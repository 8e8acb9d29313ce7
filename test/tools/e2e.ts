/** `npm run e2e [chromium|firefox] [file …]`: builds, then the browsers. */
import { add, type Counted } from './run.ts';
import { build, chromium, firefox } from './steps.ts';

const [which, ...args] = process.argv.slice(2);
let total: Counted = await build();
if (which !== 'firefox') total = add(total, await chromium(...args));
if (which !== 'chromium') total = add(total, await firefox());
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
