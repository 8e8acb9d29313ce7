import { transition } from '../edit/issue.ts';
import { readJql } from '../jql/search.ts';
import type { JiraBoard } from '../model/board.ts';
import { issueOf, issuesOnBoard, openSprintOf, sprintsOnBoard } from '../model/site.ts';
import type { SiteCall } from '../site-call.ts';
import { personOf, shownIssue, written } from './issue-of.ts';
import type { ShownBoard, ShownProject, ShownSite } from './shown.ts';

/** The site as its pages see it, for the one who looks. */
export function siteOf(call: SiteCall): ShownSite {
  const { site, world, viewer, now } = call;
  const { colorMode } = world.jira.look;
  return {
    flavour: site.flavour, host: site.host, context: site.contextPath, title: site.title, colorMode, viewer: personOf(call, viewer?.name ?? null),
    // Data Center has themes since version 10.
    version: site.flavour === 'cloud' ? '1001.0.0-SNAPSHOT' : colorMode === 'dark' ? '10.3.1' : '9.12.15',
    projects: projectsOf(call), boards: [...site.boards.values()].map((board) => shownBoard(call, board)),
    issue: (key) => {
      const issue = issueOf(site, key);
      return issue && shownIssue(call, issue);
    },
    board: (id) => {
      const board = site.boards.get(id);
      return board && shownBoard(call, board);
    },
    search: (jql) => {
      const found = read(jql, { site, people: world.jira.people, viewer: viewer?.name ?? null, now: now.getTime(), zone: viewer?.timeZone ?? 'Etc/UTC' });
      return found ? [...site.issues.values()].filter((issue) => found.matches(issue)).sort((one, other) => found.compare(one, other)).map((issue) => shownIssue(call, issue)) : [];
    },
    move: (key, status) => {
      const issue = issueOf(site, key);
      if (!issue || !viewer || !site.projects.get(issue.project)?.statuses.includes(status)) return false;
      transition({ world: world.jira, site, actor: viewer.name, at: now.getTime() }, issue, status);
      return true;
    },
  };
}

/** Nothing is found by a query that cannot be read; the page says so. */
function read(...args: Parameters<typeof readJql>): ReturnType<typeof readJql> | null {
  try {
    return readJql(...args);
  } catch {
    return null;
  }
}

const projectsOf = ({ site }: SiteCall): ShownProject[] => [...site.projects.values()].map(({ key, name, style }) => ({ key, name, managedBy: style === 'company-managed' ? 'company' : 'team' }));

function shownBoard(call: SiteCall, board: JiraBoard): ShownBoard {
  const { site } = call;
  const all = issuesOnBoard(site, board);
  const sprints = board.hasSprints ? sprintsOnBoard(site, board).filter(({ state }) => state !== 'closed') : [];
  const inSprint = new Set(sprints.map(({ id }) => id));
  const active = new Set(sprints.filter(({ state }) => state === 'active').map(({ id }) => id));
  const sprintOf = new Map(all.map((issue) => [issue, openSprintOf(site, issue)?.id ?? 0]));
  const shown = (issues: typeof all) => issues.map((issue) => shownIssue(call, issue));
  // A board without sprints shows what is not long done.
  const recently = call.now.getTime() - 14 * 86_400_000;
  return {
    id: board.id, name: board.name, type: board.type, columns: board.columns.map(({ name, statuses }, index) => ({ id: String(index + 1), name, statuses })),
    project: projectsOf(call).find(({ key }) => key === board.project) ?? { key: board.project, name: board.project, managedBy: 'company' },
    get issues() {
      return shown(all.filter((issue) => (board.hasSprints ? active.has(sprintOf.get(issue) ?? 0) : (issue.resolvedAt ?? recently + 1) > recently)));
    },
    get backlog() {
      return shown(all.filter((issue) => !inSprint.has(sprintOf.get(issue) ?? 0) && issue.resolution === null));
    },
    sprints: sprints.map(({ id, name, state, goal, startAt, endAt }) => ({
      id, name, state: state === 'active' ? 'active' : 'future', goal, start: startAt === null ? null : written(startAt), end: endAt === null ? null : written(endAt),
      get issues() {
        return shown(all.filter((issue) => sprintOf.get(issue) === id));
      },
    })),
  };
}
