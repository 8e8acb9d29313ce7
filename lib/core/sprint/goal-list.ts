/**
 * The goals in the one text that a tracker keeps, in their order: several are numbered from 1 on. A text that is not numbered so is one goal.
 *
 * `splitGoals('1. Buyers pay in one step. 2. Support hears less.')` → `['Buyers pay in one step.', 'Support hears less.']` · `splitGoals('')` → `[]`
 */
export function splitGoals(text: string): string[] {
  const goals: string[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const number = goals.length + 1;
    const head = rest.startsWith(`${number}. `) ? `${number}. `.length : 0;
    if (head === 0) return goals.length === 0 ? [rest] : goals;
    const next = rest.indexOf(` ${number + 1}. `, head);
    // A single number is a part of the text: “1. FC Köln signs up”.
    if (next === -1 && number === 1) return [rest];
    goals.push(rest.slice(head, next === -1 ? undefined : next).trim());
    rest = next === -1 ? '' : rest.slice(next + 1);
  }
  return goals.filter((goal) => goal !== '');
}

/**
 * The text that keeps several goals in their order; one goal stays as it is, and none is empty.
 *
 * `joinGoals(['Buyers pay in one step.', 'Support hears less.'])` → `'1. Buyers pay in one step. 2. Support hears less.'`
 */
export function joinGoals(goals: readonly string[]): string {
  const said = goals.map((goal) => goal.replaceAll(/\s+/g, ' ').trim()).filter((goal) => goal !== '');
  return said.length <= 1 ? (said[0] ?? '') : said.map((goal, index) => `${index + 1}. ${goal}`).join(' ');
}
