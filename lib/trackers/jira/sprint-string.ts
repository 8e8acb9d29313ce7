/**
 * Data Center tells a sprint as Java prints it: `com.atlassian.greenhopper.service.sprint.Sprint@6c5f[id=1,…,name=A, B,goal=<null>]`.
 * Values are not escaped and the order of the members changes, so a name that holds `,goal=` cannot be told from a goal for certain.
 * What is done about it: a value ends only before a comma and a member that is known and was not there yet, and the members that a machine wrote
 * (numbers, states, moments) begin only where their value has the right form. The same member again is part of a text.
 */
const NUMBER = /^(?:\d+|<null>)(?=,|$)/;
const MOMENT = /^(?:\d{4}-\d\d-\d\dT[^,\]]*|<null>)(?=,|$)/;
const SWITCH = /^(?:true|false|<null>)(?=,|$)/;
const MACHINE: Readonly<Record<string, RegExp>> = {
  id: /^\d+(?=,|$)/,
  state: /^(?:[A-Za-z]+|<null>)(?=,|$)/,
  rapidViewId: NUMBER, sequence: NUMBER, incompleteIssuesDestinationId: NUMBER,
  startDate: MOMENT, endDate: MOMENT, completeDate: MOMENT, activatedDate: MOMENT,
  synced: SWITCH, autoStartStop: SWITCH,
};
/** No number, state or moment is longer, with what ends it. */
const LONGEST = 60;
const MEMBER = new RegExp(`(?:^|,)(${[...Object.keys(MACHINE), 'name', 'goal'].join('|')})=`, 'g');

/** The members of a printed sprint, `<null>` as null; `null` for a text that is none. */
export function readSprintString(text: string): Record<string, string | null> | null {
  const [, inside] = /^[\w.$]*Sprint@\w+\[([\s\S]*)\]\s*$/.exec(text) ?? [];
  if (inside === undefined) return null;
  const met = new Set<string>();
  const starts = [...inside.matchAll(MEMBER)].flatMap((match) => {
    const name = match[1] ?? '';
    const from = match.index + match[0].length;
    if (met.has(name) || MACHINE[name]?.test(inside.slice(from, from + LONGEST)) === false) return [];
    met.add(name);
    return [{ name, at: match.index, from }];
  });
  const members = starts.map(({ name, from }, index) => {
    const value = inside.slice(from, starts[index + 1]?.at ?? inside.length);
    return [name, value === '<null>' ? null : value] as const;
  });
  return met.has('id') ? Object.fromEntries(members) : null;
}
