import type { Answer } from '../../api/answer.ts';
import type { World } from '../../model/world.ts';
import type { JiraEdit } from '../edit/change.ts';
import type { JiraPerson, JiraRole } from '../model/person.ts';
import type { JiraSite } from '../model/site.ts';
import type { View } from '../represent/view.ts';

/** Who asks. Nobody in particular has neither person nor role; strangers have no role here. */
export interface Account {
  readonly person: JiraPerson | null;
  readonly role: JiraRole | null;
  readonly by: 'nobody' | 'session' | 'token';
  /** Null for whoever may do all that the person may. */
  readonly scopes: readonly string[] | null;
}

/** One request as a route of the API sees it. */
export interface JiraCall {
  readonly world: World;
  /** As far as the account sees it; writes go to the same issues. */
  readonly site: JiraSite;
  readonly account: Account;
  readonly view: View;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export interface JiraRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below /rest/api/N or /rest/agile/1.0; groups become the answer's parameters, decoded. */
  readonly path: RegExp;
  readonly on: 'both' | 'cloud' | 'dc';
  /** What a scoped token must hold, all of it. */
  readonly scopes: readonly string[];
  /** Also for whoever is not signed in. */
  readonly open?: true;
  answer(call: JiraCall, ...parameters: string[]): Answer;
}

export const editOf = ({ world, site, account, now }: JiraCall): JiraEdit => ({ world: world.jira, site, actor: account.person?.name ?? 'ghost', at: now });

/** Values of a parameter that may be given once with commas, several times, or both. */
export function listed(query: URLSearchParams, name: string): string[] {
  return query.getAll(name).flatMap((value) => value.split(',')).map((value) => value.trim()).filter((value) => value !== '');
}

/** A part of a page that begins at `startAt`: the older way of paging, still that of the agile API. */
export function sliced<Row>(rows: readonly Row[], query: URLSearchParams, most = 50): { startAt: number; maxResults: number; rows: readonly Row[] } {
  const whole = (name: string, otherwise: number): number => {
    const asked = Number(query.get(name) ?? otherwise);
    return Number.isInteger(asked) && asked >= 0 ? asked : otherwise;
  };
  const [startAt, maxResults] = [whole('startAt', 0), Math.min(whole('maxResults', 50), most)];
  return { startAt, maxResults, rows: rows.slice(startAt, startAt + maxResults) };
}
