import { createLabel, findLabel } from '../edit/labels.ts';
import { representLabel } from '../represent/label.ts';
import { type Answer, ok, type RepositoryCall } from './answer.ts';
import { editOf, field } from './body.ts';
import { paged } from './link.ts';
import { invalid, notFound } from './refusals.ts';

export function listLabels({ repository, role, query }: RepositoryCall): Answer {
  const labels = [...repository.labels.values()].sort((one, other) => one.name.localeCompare(other.name)).map((label) => representLabel(repository, label, role));
  const page = paged(labels, `${role.apiRoot}/repositories/${repository.id}/labels`, query);
  return ok(page.rows, page.headers);
}

export function getLabel({ repository, role }: RepositoryCall, name: string): Answer {
  const label = findLabel(repository, name);
  return label ? ok(representLabel(repository, label, role)) : notFound();
}

/** Of what may be told, the colour and the description; a name is given by `new_name`, which nobody needs here. */
export function patchLabel(call: RepositoryCall, name: string): Answer {
  const label = findLabel(call.repository, name);
  if (!label) return notFound();
  const [color, description] = [field(call.body, 'color'), field(call.body, 'description')];
  Object.assign(label, typeof color === 'string' && { color }, typeof description === 'string' && { description });
  return ok(representLabel(call.repository, label, call.role));
}

export function postLabel(call: RepositoryCall): Answer {
  const [name, color, description] = (['name', 'color', 'description'] as const).map((key) => field(call.body, key));
  if (typeof name !== 'string' || name.trim() === '') return invalid('Label', 'name', 'missing_field');
  if (findLabel(call.repository, name)) return invalid('Label', 'name', 'already_exists');
  const label = createLabel(editOf(call), { name, color: typeof color === 'string' ? color : 'ededed', description: typeof description === 'string' ? description : null });
  return { status: 201, body: representLabel(call.repository, label, call.role) };
}
