import type { Edit } from '../edit/labels.ts';
import type { RepositoryCall } from './answer.ts';

export const field = (body: unknown, name: string): unknown => (typeof body === 'object' && body !== null && !Array.isArray(body) ? Object.entries(body).find(([key]) => key === name)?.[1] : undefined);

/** Names from an array of strings or of `{name}` objects; undefined when it is neither. */
export function strings(value: unknown): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const names = value.map((item: unknown) => (typeof item === 'string' ? item : field(item, 'name')));
  return names.every((name) => typeof name === 'string') ? names : undefined;
}

export function editOf({ world, repository, account, at }: RepositoryCall): Edit {
  return { world, repository, at, actor: account.kind === 'token' ? account.token.login : 'ghost' };
}
