import type { HostRole } from '../hosts.ts';
import { fullName, type Repository } from '../model/repository.ts';
import type { World } from '../model/world.ts';
import type { SentReply } from '../send.ts';
import { assetReply } from './assets.ts';
import { classicIssuePage, classicListPage } from './classic.ts';
import { dashboardPage } from './dashboard.ts';
import { issuePage, newIssuePage } from './issue.ts';
import { issueListPage } from './issue-list.ts';
import { layout } from './layout.ts';
import { milestonePage, milestonesPage } from './milestone.ts';
import type { Page, PageCall } from './page.ts';
import { codePage, homePage, labelsPage, notFoundPage } from './plain.ts';
import { projectPage } from './project.ts';
import { pullPage } from './pull.ts';
import { searchPage } from './search.ts';

/** In the style of GitHub's policy: nothing inline runs, and only the own host is fetched from. An overlay must live with it. */
const POLICY = "default-src 'none'; base-uri 'self'; connect-src 'self' api.github.com; font-src 'self'; form-action 'self'; frame-ancestors 'none'; frame-src 'self'; img-src 'self' data: avatars.githubusercontent.com; manifest-src 'self'; media-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; upgrade-insecure-requests; worker-src 'self'";

export function pageReply(world: World, role: HostRole, url: URL, now: Date): SentReply {
  const asset = assetReply(role, url);
  if (asset) return asset;
  const call: PageCall = { world, role, url, now };
  const path = url.pathname.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1');
  const page = pageOf(call, path);
  if (typeof page === 'string') return { status: 302, text: '', headers: { location: page } };
  return {
    status: page.status ?? 200, text: layout(call, page),
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY, 'x-frame-options': 'deny', 'x-content-type-options': 'nosniff', 'cache-control': 'max-age=0, private, must-revalidate', 'referrer-policy': 'no-referrer-when-downgrade' },
  };
}

/** A page, or the address that GitHub redirects to. */
function pageOf(call: PageCall, path: string): Page | string {
  const { world } = call;
  if (path === '/') return homePage(world.repositories);
  const dashboard = dashboardPage({ ...call, url: new URL(path + call.url.search, call.url) });
  if (dashboard) return dashboard;
  if (path === '/search') return searchPage(call, world.repositories.filter((one) => isVisible(world, one)));
  const project = /^\/orgs\/([^/]+)\/projects\/(\d+)(\/views\/\d+)?$/.exec(path);
  if (project) return world.project && world.project.owner === project[1] && world.project.number === Number(project[2]) ? projectPage(call, world.project) : notFoundPage();
  const [, name, rest = ''] = /^\/([^/]+\/[^/]+)(\/.*)?$/.exec(path) ?? [];
  if (name === undefined) return notFoundPage();
  const repository = world.repositories.find((one) => fullName(one).toLowerCase() === name.toLowerCase());
  const renamed = world.repositories.find((one) => one.id === world.renamed.get(name.toLowerCase()));
  if (renamed && !repository) return `/${fullName(renamed)}${rest}${call.url.search}`;
  return (repository && isVisible(world, repository) ? repositoryPage(call, repository, rest) : undefined) ?? notFoundPage();
}

const isVisible = ({ site: { viewer } }: World, repository: Repository): boolean => !repository.private || (viewer !== null && repository.roles.has(viewer));

function repositoryPage(call: PageCall, repository: Repository, rest: string): Page | string | undefined {
  const classic = call.url.searchParams.get('classic') === '1';
  if (rest === '') return codePage(repository);
  if (rest === '/issues') return classic ? classicListPage(call, repository, 'issues') : issueListPage(call, repository);
  if (rest === '/pulls') return classicListPage(call, repository, 'pulls');
  if (rest === '/milestones') return milestonesPage(call, repository);
  if (rest === '/labels') return labelsPage(repository);
  if (/^\/issues\/new(\/choose)?$/.test(rest)) return newIssuePage(repository);
  const [, label] = /^\/labels\/([^/]+)$/.exec(rest) ?? [];
  if (label !== undefined) return issueListPage(call, repository, `is:issue state:open label:"${decodeURIComponent(label)}"`);
  const milestone = repository.milestones.get(Number(/^\/milestone\/(\d+)$/.exec(rest)?.[1]));
  if (milestone) return milestonePage(call, repository, milestone);
  const [, kind, number] = /^\/(issues|pull)\/(\d+)(?:\/(?:commits|checks|changes|files))?$/.exec(rest) ?? [];
  const issue = repository.issues.get(Number(number));
  const gone = repository.gone.get(Number(number));
  if (gone?.kind === 'transferred') return `/${gone.to}/issues/${gone.number}`;
  if (!issue) return undefined;
  if ((kind === 'pull') !== (issue.pull !== null)) return `/${fullName(repository)}/${issue.pull ? 'pull' : 'issues'}/${issue.number}`;
  if (issue.pull) return pullPage(call, repository, issue, classic);
  return classic ? classicIssuePage(call, repository, issue) : issuePage(call, repository, issue);
}
