import type { SprintFinding, SprintContext, SprintRule } from '../sprint-flag.ts';
import { counted } from '../../risk/issue-fact.ts';

/** PMT's bound for what is planned against the average velocity. */
const OVER = 1.15;
const FAR_OVER = 1.5;

/** Flags a sprint that holds more than its team finishes. */
export default {
  id: 'over-committed',
  label: 'Over-committed',
  source: 'Against velocity: more than 115 % of the average of the last sprints (PMT), risk from 150 % (our choice). Against the forecast: watch where more is left than is 85 % sure by the end, risk where more than at an even chance',
  assess(context) {
    const found = [againstForecast(context), againstVelocity(context)].filter((one) => one !== undefined);
    return found.find(({ severity }) => severity === 'risk') ?? found[0];
  },
  examples: [
    { name: 'more than half again of the velocity', given: { plan: { total: 32, unit: 'estimate', velocity: 20, sprints: 5 } }, flags: 'risk' },
    { name: 'a quarter more than the velocity', given: { plan: { total: 25, unit: 'issues', velocity: 20, sprints: 3 } }, flags: 'watch' },
    { name: 'as much as the velocity', given: { plan: { total: 21, unit: 'issues', velocity: 20, sprints: 3 } }, flags: undefined },
    { name: 'no past sprints and few issues', given: { plan: { total: 99, unit: 'issues', velocity: null, sprints: 0 } }, flags: undefined },
    { name: 'more is left than an even chance finishes', given: { odds: odds(9, 6, 4) }, flags: 'risk' },
    { name: 'more is left than 85 % finish', given: { odds: odds(5, 6, 4) }, flags: 'watch' },
    { name: 'one is left, and none may be finished', given: { odds: odds(1, 1, 0) }, flags: 'watch' },
    { name: 'what is left is finished', given: { odds: odds(4, 6, 4) }, flags: undefined },
  ],
} satisfies SprintRule;

const IN_UNIT: Readonly<Record<SprintContext['plan']['unit'], (total: number) => string>> = {
  issues: (total) => counted(total, 'issue'), estimate: (total) => `${round(total)} by estimate`, hours: (total) => `${round(total)} h by estimate`,
};

function againstForecast({ odds: told }: SprintContext): SprintFinding | undefined {
  if (told.state !== 'odds' || told.byEnd === null || told.everything.remaining <= told.byEnd.at85) return undefined;
  const { everything: { remaining }, byEnd } = told;
  return { severity: remaining > byEnd.at50 ? 'risk' : 'watch', reason: `${counted(remaining, 'issue')} ${remaining === 1 ? 'is' : 'are'} left; by the end it will be ${byEnd.at85} or more (85 % sure), ${byEnd.at50} or more at an even chance.`, issues: [] };
}

function againstVelocity({ plan: { total, unit, velocity, sprints } }: SprintContext): SprintFinding | undefined {
  if (velocity === null || velocity <= 0 || total <= OVER * velocity) return undefined;
  return { severity: total > FAR_OVER * velocity ? 'risk' : 'watch', reason: `It holds ${IN_UNIT[unit](total)}, ${Math.round((100 * total) / velocity)} % of the ${round(velocity)}${unit === 'hours' ? ' h' : ''} that the last ${sprints} sprints finished on average.`, issues: [] };
}

function round(amount: number): number {
  return Math.round(10 * amount) / 10;
}

function odds(remaining: number, at50: number, at85: number): SprintContext['odds'] {
  return {
    state: 'odds', goal: null, everything: { remaining, probability: 0.5, p50: null, p85: null, p95: null }, byEnd: { at50, at85, at95: 0 }, workingDays: 5, from: { historyDays: 60, finished: 60, growth: null, runs: 2000 },
  };
}
