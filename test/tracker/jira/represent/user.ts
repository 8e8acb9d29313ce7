import type { View } from './view.ts';

const SIZES = ['48x48', '24x24', '16x16', '32x32'] as const;

/** Somebody as Cloud knows people, by `accountId`, or as Data Center does, by `name` and `key`. */
export function representUser(view: View, name: string): object {
  const person = view.people.get(name);
  const common = {
    avatarUrls: Object.fromEntries(SIZES.map((size) => [size, `${view.root}/secure/useravatar?avatarId=10122&size=${size}`])),
    displayName: person?.displayName ?? name, active: person?.active ?? false, timeZone: person?.timeZone ?? 'Etc/UTC',
  };
  if (view.site.flavour === 'dc') {
    return { self: `${view.root}/rest/api/2/user?username=${name}`, key: person?.key ?? name, name, emailAddress: person?.email ?? '', ...common };
  }
  // Cloud shows an e-mail address only to whom its owner lets see it.
  return { self: `${view.root}/rest/api/${view.version}/user?accountId=${encodeURIComponent(accountIdOf(view, name))}`, accountId: accountIdOf(view, name), ...(name === view.viewer ? { emailAddress: person?.email } : {}), ...common, accountType: 'atlassian' };
}

export const accountIdOf = (view: View, name: string): string => view.people.get(name)?.accountId ?? `unknown:${name}`;
