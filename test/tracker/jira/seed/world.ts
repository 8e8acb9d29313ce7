import { DAY } from '../../seed/dates.ts';
import { TEAM } from '../../seed/people.ts';
import { randomFrom } from '../../seed/random.ts';
import type { JiraEdit } from '../edit/change.ts';
import { move, remove } from '../edit/fate.ts';
import { noJiraTrouble } from '../model/behaviours.ts';
import type { CustomField } from '../model/field.ts';
import type { JiraWorld } from '../model/jira.ts';
import { issueOf, type JiraProject, type JiraSite } from '../model/site.ts';
import type { Priority } from '../model/workflow.ts';
import { seedBoards, seedSprints } from './boards.ts';
import { ACME_FIELDS, DC_FIELDS, OTHER_FIELDS } from './fields.ts';
import { seedIssues } from './issues.ts';
import { seedJiraPeople, seedRoles } from './people.ts';
import { type ProjectKeyName, seedProject } from './projects.ts';
import { relate } from './relations.ts';
import { seedJiraTokens, seedSessions } from './tokens.ts';
import { ACME_PRIORITIES, COMPANY_STATUSES, COMPANY_TYPES, TEAM_STATUSES, TEAM_TYPES, USUAL_PRIORITIES } from './workflows.ts';

interface SitePlan {
  readonly site: Pick<JiraSite, 'flavour' | 'host' | 'contextPath' | 'cloudId' | 'title'>;
  readonly fields: readonly CustomField[];
  readonly priorities: readonly Priority[];
  readonly projects: readonly (readonly [key: ProjectKeyName, style: JiraProject['style'], issues: number])[];
}

const PLANS: readonly SitePlan[] = [
  {
    site: { flavour: 'cloud', host: 'acme.atlassian.net', contextPath: '', cloudId: '5b8fa7f6-94a1-4d3d-9b0c-0a4d3f5c1e71', title: 'Acme Jira' }, fields: ACME_FIELDS, priorities: ACME_PRIORITIES,
    projects: [['SHOP', 'company-managed', 150], ['MOBI', 'team-managed', 60], ['OPS', 'company-managed', 40]],
  },
  // The same key on another site: another issue, with fields of other numbers.
  {
    site: { flavour: 'cloud', host: 'other.atlassian.net', contextPath: '', cloudId: 'c0a1b2c3-1d2e-4f3a-8b4c-9d0e1f2a3b4c', title: 'Other' }, fields: OTHER_FIELDS, priorities: USUAL_PRIORITIES,
    projects: [['SHOP', 'company-managed', 40]],
  },
  {
    site: { flavour: 'dc', host: 'jira.acme.example', contextPath: '/jira', cloudId: null, title: 'Acme Jira (old)' }, fields: DC_FIELDS, priorities: USUAL_PRIORITIES,
    projects: [['SHOP', 'company-managed', 110], ['MOBI', 'company-managed', 40], ['OPS', 'company-managed', 30]],
  },
];

/** The shop of the GitHub demo, kept in Jira: Cloud with every kind of project, another Cloud site, and the Data Center that came before. */
export function seedJira(options: { seed: number; now: Date; issues?: number | undefined }): JiraWorld {
  const world: JiraWorld = {
    sites: PLANS.map((plan, index) => seedSite(index === 0 ? ofSize(plan, options.issues) : plan, { ...options, seed: options.seed * 31 + index })), people: seedJiraPeople(), tokens: seedJiraTokens(), sessions: seedSessions(),
    behaviours: noJiraTrouble(), writes: new Map(), buckets: new Map(), pages: new Map(), look: { colorMode: 'auto' },
  };
  for (const site of world.sites) removeSome({ world, site, actor: 'maya', at: options.now.getTime() - 9 * DAY });
  return world;
}

/** The shop's backlog may be as long as a test needs it. */
function ofSize(plan: SitePlan, issues: number | undefined): SitePlan {
  return { ...plan, projects: plan.projects.map(([key, style, usual]) => [key, style, key === 'SHOP' ? (issues ?? usual) : usual] as const) };
}

function seedSite(plan: SitePlan, { seed, now }: { seed: number; now: Date }): JiraSite {
  const random = randomFrom(seed);
  const teamManaged = new Set(plan.projects.flatMap(([key, style]) => (style === 'team-managed' ? [key] : [])));
  const boards = seedBoards(new Set(plan.projects.map(([key]) => key)), teamManaged);
  const site: JiraSite = {
    ...plan.site, fields: plan.fields, priorities: plan.priorities, types: [...COMPANY_TYPES, ...(teamManaged.size > 0 ? TEAM_TYPES : [])],
    statuses: [...COMPANY_STATUSES, ...(teamManaged.size > 0 ? TEAM_STATUSES : [])], projects: new Map(plan.projects.map(([key, style]) => [key, seedProject(key, style, now)])),
    boards, sprints: seedSprints(boards, now), issues: new Map(), keys: new Map(), ghosts: new Map(), roles: seedRoles(TEAM), nextId: 50_001,
  };
  let firstId = 10_200;
  for (const [key, , count] of plan.projects) {
    const project = site.projects.get(key);
    if (!project) continue;
    const issuePlan = { site, project, count, firstId, now, random };
    const issues = seedIssues(issuePlan);
    relate(issues, project, issuePlan);
    for (const issue of issues) {
      site.issues.set(issue.id, issue);
      site.keys.set(issue.key, issue.id);
    }
    firstId += count * 3 + 3;
  }
  return site;
}

/** SHOP-7 and SHOP-8 were deleted; SHOP-9 is somebody else's now, and its old key still leads to it. */
function removeSome(edit: JiraEdit): void {
  const [seven, eight, nine] = ['SHOP-7', 'SHOP-8', 'SHOP-9'].map((key) => issueOf(edit.site, key));
  for (const issue of [seven, eight]) if (issue) remove(edit, issue);
  if (nine) move(edit, nine, 'OPS');
}
