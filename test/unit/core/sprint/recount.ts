/**
 * A slow recount of a sprint that shares nothing with lib/core: every event of every issue in one list, replayed one by one, and days told by the clock that Intl shows. What the core says of a sprint must be equal to it.
 */
export interface Happening {
  readonly at: number;
  readonly issue: string;
  readonly what: 'made' | 'in' | 'out' | 'category' | 'estimate' | 'given-up' | 'mark';
  readonly to: string | number | null;
  /** It went straight into another sprint. */
  readonly elsewhere?: boolean;
}

export interface Timebox {
  readonly first: string;
  /** Its last day: the planned one, or that of its completion if it was completed before. */
  readonly last: string | null;
  /** Up to which moment things count. */
  readonly until: number;
}

interface State {
  made: boolean;
  in: boolean;
  category: string;
  estimate: number | null;
  givenUp: boolean;
  /** Whether it serves the goal. */
  marked: boolean;
  /** When it last became done. */
  doneAt: number;
}

export interface Recount {
  readonly committed: string[];
  readonly added: string[];
  readonly removed: string[];
  readonly done: string[];
  readonly doneBefore: string[];
  readonly carriedOut: string[];
  readonly reestimated: string[];
  readonly reopened: string[];
  readonly days: Readonly<Record<string, readonly number[]>>;
}

const formats = new Map<string, Intl.DateTimeFormat>();

export function dayIn(zone: string, at: number): string {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(zone, format);
  return format.format(at);
}

/** Entries are `issue@moment`, sorted; days have [scope, done, estimate, estimate done, goal scope, goal done] at their end. */
export function recount(happenings: readonly Happening[], { first, last, until }: Timebox, zone: string): Recount {
  const all = happenings.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at);
  // Moved on to another sprint at the end, never to come back: it stayed, and what became of it afterwards is the next sprint's.
  const stayed = new Map<string, number>();
  for (const issue of new Set(happenings.map((one) => one.issue))) {
    const moves = happenings.filter((one) => one.issue === issue && (one.what === 'in' || one.what === 'out')).toSorted((a, b) => a.at - b.at);
    const end = moves.at(-1);
    if (end?.what === 'out' && end.elsewhere && last !== null && dayIn(zone, end.at) >= last) stayed.set(issue, end.at);
  }
  const states = new Map<string, State>();
  const list: Record<Exclude<keyof Recount, 'days'>, string[]> = { committed: [], added: [], removed: [], done: [], doneBefore: [], carriedOut: [], reestimated: [], reopened: [] };
  const of = (issue: string): State => {
    const state = states.get(issue) ?? { made: false, in: false, category: 'todo', estimate: null, givenUp: false, marked: false, doneAt: -1 };
    states.set(issue, state);
    return state;
  };
  const apply = (event: Happening, note: (name: keyof typeof list, what: string) => void): void => {
    const state = of(event.issue);
    const left = stayed.get(event.issue);
    if (left !== undefined && event.at >= left && event.what !== 'estimate' && event.what !== 'given-up' && !(event.what === 'category' && event.at === left)) return;
    const mark = `${event.issue}@${event.at}`;
    if (event.what === 'made') state.made = true;
    if (event.what === 'in' && !state.in && !state.givenUp) {
      state.in = true;
      note('added', mark);
    }
    if ((event.what === 'out' || event.what === 'given-up') && state.in) {
      state.in = false;
      note('removed', mark);
    }
    if (event.what === 'given-up') state.givenUp = true;
    if (event.what === 'mark') state.marked = event.to === 'on';
    if (event.what === 'category') {
      if (state.category === 'done' && event.to !== 'done' && state.in) note('reopened', mark);
      if (state.category !== 'done' && event.to === 'done') state.doneAt = event.at;
      state.category = String(event.to);
    }
    if (event.what === 'estimate') {
      if (state.estimate !== event.to && state.in) note('reestimated', mark);
      state.estimate = event.to as number | null;
    }
  };
  const days: Record<string, number[]> = {};
  // Who left again while the sprint was planned, and did not come back, was never a part of it.
  const parts = new Set<string>();
  const dates = [...new Set([...all.map(({ at }) => dayIn(zone, at)), ...daysFrom(first, dayIn(zone, until))])].toSorted();
  for (const date of dates) {
    for (const event of all) if (dayIn(zone, event.at) === date) apply(event, (name, what) => { if (date > first || (name === 'reopened' && date === first)) list[name].push(what); });
    if (date === first) for (const [issue, state] of states) if (state.in && !(state.category === 'done' && dayIn(zone, state.doneAt) < first)) list.committed.push(issue);
    if (date < first) continue;
    const inside = [...states].filter(([, state]) => state.in);
    for (const [issue] of inside) parts.add(issue);
    const sum = (chosen: typeof inside, weigh: (state: State) => number): number => chosen.reduce((total, [, state]) => total + weigh(state), 0);
    const finished = inside.filter(([, state]) => state.category === 'done');
    days[date] = [inside.length, finished.length, sum(inside, ({ estimate }) => estimate ?? 0), sum(finished, ({ estimate }) => estimate ?? 0), inside.filter(([, { marked }]) => marked).length, finished.filter(([, { marked }]) => marked).length];
  }
  for (const [issue, state] of states) {
    if (!state.in) continue;
    if (state.category !== 'done') list.carriedOut.push(issue);
    else if (dayIn(zone, state.doneAt) < first) list.doneBefore.push(`${issue}@${state.doneAt}`);
    else list.done.push(`${issue}@${state.doneAt}`);
  }
  for (const added of list.added) parts.add(added.slice(0, added.lastIndexOf('@')));
  for (const entries of Object.values(list)) entries.sort();
  return { ...list, reopened: list.reopened.filter((reopened) => parts.has(reopened.slice(0, reopened.lastIndexOf('@')))), days };
}

function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)) days.push(day);
  return days;
}
