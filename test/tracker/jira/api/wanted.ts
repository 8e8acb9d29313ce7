import type { Wanted } from '../represent/issue.ts';
import { type JiraCall, listed } from './call.ts';

/** The parameters of a question that may be asked by query or by body. */
export function parametersOf({ query, body }: JiraCall): URLSearchParams {
  if (typeof body !== 'object' || body === null) return query;
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(body)) for (const one of [value].flat()) parameters.append(name, String(one));
  return parameters;
}

export function wantedOf(parameters: URLSearchParams, fields: string): Wanted {
  const asked = listed(parameters, 'fields');
  return { fields: asked.length > 0 ? asked : [fields], properties: listed(parameters, 'properties'), expand: listed(parameters, 'expand') };
}
