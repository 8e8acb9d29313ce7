import { expect, it } from 'vitest';
import { createAllowedSites, type SitesPort } from '../../../lib/app/allowed-sites.ts';
import { matchesHost } from '../../../lib/messaging/trust.ts';
import { house, PROJECT } from './house.ts';

const BUILT_IN = ['github.com', '*.atlassian.net'];
const settled = () => new Promise((resolve) => { setTimeout(resolve, 20); });

/** A browser with some hosts allowed, which notes what is asked of it; each of its calls can be made to fail, or to wait. */
async function worker(given: readonly string[] = BUILT_IN) {
  const { ports } = await house();
  const calls: string[] = [];
  const state = { allowed: given, registered: [] as readonly string[], fails: new Set<string>(), gate: Promise.resolve(), reconciling: 0, atOnce: 0 };
  const call = async <T>(name: string, answer: () => T): Promise<T> => {
    calls.push(name);
    if (state.fails.has(name.split(' ')[0] ?? '')) throw new Error(`${name} failed`);
    return answer();
  };
  const browser: SitesPort = {
    builtIn: BUILT_IN,
    matches: matchesHost,
    allowedOf: (hosts) => call('allowedOf', () => hosts.filter((host) => state.allowed.includes(host))),
    allowedHosts: () => call('allowedHosts', () => state.allowed),
    reconcile: async () => {
      state.reconciling += 1;
      state.atOnce = Math.max(state.atOnce, state.reconciling);
      const granted = state.allowed;
      await state.gate;
      state.reconciling -= 1;
      await call('reconcile', () => { state.registered = granted; });
    },
    injectIntoOpenTabs: (hosts) => call(`inject ${hosts.join()}`, () => undefined),
    broadcast: (message, hosts) => call(`broadcast ${message.waymark} ${hosts.join()}`, () => undefined),
    tellAllTabs: (message) => call(`tellAllTabs ${message.waymark === 'changed' ? message.projects.join() : ''}`, () => undefined),
  };
  const changed: (readonly string[])[] = [];
  let online = 0;
  const own = { ...ports, changed: (_: unknown, projects: readonly string[]) => void changed.push(projects), sync: { ...ports.sync, backOnline: async () => void (online += 1) } };
  return { sites: createAllowedSites(Promise.resolve(own), navigator.locks, browser), calls, state, changed, online: () => online };
}

it('a page of a built-in site waits for no question of the browser; once a site was taken away, each asks', async () => {
  const one = await worker();
  await one.sites.begin();
  one.calls.length = 0;
  expect([await one.sites.hostsFor('acme.atlassian.net'), one.calls]).toEqual([BUILT_IN, []]);
  expect([await one.sites.hostsFor('git.acme.example'), one.calls]).toEqual([BUILT_IN, ['allowedHosts']]);
  one.state.allowed = ['*.atlassian.net'];
  await one.sites.change([]);
  expect(await one.sites.hostsFor('github.com')).toEqual(['*.atlassian.net']);
  one.state.allowed = BUILT_IN;
  await one.sites.change(['github.com']);
  one.calls.length = 0;
  expect([await one.sites.hostsFor('github.com'), one.calls]).toEqual([BUILT_IN, []]);
});

it('a host that is taken away while the scripts are being registered has none in the end, and two never register at once', async () => {
  const one = await worker([...BUILT_IN, 'git.acme.example']);
  const gate = Promise.withResolvers<void>();
  one.state.gate = gate.promise;
  const beginning = one.sites.begin();
  await settled();
  one.state.allowed = BUILT_IN;
  const changing = one.sites.change([]);
  await settled();
  gate.resolve();
  await Promise.all([beginning, changing]);
  expect([one.state.registered, one.state.atOnce]).toEqual([BUILT_IN, 1]);
});

it('a site taken away has its open pages ask, after its scripts were unregistered, and ours read anew', async () => {
  const one = await worker(['*.atlassian.net']);
  await one.sites.change([]);
  expect(one.calls.filter((name) => /reconcile|tellAll|inject/.test(name))).toEqual(['reconcile', `tellAllTabs ${PROJECT}`]);
  expect([one.changed, one.online()]).toEqual([[[PROJECT]], 0]);
});

it('a site given back has what its new pages have brought into its open ones, and what waited for it goes on; one that Waymark did not come with is brought by its registration', async () => {
  for (const [added, injected] of [[['github.com'], 'github.com'], [['acme.atlassian.net', 'git.acme.example'], 'acme.atlassian.net'], [['*'], BUILT_IN.join()]] as const) {
    const one = await worker();
    await one.sites.change(added);
    expect([one.calls.filter((name) => name.startsWith('inject')), one.online()]).toEqual([[`inject ${injected}`], 1]);
  }
});

it('whatever the browser refuses stops nothing else, and throws at nobody', async () => {
  const everything = async (...fails: string[]) => {
    const one = await worker(['*.atlassian.net']);
    one.state.fails = new Set(fails);
    await one.sites.begin();
    await one.sites.bring();
    await one.sites.change(['acme.atlassian.net']);
    await one.sites.tell({ waymark: 'tag-selection' });
    return { told: one.changed.length, online: one.online(), names: new Set(one.calls.map((name) => name.split(' ')[0])) };
  };
  const whole = await everything();
  expect([...whole.names].toSorted()).toEqual(['allowedHosts', 'allowedOf', 'broadcast', 'inject', 'reconcile', 'tellAllTabs']);
  for (const name of ['allowedOf', 'reconcile', 'inject', 'tellAllTabs', 'broadcast']) expect(await everything(name), name).toEqual(whole);
  // Without the list of hosts nobody can be told by host; our own pages are, and the work goes on.
  expect(await everything('allowedHosts')).toMatchObject({ told: 1, online: 1 });
});
