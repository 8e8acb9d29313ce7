import { representIssue } from '../represent/issue.ts';
import type { Schemas } from '../represent/schemas.ts';
import { sees } from './account.ts';
import { type Answer, type Call, ok } from './answer.ts';
import { paged } from './link.ts';
import { readQuery } from './query.ts';
import { invalid } from './refusals.ts';

type Found = Pick<Schemas['issue-search-result-item'], 'id' | 'number' | 'title' | 'state' | 'html_url' | 'score'>;

/** GET /search/issues over all repositories that the account sees; at most 1,000 results, as GitHub. */
export function searchIssues({ world, account, role, query }: Call): Answer {
  const text = query.get('q') ?? '';
  if (text.trim() === '') return invalid('Search', 'q', 'missing');
  const wanted = readQuery(text, account.kind === 'token' ? account.token.login : null);
  const found = world.repositories
    .filter((repository) => sees(account, repository) && (wanted.repositories.length === 0 || wanted.repositories.includes(`${repository.owner}/${repository.name}`.toLowerCase())))
    .flatMap((repository) => [...repository.issues.values()].filter((issue) => wanted.matches(repository, issue)).map((issue) => ({ repository, issue })))
    .sort((one, other) => (one.issue.createdAt < other.issue.createdAt ? 1 : -1));
  const page = paged(found.slice(0, 1000), `${role.apiRoot}/search/issues`, query);
  const items: Found[] = page.rows.map(({ repository, issue }) => ({ ...representIssue(world, repository, issue, role), score: 1 }));
  return ok({ total_count: found.length, incomplete_results: false, items }, page.headers);
}
