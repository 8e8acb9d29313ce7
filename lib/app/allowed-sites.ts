import type { Broadcast } from '../messaging/messages.ts';
import type { Ports } from './ports.ts';
import { tellAll } from './tell-all.ts';

/** What the browser does for the sites that Waymark may be on. Patterns of hosts are `github.com` or `*.atlassian.net`. */
export interface SitesPort {
  /** The hosts that Waymark came with. */
  readonly builtIn: readonly string[];
  matches(host: string, pattern: string): boolean;
  /** Of these hosts, those that were not taken away. */
  allowedOf(hosts: readonly string[]): Promise<readonly string[]>;
  /** All hosts that our scripts may be on now. */
  allowedHosts(): Promise<readonly string[]>;
  /** Makes the registered scripts match the hosts that were granted beyond the built-in ones. */
  reconcile(): Promise<void>;
  injectIntoOpenTabs(hosts: readonly string[]): Promise<void>;
  broadcast(message: Broadcast, hosts: readonly string[]): Promise<void>;
  /** Also tabs whose address we may no longer know. */
  tellAllTabs(message: Broadcast): Promise<void>;
}

/** The sites that Waymark may be on, as they come and go. Nothing of this throws: what the browser refuses stops nothing else. */
export interface AllowedSites {
  /** Hosts where an overlay may speak, for a message from `host`. */
  hostsFor(host: string): Promise<readonly string[]>;
  /** At each start of the worker. */
  begin(): Promise<void>;
  /** After installation and updates: what the manifest gives to new pages, for the tabs that stand open. */
  bring(): Promise<void>;
  /** Hosts were given (`added`), or some were taken away. */
  change(added: readonly string[]): Promise<void>;
  /** Tells the overlays of all sites, and our own pages. */
  tell(message: Broadcast): Promise<void>;
}

/**
 * Makes what follows the browser's permissions: where an overlay is believed, which scripts are registered, what open pages are told.
 *
 * @example const sites = createAllowedSites(house, navigator.locks, browser); onPermissionsChanged((added) => void sites.change(added)); void sites.begin()
 */
export function createAllowedSites(house: Promise<Ports>, locks: Pick<LockManager, 'request'>, browser: SitesPort): AllowedSites {
  const { builtIn } = browser;
  /** Sites that Waymark came with and the user took away are looked for at each start and change: asking the browser takes as long as the whole answer to a page that is only beginning to load. */
  let someTakenAway = false;
  const lookForTakenAway = async (): Promise<void> => {
    someTakenAway = (await browser.allowedOf(builtIn)).length < builtIn.length;
  };
  /** One at a time: two that both find nothing registered would both register. What was given or taken meanwhile is seen by the one after it. */
  const reconcile = (): Promise<void> => locks.request('reconcile', () => browser.reconcile());
  const isBuiltIn = (host: string): boolean => builtIn.some((pattern) => host === pattern || browser.matches(host, pattern));

  /** Overlays on a host that was taken away run on until they ask and are refused: this makes them ask. */
  async function tellTakenAway(): Promise<void> {
    const hosts = await browser.allowedHosts();
    const projects = (await (await house).store.projects()).filter((row) => !hosts.some((pattern) => browser.matches(row.host, pattern))).map((row) => row.project);
    if (projects.length > 0) await browser.tellAllTabs({ waymark: 'changed', keys: [], projects });
  }

  /** One that is given back: its open pages get what new ones have from the manifest, and what waited for it goes on. */
  async function takeUp(added: readonly string[]): Promise<void> {
    if (added.length === 0) return;
    await all(browser.injectIntoOpenTabs(added.includes('*') ? builtIn : added.filter(isBuiltIn)), house.then(({ sync }) => sync.backOnline()));
  }

  return {
    hostsFor: async (host) => (!someTakenAway && isBuiltIn(host) ? builtIn : browser.allowedHosts()),
    begin: () => all(lookForTakenAway(), reconcile()),
    bring: () => all(browser.allowedHosts().then((hosts) => browser.injectIntoOpenTabs(hosts))),
    async change(added) {
      await all(lookForTakenAway(), reconcile());
      await all(tellTakenAway());
      // Our own pages say which sites are barred.
      await all(house.then(tellAll));
      await all(takeUp(added));
    },
    tell: (message) => all(browser.allowedHosts().then((hosts) => browser.broadcast(message, hosts))),
  };
}

/** What fails is tried again by the next change, or the next start of the worker. */
async function all(...work: readonly Promise<void>[]): Promise<void> {
  await Promise.allSettled(work);
}
