import { dateInWords } from '../date-words.ts';
import type { Forecast } from '../forecast/forecast.ts';
import { daysAfter } from '../forecast/working-date.ts';
import { counted } from '../risk/issue-fact.ts';
import type { PlainDate } from '../time.ts';
import type { ItemProgress } from './item-progress.ts';
import type { Health, RoadmapItem } from './roadmap-item.ts';

/** How an item goes by what is known of its issues, beside what its people say. */
export interface ItemHealth {
  /** `null`: too little of it was read to say anything. */
  readonly computed: Health | null;
  /** Sentences with the numbers that it stands on, the deciding one first. Never empty. */
  readonly reasons: readonly string[];
  readonly declared: Health | null;
  readonly disagrees: boolean;
}

export interface HealthInput {
  readonly item: Pick<RoadmapItem, 'horizon' | 'window' | 'declared' | 'dropped'>;
  readonly progress: ItemProgress;
  readonly forecast: Forecast;
  /** Working days since the last change of any of its issues. */
  readonly quietDays: number;
  /** The team's threshold “no movement after”, of which twice is at risk and four times inactive. */
  readonly idleDays: number;
  readonly today: PlainDate;
}

/** Our choice: with a quarter of its issues waiting, what is left is not what the pace was made of. */
const BLOCKED_SHARE = 0.25;
/** What is done Now is meant to be done within a quarter; no date is promised, so that alone puts nothing off track. */
const QUARTER_DAYS = 91;

const ORDER: Readonly<Record<Health, number>> = { 'off-track': 0, 'at-risk': 1, 'on-track': 2, inactive: 3, complete: 4 };

/**
 * Computes the health of an item. The five words are GitHub's (status updates of Projects); there and at Linear people set them, so what they declare stands beside it and is never overwritten. Pure, and two laws hold: a
 * later end of its window never worsens it, and one more finished issue never does (inactive being the least, then off track, at risk, on track, complete).
 *
 * complete: every issue is done. inactive: given up, without issues, not begun, or untouched for long. off track: its window has ended, or the forecast's even chance lies after it. at risk: the forecast's 85 % lie after
 * it, many issues are blocked, or nothing has moved for some time. on track: begun, and nothing of that. Without a forecast nothing is said against the window. Where closed issues were not read, nobody can tell whether it was
 * begun, moves or comes in time: then there is no word, unless it is given up or its window has ended.
 */
export function assessHealth(input: HealthInput): ItemHealth {
  const [first, ...others] = findings(input);
  const computed = first ? first.health : 'on-track';
  const declared = input.item.declared?.health ?? null;
  return {
    computed,
    reasons: [...(first ? [first.reason, ...others.map(({ reason }) => reason)] : []), ...background(input, computed)],
    declared,
    disagrees: declared !== null && computed !== null && declared !== computed,
  };
}

interface HealthFinding {
  readonly health: Health | null;
  readonly reason: string;
}

function findings(input: HealthInput): HealthFinding[] {
  const { item, progress: { issues, inProgress, blocked, partial }, forecast, quietDays, idleDays } = input;
  const one = (health: Health | null, reason: string): HealthFinding[] => [{ health, reason }];
  if (item.dropped === true) return one('inactive', 'It has been given up.');
  if (issues.total === 0) return one('inactive', 'No issue belongs to it.');
  if (partial && forecast.state === 'declined') return hasEnded(input) ? againstEnd(input) : one(null, forecast.because);
  if (issues.done === issues.total) return one('complete', issues.total === 1 ? 'Its one issue is done.' : `All ${issues.total} issues are done.`);
  if (issues.done === 0 && inProgress === 0) return one('inactive', issues.total === 1 ? 'Its one issue has not been begun.' : `None of its ${issues.total} issues has been begun.`);
  if (quietDays >= 4 * idleDays) return one('inactive', `Nothing of it has moved for ${counted(quietDays, 'working day')}.`);
  return [
    ...againstEnd(input),
    ...(blocked / issues.total >= BLOCKED_SHARE ? one('at-risk', `${blocked} of ${counted(issues.total, 'issue')} ${blocked === 1 ? 'is' : 'are'} blocked.`) : []),
    ...(quietDays >= 2 * idleDays ? one('at-risk', `Nothing of it has moved for ${counted(quietDays, 'working day')}.`) : []),
  ].toSorted((a, b) => order(a) - order(b));
}

const order = ({ health }: HealthFinding): number => (health === null ? Object.keys(ORDER).length : ORDER[health]);

/** With issues still open. */
function hasEnded({ item: { window }, progress: { issues }, today }: HealthInput): boolean {
  return window?.to != null && today > window.to && issues.done < issues.total;
}

function againstEnd({ item, progress: { issues, partial }, forecast, today }: HealthInput): HealthFinding[] {
  const end = item.window?.to ?? null;
  if (end === null) return item.horizon === 'now' && item.window === undefined ? againstDate(forecast, daysAfter(today, QUARTER_DAYS), 'a quarter from now', 'at-risk') : [];
  if (today > end) return [{ health: 'off-track', reason: `Its window ended on ${dateInWords(end)}, with ${issues.total - issues.done} of ${counted(issues.total, partial ? 'known issue' : 'issue')} open.` }];
  return againstDate(forecast, end, `the end of its window, ${dateInWords(end)}`, 'off-track');
}

function againstDate(forecast: Forecast, end: PlainDate, words: string, worst: Health): HealthFinding[] {
  if (forecast.state === 'beyond') return [{ health: worst, reason: forecast.because }];
  if (forecast.state !== 'forecast') return [];
  const { p50, p85 } = forecast;
  if (p50 > end) return [{ health: worst, reason: `At an even chance it is finished only by ${dateInWords(p50)}, later than ${words}.` }];
  if (p85 === null || p85 > end) return [{ health: 'at-risk', reason: `At an even chance it is finished by ${dateInWords(p50)}, but at 85 % only ${p85 === null ? 'in more than a year' : `by ${dateInWords(p85)}`}, later than ${words}.` }];
  return [];
}

/** What it stands on besides. */
function background({ progress: { issues, partial }, forecast }: HealthInput, computed: Health | null): string[] {
  if (computed === 'complete' || issues.total === 0) return [];
  const open = issues.total - issues.done;
  if (partial) return [`${counted(open, 'open issue')} ${open === 1 ? 'is' : 'are'} known.`];
  const done = `${issues.done} of ${counted(issues.total, 'issue')} ${issues.done === 1 || issues.total === 1 ? 'is' : 'are'} done.`;
  if (computed !== 'on-track') return [done];
  return forecast.state === 'forecast' && forecast.p85 !== null ? [`Finished by ${dateInWords(forecast.p50)} at an even chance, by ${dateInWords(forecast.p85)} at 85 %.`, done] : forecast.state === 'declined' ? [done, forecast.because] : [done];
}
