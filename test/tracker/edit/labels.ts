import type { Issue } from '../model/issue.ts';
import type { Label, Repository } from '../model/repository.ts';
import type { World } from '../model/world.ts';
import { record } from './history.ts';
import { touch } from './touch.ts';

export interface Edit {
  world: World;
  repository: Repository;
  actor: string;
  at: string;
}

/** Adds labels singly and only where they are missing: adding one twice leaves one event. A label the repository lacks is made, in grey. */
export function addLabels(edit: Edit, issue: Issue, names: readonly string[]): void {
  for (const name of names) {
    const label = findLabel(edit.repository, name) ?? createLabel(edit, { name, color: 'ededed', description: null });
    if (issue.labels.some((one) => one.toLowerCase() === label.name.toLowerCase())) continue;
    record(edit.world, edit.repository, issue, { event: 'labeled', actor: edit.actor, at: edit.at, label: { name: label.name, color: label.color } });
    issue.labels = [...issue.labels, label.name];
    touch(edit.repository, issue, edit.at);
  }
}

/** False when the issue does not bear the label. */
export function removeLabel(edit: Edit, issue: Issue, name: string): boolean {
  const borne = issue.labels.find((one) => one.toLowerCase() === name.toLowerCase());
  if (borne === undefined) return false;
  const color = findLabel(edit.repository, borne)?.color ?? 'ededed';
  record(edit.world, edit.repository, issue, { event: 'unlabeled', actor: edit.actor, at: edit.at, label: { name: borne, color } });
  issue.labels = issue.labels.filter((one) => one !== borne);
  touch(edit.repository, issue, edit.at);
  return true;
}

export function replaceLabels(edit: Edit, issue: Issue, names: readonly string[]): void {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  for (const name of issue.labels) if (!wanted.has(name.toLowerCase())) removeLabel(edit, issue, name);
  addLabels(edit, issue, names);
}

export const findLabel = (repository: Repository, name: string): Label | undefined => repository.labels.get(name.toLowerCase());

export function createLabel({ world, repository }: Edit, fields: { name: string; color: string; description: string | null }): Label {
  const label = { ...fields, id: world.nextId++, isDefault: false };
  repository.labels.set(fields.name.toLowerCase(), label);
  repository.revision += 1;
  return label;
}
