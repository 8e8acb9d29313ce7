import type { Label, Repository } from '../model/repository.ts';
import { fullName } from '../model/repository.ts';
import { nodeId, type Roots, type Schemas } from './schemas.ts';

export function representLabel(repository: Repository, label: Label, { apiRoot }: Roots): Schemas['label'] {
  return {
    id: label.id, node_id: nodeId('LA', label.id), url: `${apiRoot}/repos/${fullName(repository)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name, color: label.color, default: label.isDefault, description: label.description,
  };
}

/** The issue keeps names only; a label that was deleted meanwhile is answered in grey. */
export function representLabels(repository: Repository, names: readonly string[], roots: Roots): Schemas['label'][] {
  return names.map((name) => {
    const label = repository.labels.get(name.toLowerCase()) ?? { id: 1, name, color: 'ededed', description: null, isDefault: false };
    return representLabel(repository, label, roots);
  });
}
