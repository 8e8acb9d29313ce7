import type { Issue } from '../model/issue.ts';
import type { Repository } from '../model/repository.ts';

/** The part of GitHub's search language that the demo's pages and /search/issues understand; unknown qualifiers are ignored, as GitHub ignores most. */
export interface IssueQuery {
  repositories: readonly string[];
  matches(repository: Repository, issue: Issue): boolean;
}

export function readQuery(text: string, viewer: string | null): IssueQuery {
  const terms = [...text.matchAll(/(-?)([a-z-]+):("[^"]*"|\S+)|(\S+)/gi)];
  const tests: ((repository: Repository, issue: Issue) => boolean)[] = [];
  const repositories: string[] = [];
  for (const [, minus, qualifier, quoted, word] of terms) {
    if (word !== undefined) tests.push((_, issue) => issue.title.toLowerCase().includes(word.toLowerCase()));
    if (qualifier === undefined || quoted === undefined) continue;
    const value = quoted.replaceAll('"', '').toLowerCase();
    if (qualifier === 'repo') repositories.push(value);
    const test = testOf(qualifier.toLowerCase(), value, viewer);
    if (test) tests.push((repository, issue) => test(repository, issue) !== (minus === '-'));
  }
  return { repositories, matches: (repository, issue) => tests.every((test) => test(repository, issue)) };
}

type Test = (repository: Repository, issue: Issue) => boolean;

function testOf(qualifier: string, value: string, viewer: string | null): Test | undefined {
  const person = value === '@me' ? viewer : value;
  switch (qualifier) {
    case 'is':
    case 'state':
    case 'type':
      if (value === 'issue') return (_, issue) => issue.pull === null;
      if (value === 'pr' || value === 'pull-request') return (_, issue) => issue.pull !== null;
      if (value === 'open' || value === 'closed') return (_, issue) => issue.state === value;
      return (_, issue) => issue.type?.toLowerCase() === value;
    case 'label':
      return (_, issue) => value.split(',').some((name) => issue.labels.some((label) => label.toLowerCase() === name));
    case 'assignee':
      return (_, issue) => issue.assignees.some((login) => login.toLowerCase() === person);
    case 'author':
      return (_, issue) => issue.author.toLowerCase() === person;
    case 'milestone':
      return (repository, issue) => issue.milestone !== null && repository.milestones.get(issue.milestone)?.title.toLowerCase() === value;
    case 'no':
      return (_, issue) => (value === 'assignee' ? issue.assignees.length === 0 : value === 'milestone' ? issue.milestone === null : issue.labels.length === 0);
    default:
      return undefined;
  }
}
