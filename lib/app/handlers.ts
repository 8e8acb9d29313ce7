import { hostOf } from '../core/keys.ts';
import type { IssueKey } from '../core/issue.ts';
import { ProblemError } from '../messaging/problem.ts';
import type { Caller, Handlers } from '../messaging/server.ts';
import type { MessageSender } from '../messaging/trust.ts';
import { acceptFlag } from './accept-flag.ts';
import { connect, forgetSite, removeToken, testConnection } from './connections.ts';
import { describeIssues } from './describe-issues.ts';
import { diagnostics } from './diagnostics.ts';
import { enterInput } from './enter-input.ts';
import { openCard } from './open-card.ts';
import { openPopup } from './open-popup.ts';
import { exportOwnData, importOwnData } from './own-data.ts';
import type { Ports } from './ports.ts';
import { createRoadmapItem, findRoadmapItems } from './roadmap-items.ts';
import { openOptions, previewModel, saveSettings } from './settings.ts';
import { pickSprint, setGoal } from './set-goal.ts';
import { tagIssues } from './tag-issues.ts';
import { undoTagging } from './undo.ts';
import { dropWrite, retryWrite } from './unsent-writes.ts';

/** What only the browser can do for a message. */
export interface BrowserPort<S extends MessageSender> {
  injectPanel(sender: S): Promise<void>;
  storageBytes(): Promise<number | null>;
  readonly version: string;
  readonly userAgent: string;
}

/** Which use case answers which message. `house` is opened once per life of the worker and awaited by each. */
export function handlersFor<S extends MessageSender>(house: () => Promise<Ports>, browser: BrowserPort<S>): Handlers<S> {
  const done = async (work: Promise<unknown>): Promise<null> => {
    await work;
    return null;
  };
  return {
    describe: async ({ keys }) => describeIssues(await house(), keys),
    openPanel: (_payload, { sender }) => done(browser.injectPanel(sender)),
    card: async ({ key }) => openCard(await house(), key),
    findRoadmapItems: async ({ text }) => findRoadmapItems(await house(), text),
    createRoadmapItem: async (wish) => createRoadmapItem(await house(), wish),
    tag: async ({ keys, item }) => tagIssues(await house(), keys, item),
    undo: async ({ undo }, caller) => undoTagging(await house(), undo, siteOf(caller)),
    retryWrite: async ({ id }, caller) => done(retryWrite(await house(), own(id, caller))),
    dropWrite: async ({ id }, caller) => done(dropWrite(await house(), own(id, caller))),
    enterInput: async ({ key, input, value }) => done(enterInput(await house(), key, input, value)),
    acceptFlag: async ({ key, rule, reason }) => done(acceptFlag(await house(), key, rule, reason)),
    popup: async ({ project, url }) => openPopup(await house(), project, url),
    refresh: async ({ project }) => done((await house()).sync.refresh(project)),
    pickSprint: async ({ project, sprint }) => done(pickSprint(await house(), project, sprint)),
    setGoal: async ({ sprint, text }) => setGoal(await house(), sprint, text),
    options: async () => openOptions(await house(), await browser.storageBytes()),
    connect: async ({ host, token, context }) => connect(await house(), host, token, context),
    testConnection: async ({ host }) => testConnection(await house(), host),
    removeToken: async ({ host }) => done(removeToken(await house(), host)),
    forgetSite: async ({ host }) => forgetSite(await house(), host),
    saveSettings: async (view) => done(saveSettings(await house(), view)),
    preview: async ({ model, weights, project }) => previewModel(await house(), model, weights, project),
    exportData: async () => exportOwnData(await house()),
    importData: async ({ json, apply }) => importOwnData(await house(), json, apply),
    diagnostics: async () => ({ text: await diagnostics(await house(), browser.version, browser.userAgent) }),
  };
}

/** The one site that an overlay may touch; `null` for our own pages, which may touch all. */
function siteOf({ trust }: Caller): string | null {
  return trust.level === 'overlay' ? trust.host : null;
}

/** An overlay may only touch writes of its own site: their ids name the issue. */
function own(id: string, caller: Caller): string {
  const site = siteOf(caller);
  const key = id.split('|')[1] ?? '';
  if (site !== null && hostOf(key as IssueKey) !== site) {
    throw new ProblemError({ kind: 'refused', sentence: 'Waymark refused this request.', action: null });
  }
  return id;
}
