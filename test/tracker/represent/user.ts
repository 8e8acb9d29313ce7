import type { World } from '../model/world.ts';
import { nodeId, type Roots, type UserRow } from './schemas.ts';

export function representUser(world: World, login: string, { apiRoot, siteRoot }: Roots): UserRow {
  const person = world.people.get(login) ?? { login, id: idOf(login), name: login };
  const url = `${apiRoot}/users/${login}`;
  return {
    login, id: person.id, node_id: nodeId('U', person.id), avatar_url: `https://avatars.githubusercontent.com/u/${person.id}?v=4`, gravatar_id: '', url,
    html_url: person.bot === true ? `${siteRoot}/apps/${login.replace('[bot]', '')}` : `${siteRoot}/${login}`, followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`, gists_url: `${url}/gists{/gist_id}`, starred_url: `${url}/starred{/owner}{/repo}`, subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`, repos_url: `${url}/repos`, events_url: `${url}/events{/privacy}`, received_events_url: `${url}/received_events`,
    type: person.bot === true ? 'Bot' : login === 'acme' ? 'Organization' : 'User', user_view_type: 'public', site_admin: false,
  };
}

function idOf(login: string): number {
  let id = 7;
  for (const letter of login) id = (id * 31 + (letter.codePointAt(0) ?? 0)) % 90_000_000;
  return id + 10_000;
}
