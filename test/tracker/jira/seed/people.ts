import { seedPeople } from '../../seed/people.ts';
import type { JiraPerson, JiraRole } from '../model/person.ts';

/** Not everybody lives in UTC: JQL's date literals mean another moment for each of them. */
const ZONES: Record<string, string> = { maya: 'Europe/Berlin', 'jonas-k': 'Europe/Berlin', 'priya-r': 'Asia/Kolkata', 'diego-s': 'America/Sao_Paulo', 'hana-t': 'Asia/Tokyo', 'retail-rita': 'America/New_York' };
const GONE = new Set(['pixelpaula']);

/** The people of the GitHub demo, as Jira knows them. */
export function seedJiraPeople(): Map<string, JiraPerson> {
  const people = [...seedPeople().values()].filter(({ login, bot }) => bot !== true && login !== 'acme');
  return new Map(people.map(({ login, id, name }, index) => [login, {
    name: login, key: `JIRAUSER${10_100 + index}`, accountId: `712020:${accountId(id)}`, email: `${login}@acme.example`, displayName: name,
    timeZone: ZONES[login] ?? 'Etc/UTC', active: !GONE.has(login),
  }]));
}

/** maya runs the project, the rest of the team works in it, rita looks on; all others are strangers. */
export function seedRoles(team: readonly string[]): Map<string, JiraRole> {
  const roles = new Map<string, JiraRole>(team.map((name) => [name, name === 'maya' ? 'admin' : 'member']));
  return roles.set('retail-rita', 'viewer');
}

/** In the form of Atlassian's: a UUID. */
function accountId(id: number): string {
  const digits = (id * 7919).toString(16).padStart(12, '0');
  return `${digits.slice(0, 8)}-4d3a-4b1e-9c0f-${digits.padStart(12, '0')}`;
}
