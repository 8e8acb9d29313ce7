import type { Person } from '../model/world.ts';

/** The shop's team; maya is the one who is logged in. */
export const TEAM = ['maya', 'jonas-k', 'priya-r', 'tomasz', 'lin-wei', 'amelie-d', 'diego-s', 'hana-t'] as const;

const OTHERS = ['sam-customer', 'green-grocer', 'pixelpaula', 'ops-olaf', 'retail-rita', 'mobile-mo', 'nightbuyer', 'a11y-anna'] as const;
const NAMES: Record<string, string> = {
  maya: 'Maya Lindqvist', 'jonas-k': 'Jonas Keller', 'priya-r': 'Priya Raman', tomasz: 'Tomasz Nowak',
  'lin-wei': 'Lin Wei', 'amelie-d': 'Amélie Dubois', 'diego-s': 'Diego Santos', 'hana-t': 'Hana Tanaka',
};
export const REPORTERS: readonly string[] = [...OTHERS, ...TEAM];

export function seedPeople(): Map<string, Person> {
  const people = new Map<string, Person>();
  [...TEAM, ...OTHERS].forEach((login, index) => people.set(login, { login, id: 5_200_100 + index * 37, name: NAMES[login] ?? login }));
  people.set('acme', { login: 'acme', id: 5_200_000, name: 'Acme Retail' });
  people.set('dependabot[bot]', { login: 'dependabot[bot]', id: 49_699_333, name: 'dependabot', bot: true });
  return people;
}
