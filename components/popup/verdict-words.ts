import type { Chance, SprintOdds } from '../../lib/core/forecast/odds.ts';
import { likelihood, outOfHundred } from '../../lib/core/share-words.ts';
import type { SprintReport } from '../../lib/messaging/messages.ts';
import { datesInWords } from '../sprint/odds-words.ts';

export interface VerdictWords {
  /** The odds in a word: `Likely`. */
  readonly word: string;
  /** The same as a number; `null` where there are none. */
  readonly number: string | null;
  /** What the number is of (simulated runs), or why there is none; and how the rest goes. */
  readonly more: string;
  /** The odds are of everything, so that the health beside them must be said to be the goal's. */
  readonly ofGoal?: true;
}

/**
 * How likely the goal is reached, in a word, a number and a sentence.
 *
 * `verdictInWords({health: {health: 'at-risk', …}, odds: {state: 'odds', goal: {probability: 0.74, …}, everything: {probability: 0.48, …}, …}})` → `{word: 'Likely', number: '74 of 100', more: 'The chance to reach the goal in time. For everything: about even, 48 of 100.'}`
 */
export function verdictInWords({ health: { health, reasons }, odds }: Pick<SprintReport, 'health' | 'odds'>): VerdictWords {
  const [reason = ''] = reasons;
  if (health === 'met') return { word: 'Reached', number: null, more: [reason, everythingInWords(odds)].filter(Boolean).join(' ') };
  // What cannot be read any more is told of neither, and why is said once.
  if (odds.state === 'declined' && reason === odds.because) return { word: 'No odds', number: null, more: reason };
  if (odds.state === 'declined') return { word: 'No odds yet', number: null, more: [...(health === 'unknown' ? [reason] : []), odds.because].join(' ') };
  if (odds.state === 'done') return { word: health === 'unknown' ? 'Nothing left to do' : 'It is over', number: null, more: reason, ...(health === 'unknown' && { ofGoal: true as const }) };
  const { goal, everything } = odds;
  if (goal === null) return withoutMarks(everything, reason);
  if (goal.probability === null) return { ...chanceInWords(goal), more: `It has no last day. The goal is reached by ${datesInWords(goal)}.` };
  return { ...chanceInWords(goal), more: ['The chance to reach the goal in time.', everythingInWords(odds)].filter(Boolean).join(' ') };
}

/** Nobody has said which issues serve the goal: the odds are those of everything, and must not be taken for the goal's. */
function withoutMarks(everything: Chance, reason: string): VerdictWords {
  const { probability } = everything;
  if (probability === null) return { word: 'No date to meet', number: null, more: `${reason} Everything is done by ${datesInWords(everything)}.`, ofGoal: true };
  return { word: 'All in time', number: short(outOfHundred(probability)), more: `${likelihood(probability)} that everything is finished in time. The goal’s own chance is not known: no issue is marked for it.`, ofGoal: true };
}

function chanceInWords({ probability }: { readonly probability: number | null }): Omit<VerdictWords, 'more'> {
  return probability === null ? { word: 'No date to meet', number: null } : { word: likelihood(probability), number: short(outOfHundred(probability)) };
}

/** One line has room for the goal’s health beside it. */
function short(words: string): string {
  return words.replace('fewer than', 'under').replace('more than', 'over');
}

function everythingInWords(odds: SprintOdds): string {
  if (odds.state !== 'odds' || odds.everything.probability === null) return '';
  const { probability } = odds.everything;
  return `For everything: ${likelihood(probability).toLowerCase()}, ${outOfHundred(probability)}.`;
}
