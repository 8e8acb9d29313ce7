/** A goal while it is being written. `id` tells it from the others, whatever it says and wherever it stands. */
export interface GoalDraft {
  readonly id: number;
  readonly text: string;
}

/** Never empty: who opens the form wants to write. */
export function draftGoals(goals: readonly string[]): GoalDraft[] {
  return (goals.length === 0 ? [''] : goals).map((text, id) => ({ id, text }));
}

/** What the drafts say, those without words left out: `goalsOf([{id: 0, text: ' a '}, {id: 1, text: ''}])` → `['a']` */
export function goalsOf(drafts: readonly GoalDraft[]): string[] {
  return drafts.map(({ text }) => text.trim()).filter((text) => text !== '');
}

export function isSame(goals: readonly string[], others: readonly string[]): boolean {
  return goals.length === others.length && goals.every((goal, index) => goal === others[index]);
}

/** One of them a place up or down; unchanged at the ends. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const [one, other] = [list[index], list[index + by]];
  if (one === undefined || other === undefined) return [...list];
  return list.map((item, at) => (at === index ? other : at === index + by ? one : item));
}
