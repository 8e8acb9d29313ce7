import type { Badge } from '../core/badge.ts';
import type { IssueKey, ProjectKey } from '../core/issue.ts';
import type { Messages } from '../messaging/messages.ts';

/** `known`: shown as it is · `stale`: shown, and asked for again · `asked` · `absent`: the worker has nothing for it · `waiting`: it is being read. */
type State = 'known' | 'stale' | 'asked' | 'absent' | 'waiting';

export type Describe = (request: Messages['describe']['request']) => Promise<Messages['describe']['response']>;

/** Soon; and once more when a sync that was cut off has gone on: it needs an alarm for that, and where it is cut off before it tells of what it has read, nobody does. */
const RETRIES = [5000, 40_000];
const KEPT = 2000;

/** The badge models of this tab, by key: rows that return or are recycled need no message. */
export interface Models {
  /** `null`: there is none to show; `undefined`: nobody has said so yet, or it was forgotten. */
  get(key: IssueKey): Badge | null | undefined;
  /** Waits for what this page showed last, which was asked for ahead. Nothing else is asked before the answer. */
  open(shown: Promise<readonly Badge[]>): void;
  /** Asks for those of the keys that nothing is known of, in one message. */
  want(keys: Iterable<IssueKey>, project: ProjectKey | null): void;
  /** The worker has stored something new. */
  changed(keys: readonly IssueKey[], projects: readonly ProjectKey[]): void;
  /** Broadcasts may have been missed. */
  doubt(): void;
}

interface Surroundings {
  /** There is something new to draw, and perhaps to want. */
  onAnswer(): void;
  onFailure(): void;
  later(task: () => void, ms: number): void;
}

export function createModels(describe: Describe, { onAnswer, onFailure, later }: Surroundings): Models {
  const badges = new Map<IssueKey, Badge>();
  const states = new Map<IssueKey, State>();
  const tries = new Map<IssueKey, number>();
  const underway = new Set<symbol>();
  let opening: { stale: boolean } | null = null;

  /** After a second try and a third only a broadcast brings news, for we never poll. */
  const retry = (keys: readonly IssueKey[]) => {
    for (const [count, due] of Map.groupBy(keys, (key) => tries.get(key) ?? 0)) {
      const ms = RETRIES[count];
      if (ms === undefined) continue;
      for (const key of due) tries.set(key, count + 1);
      later(() => {
        for (const key of due) if (states.get(key) === 'waiting') states.set(key, 'stale');
        onAnswer();
      }, ms);
    }
  };

  const ask = async (keys: IssueKey[], project: ProjectKey | null) => {
    for (const key of keys) states.set(key, 'asked');
    const question = Symbol();
    underway.add(question);
    try {
      const answer = await describe({ keys, project });
      const described = new Map(answer.badges.map((badge) => [badge.key, badge]));
      const missing: IssueKey[] = [];
      for (const key of keys) {
        const badge = described.get(key);
        // A broadcast may have come while we waited: then this answer may already be old.
        const current = states.get(key) === 'asked';
        if (!badge) badges.delete(key);
        // The same object is the same drawing: most changes of a backlog change few of its badges.
        else if (!isSame(badges.get(key), badge)) badges.set(key, badge);
        if (!badge && answer.state === 'reading') missing.push(key);
        if (current) states.set(key, badge ? 'known' : answer.state === 'reading' ? 'waiting' : 'absent');
      }
      underway.delete(question);
      retry(missing);
      onAnswer();
    } catch {
      underway.delete(question);
      for (const key of keys) states.set(key, 'waiting');
      retry(keys);
      onFailure();
    }
  };

  return {
    async open(shown) {
      if (opening || states.size > 0) return;
      const question = { stale: false };
      opening = question;
      const known = await shown;
      if (opening !== question) return;
      for (const badge of known) {
        badges.set(badge.key, badge);
        states.set(badge.key, question.stale ? 'stale' : 'known');
      }
      opening = null;
      onAnswer();
    },
    get: (key) => badges.get(key) ?? (states.get(key) === 'absent' ? null : undefined),
    want(keys, project) {
      if (opening) return;
      const unknown = new Set<IssueKey>();
      for (const key of keys) {
        const state = states.get(key);
        // A sync tells of changes faster than they can be shown: the next question waits for the last answer.
        if (state === undefined || (state === 'stale' && underway.size === 0)) unknown.add(key);
      }
      if (unknown.size === 0) return;
      if (states.size > KEPT) forgetAllBut(unknown, badges, states);
      void ask([...unknown], project);
    },
    changed(keys, projects) {
      if (opening) opening.stale = true;
      const named = new Set(keys);
      for (const key of states.keys()) {
        if (!named.has(key) && !projects.some((project) => belongsTo(key, project))) continue;
        states.set(key, 'stale');
        tries.delete(key);
      }
    },
    doubt() {
      // Firefox never answers a question that the page asked before it went into the back/forward cache (seen in 153).
      underway.clear();
      opening = null;
      for (const key of states.keys()) states.set(key, 'stale');
    },
  };
}

function isSame(before: Badge | undefined, after: Badge): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

/** `github.com/acme/shop#12` and `acme.atlassian.net/SHOP-12` belong to `github.com/acme/shop` and `acme.atlassian.net/SHOP`. */
function belongsTo(key: IssueKey, project: ProjectKey): boolean {
  const next = key.charAt(project.length);
  return key.startsWith(project) && (next === '#' || next === '-');
}

function forgetAllBut(kept: ReadonlySet<IssueKey>, badges: Map<IssueKey, Badge>, states: Map<IssueKey, State>): void {
  for (const key of states.keys()) {
    if (kept.has(key) || states.get(key) === 'asked') continue;
    states.delete(key);
    badges.delete(key);
  }
}
