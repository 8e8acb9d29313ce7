import { type Answer, changedShape, fail } from '../exchange.ts';
import type { Credentials, Exchanged, TrackerError } from '../tracker.ts';
import type { Access, Client } from './client.ts';
import { CONTEXT } from './hosts.ts';
import { learned } from './put.ts';
import { serverInfo, tenantInfo } from './rows.ts';

/** Where Jira is looked for on a host that may have other things at its root: first where a person said; after these, where the host's front page leads. */
function placesOf({ context = '' }: Credentials): readonly string[] {
  return [...new Set([CONTEXT.test(context) ? context : '', '', '/jira'])];
}
const FRONT = /^((?:\/[\w.~-]+){1,2})\/(?:secure|login\.jsp|browse|projects|issues|plugins)\b/;

/** One step towards knowing which flavour a site is and where on its host it lives (§2.7, §2.9: a context path is possible). */
export async function findSite({ ask }: Client, access: Access): Promise<Exchanged<never>> {
  const { site } = access;
  const at = placesOf(access.credentials)[site.tried];
  if (at === undefined && site.context === '') return readFront(access, await ask({ ...access, site: { ...site, context: '' } }, '/', { open: true, isFine: () => true }));
  const here = { ...site, context: at ?? site.context };
  const exchanged = await ask({ ...access, site: here }, '/rest/api/2/serverInfo', { open: true });
  if (!exchanged.outcome.ok) return passes(exchanged.outcome.error) ? { ...exchanged, outcome: exchanged.outcome } : elsewhere(access, exchanged.outcome.error);
  const read = serverInfo.safeParse(exchanged.outcome.value.body);
  if (!read.success || !(read.data.deploymentType ?? read.data.version)) return elsewhere(access, null);
  return learned({ ...here, tried: 0, flavour: read.data.deploymentType === 'Cloud' ? 'cloud' : 'data-center' }, exchanged);
}

/** What ends by itself says nothing about the place. */
function passes(error: TrackerError): boolean {
  return error.kind === 'offline' || error.kind === 'server' || error.kind === 'rate-limited';
}

/** Goes on to the next place. */
function elsewhere(access: Pick<Access, 'site' | 'credentials'>, error: TrackerError | null): Exchanged<never> {
  const { site, credentials } = access;
  return site.tried < placesOf(credentials).length ? learned({ ...site, tried: site.tried + 1 }) : nowhere(access, error);
}

/** After the last place all begins anew the next time. A browser that is signed out is shown nothing but sign-in pages, wherever it looks. */
function nowhere({ site, credentials }: Pick<Access, 'site' | 'credentials'>, error: TrackerError | null): Exchanged<never> {
  const signedOut = { kind: 'unauthorised', reason: 'No Jira answers there: sign in there in the browser, then try again.' } as const;
  const told = credentials.token === null ? signedOut : (error ?? changedShape('no Jira answers there'));
  return { outcome: fail(told), allowance: null, site: { ...site, tried: 0, context: '' } };
}

function readFront({ site, credentials }: Access, exchanged: Exchanged<Answer>): Exchanged<never> {
  const { outcome } = exchanged;
  if (!outcome.ok && passes(outcome.error)) return { ...exchanged, outcome };
  const [, context = ''] = outcome.ok ? (FRONT.exec(new URL(outcome.value.url).pathname) ?? []) : [];
  if (context !== '' && !placesOf(credentials).includes(context)) return learned({ ...site, context }, exchanged);
  return nowhere({ site, credentials }, null);
}

/** The id by which Atlassian's gateway knows the site. */
export async function findGateway({ ask }: Client, access: Access): Promise<Exchanged<never>> {
  const { site } = access;
  const exchanged = await ask({ ...access, site: { ...site, context: '' } }, '/_edge/tenant_info', { open: true });
  if (!exchanged.outcome.ok && passes(exchanged.outcome.error)) return { ...exchanged, outcome: exchanged.outcome };
  const read = tenantInfo.safeParse(exchanged.outcome.ok ? exchanged.outcome.value.body : null);
  if (read.success) return learned({ ...site, flavour: 'cloud', gateway: { cloudId: read.data.cloudId } }, exchanged);
  return { outcome: fail({ kind: 'unauthorised', reason: 'The token was not accepted.' }), allowance: exchanged.allowance, site: { ...site, gateway: null } };
}
