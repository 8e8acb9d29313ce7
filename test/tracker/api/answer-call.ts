import { fullName, type Repository } from '../model/repository.ts';
import { mayPush, mayTriage, permits, sees } from './account.ts';
import type { Answer, Call } from './answer.ts';
import { movedTo, mustHaveRights, notAccessibleByToken, notFound, requiresAuthentication, ssoRequired } from './refusals.ts';
import { answerGraphql } from './graphql.ts';
import { answerPlans } from './plan-routes.ts';
import { GLOBAL_ROUTES, REPOSITORY_ROUTES, type RepositoryRoute } from './routes.ts';

export interface Answered {
  answer: Answer;
  accepts: string;
}

/** Finds the route, then asks in GitHub's order: does it exist for you, may your token, may you. */
export function answerCall(call: Call): Answered {
  const global = call.method === 'GET' ? GLOBAL_ROUTES[call.path] : undefined;
  if (global) return { answer: global(call), accepts: 'allows_permissionless_access=true' };
  if (call.path === '/graphql' && call.method === 'POST') return { answer: answerGraphql(call), accepts: 'allows_permissionless_access=true' };
  const plans = answerPlans(call);
  if (plans) return { answer: plans, accepts: 'organization_projects=read' };
  const target = targetOf(call);
  if (!target || !sees(call.account, target.repository)) return { answer: notFound(), accepts: 'metadata=read' };
  const { repository, rest, renamed } = target;
  if (renamed) return { answer: movedTo(`${call.role.apiRoot}/repositories/${repository.id}${rest}${call.query.size > 0 ? `?${call.query}` : ''}`, call.method), accepts: 'metadata=read' };
  for (const route of REPOSITORY_ROUTES) {
    const match = route.method === call.method ? route.path.exec(rest) : null;
    if (!match) continue;
    const refused = refusalOf(call, repository, route);
    return { answer: refused ?? route.answer({ ...call, repository }, ...match.slice(1).map(decodeURIComponent)), accepts: route.accepts };
  }
  return { answer: notFound(), accepts: 'metadata=read' };
}

function refusalOf(call: Call, repository: Repository, route: RepositoryRoute): Answer | undefined {
  const { account } = call;
  if (account.kind === 'token' && account.token.ssoRequired === true) return ssoRequired(call.role.siteRoot);
  if (route.needs === 'metadata') return undefined;
  if (route.needs === 'write' && account.kind === 'anonymous') return requiresAuthentication();
  if (!permits(account, repository, route.needs, route.of)) return notAccessibleByToken();
  if (route.needs === 'write' && route.judgesItself !== true && !(route.of === undefined ? mayTriage(account, repository) : mayPush(account, repository))) return mustHaveRights();
  return undefined;
}

function targetOf({ world, path }: Call): { repository: Repository; rest: string; renamed: boolean } | undefined {
  const byId = /^\/repositories\/(\d+)(\/.*)?$/.exec(path);
  if (byId) {
    const repository = world.repositories.find((one) => one.id === Number(byId[1]));
    return repository && { repository, rest: byId[2] ?? '', renamed: false };
  }
  const [, name, rest = ''] = /^\/repos\/([^/]+\/[^/]+)(\/.*)?$/.exec(path) ?? [];
  if (name === undefined) return undefined;
  const current = world.repositories.find((one) => fullName(one).toLowerCase() === name.toLowerCase());
  if (current) return { repository: current, rest, renamed: false };
  const id = world.renamed.get(name.toLowerCase());
  const repository = world.repositories.find((one) => one.id === id);
  return repository && { repository, rest, renamed: true };
}
