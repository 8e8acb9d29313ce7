import type { JiraIssue } from '../model/issue.ts';
import { change, item, type JiraEdit } from './change.ts';

/** Into another project: a new key, and the old one leads to the issue ever after. Sprints and versions stay behind. */
export function move(edit: JiraEdit, issue: JiraIssue, project: string): void {
  const { site } = edit;
  const [from, to] = [site.projects.get(issue.project), site.projects.get(project)];
  if (!to || from === to) return;
  const taken = [...site.keys.keys()].flatMap((key) => (key.startsWith(`${project}-`) ? [Number(key.split('-')[1])] : []));
  const key = `${project}-${Math.max(0, ...taken) + 1}`;
  const items = [item('Key', null, issue.key, null, key), item('project', from?.id ?? null, from?.name ?? null, to.id, to.name)];
  const patch = { key, project, status: to.statuses[0] ?? issue.status, type: to.types.includes(issue.type) ? issue.type : (to.types[2] ?? issue.type), sprints: [], fixVersions: [], components: [], resolution: null, resolvedAt: null };
  change(edit, issue, patch, items);
  site.keys.set(key, issue.id);
}

/** Takes an issue away with everything that points to it; search goes on finding it for as long as it lags. */
export function remove({ world, site, at }: JiraEdit, gone: JiraIssue): void {
  site.issues.delete(gone.id);
  for (const [key, id] of site.keys) if (id === gone.id) site.keys.delete(key);
  for (const issue of site.issues.values()) {
    if (issue.parent === gone.id) issue.parent = null;
    if (issue.links.some(({ other }) => other === gone.id)) issue.links = issue.links.filter(({ other }) => other !== gone.id);
  }
  if (world.behaviours.searchLagMs > 0) site.ghosts.set(gone.id, { issue: gone, until: at + world.behaviours.searchLagMs });
}
