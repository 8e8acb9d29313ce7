/** `npm run check`: types, lint, unit and architecture, without a browser. */
import { add } from './run.ts';
import { lint, types, vitest } from './steps.ts';

const [typed, linted] = await Promise.all([types(), lint()]);
const total = [linted, await vitest('test/unit')].reduce(add, typed);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
