import type { IssueKey, SprintKey } from '../core/issue.ts';
import { withoutHost } from '../core/keys.ts';
import { fitsFilter, type IssueFilter } from '../core/roadmap/issue-filter.ts';
import { TAG_PREFIX } from '../core/roadmap/tags.ts';
import type { ChoosableIssue, FoundIssues } from '../messaging/messages.ts';
import { assessor } from './assess-issue.ts';
import { badgeOf } from './describe-issues.ts';
import type { Ports } from './ports.ts';
import { openByScore } from './roadmap-issues.ts';
import { namesOf } from './roadmap-items.ts';

/** More than anybody scrolls through. */
const SHOWN = 200;
/** So many are scored while somebody waits, and stand in the order of their scores; of more the first stand as the store has them. */
const RANKED = 500;
/** More than any tracker would take in a day. */
const MOST = 10_000;
const CHOICES = 100;

/**
 * Issues of all sites that a filter leaves, the best scored first, with what it can be narrowed by. They are read some hundreds at a time, so that fifty thousand of them need little memory.
 *
 * @example (await findIssues(ports, { project: null, label: 'checkout', untagged: true, … })).total // → 512
 */
export async function findIssues(ports: Ports, filter: IssueFilter): Promise<FoundIssues> {
  const [projects, names] = await Promise.all([ports.store.projects(), namesOf(ports)]);
  const fitting: Fitting[] = [];
  const [labels, sprints, parents] = [new Map<string, number>(), new Map<SprintKey, number>(), new Map<IssueKey, number>()];
  const titles = new Map<IssueKey, string>();
  let total = 0;
  await ports.store.scanIssues({ project: filter.project, open: !filter.closed }, (row, item) => {
    for (const label of row.labels) if (!label.startsWith(TAG_PREFIX)) bump(labels, label);
    bump(sprints, row.sprint);
    bump(parents, row.parent);
    if (row.subIssues !== null || row.type === 'Epic') titles.set(row.key, `${row.reference} ${row.title}`);
    if (!fitsFilter(row, item, filter)) return;
    total += 1;
    if (fitting.length < MOST) fitting.push({ key: row.key, item: item === null ? null : names(item) });
  });
  const known = await ports.store.material([...parents.keys()].filter((key) => !titles.has(key)).slice(0, CHOICES));
  for (const row of known.issues.values()) titles.set(row.key, `${row.reference} ${row.title}`);
  const sprintTitles = new Map((await Promise.all(projects.map(({ project }) => ports.store.sprints(project)))).flat().map(({ key, title }) => [key, title]));
  return {
    keys: fitting.map(({ key }) => key), total, issues: await shown(ports, fitting),
    choices: {
      projects: projects.filter(({ state }) => state !== 'silent').map(({ project, name }) => ({ key: project, name })),
      labels: often(labels),
      sprints: often(sprints).map((key) => ({ key, title: sprintTitles.get(key) ?? key })),
      parents: often(parents).map((key) => ({ key, title: titles.get(key) ?? withoutHost(key) })),
    },
  };
}

type Fitting = Pick<ChoosableIssue, 'key' | 'item'>;

/** Those that are shown, with their badges. What matters most is tagged first: the best scored stand above, as far as all can be scored. */
async function shown(ports: Ports, fitting: readonly Fitting[]): Promise<ChoosableIssue[]> {
  const items = new Map(fitting.map(({ key, item }) => [key, item]));
  const material = await ports.store.material((fitting.length > RANKED ? fitting.slice(0, SHOWN) : fitting).map(({ key }) => key));
  const assessments = [...material.issues.values()].map(assessor(material, ports.now()));
  return (fitting.length > RANKED ? assessments : assessments.toSorted(openByScore)).slice(0, SHOWN).map((assessment) => {
    const { key, reference, title, url, tracker, status } = assessment.issue;
    return { key, reference, title, url, tracker, status: status.category, badge: badgeOf(assessment, material), item: items.get(key) ?? null };
  });
}

function bump<K>(counts: Map<K, number>, key: K | null): void {
  if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
}

function often<K>(counts: ReadonlyMap<K, number>): K[] {
  return [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, CHOICES).map(([key]) => key);
}
