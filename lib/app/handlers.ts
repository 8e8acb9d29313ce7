import { joinGoals } from '../core/sprint/goal-list.ts';
import type { IssueKey } from '../core/issue.ts';
import { ProblemError } from '../messaging/problem.ts';
import type { Messages, Problem } from '../messaging/messages.ts';
import type { Caller, Handlers } from '../messaging/server.ts';
import type { MessageSender } from '../messaging/trust.ts';
import { acceptFlag } from './accept-flag.ts';
import { bulkView, openBulks } from './bulk-progress.ts';
import { cardItem } from './card-item.ts';
import { retryBulk, settleConflict, stopBulk, undoBulk } from './change-bulk.ts';
import { connect, forgetSite, removeToken, testConnection } from './connections.ts';
import { createRoadmapItem } from './create-roadmap-item.ts';
import { describeIssues } from './describe-issues.ts';
import { diagnostics } from './diagnostics.ts';
import { enterInput } from './enter-input.ts';
import { findIssues } from './find-issues.ts';
import { isInPassing } from './in-passing.ts';
import { hideLine, pageLine } from './page-line.ts';
import { openCard } from './open-card.ts';
import { keepPopup, lastPopup } from './last-popup.ts';
import { openPopup } from './open-popup.ts';
import { openRoadmap } from './open-roadmap.ts';
import { importSierra } from './import-roadmap.ts';
import { exportOwnData, importOwnData, isExport } from './own-data.ts';
import type { Ports } from './ports.ts';
import { previewModel } from './preview-model.ts';
import { previewRoadmapFile, proposeRoadmapFile } from './propose-roadmap-file.ts';
import { reviewBulk } from './review-bulk.ts';
import { roadmapCandidates } from './roadmap-candidates.ts';
import { changeRoadmapItem, mergeRoadmapItem, moveRoadmapItem, removeRoadmapItem, saveRoadmapAim, saveRoadmapItem, unmergeRoadmapItem } from './roadmap-changes.ts';
import { roadmapFiles } from './roadmap-files.ts';
import { setRoadmapPlace, useTeams } from './roadmap-place.ts';
import { roadmapIssues } from './roadmap-issues.ts';
import { findRoadmapItems } from './roadmap-items.ts';
import { openOptions, saveSettings } from './settings.ts';
import { markGoal } from './mark-goal.ts';
import { pickSprint, resolveGoalConflict, setGoal, setGoalItems, setGoalOutcome } from './set-goal.ts';
import { sprintComparison } from './sprint-comparison.ts';
import { sprintLedger, sprintReview } from './sprint-ledger.ts';
import { lastSprintReport, sprintReport } from './sprint-report.ts';
import type { ShownPage, ShownPages } from './shown-pages.ts';
import { withAccess } from './site-access.ts';
import { startBulk } from './start-bulk.ts';
import { tagIssues } from './tag-issues.ts';
import { teamFlow } from './team-flow.ts';
import { undoTagging } from './undo.ts';
import { dropWrite, retryWrite } from './unsent-writes.ts';

/** What only the browser can do for a message. */
export interface BrowserPort<S extends MessageSender> {
  /** Brings a script of ours to where the message came from. */
  inject(script: 'panel' | 'overlay' | 'line', sender: S): Promise<void>;
  /** Opens a page of ours, at a place in it. */
  open(page: 'workspace' | 'popup' | 'options', place: string): Promise<void>;
  storageBytes(): Promise<number | null>;
  /** Whether the browser lets us on a site; it can be taken away at any time. */
  mayWorkOn(host: string): Promise<boolean>;
  /** Runs work once the answer is out and the page has drawn it. */
  afterwards(work: () => void): void;
  readonly version: string;
  readonly userAgent: string;
}

/** Which use case answers which message. `house` is opened once per life of the worker and awaited by each. */
export function handlersFor<S extends MessageSender>(house: () => Promise<Ports>, browser: BrowserPort<S>, shown: ShownPages): Handlers<S> {
  const done = async (work: Promise<unknown>): Promise<null> => {
    await work;
    return null;
  };
  const describe = async (keys: readonly IssueKey[], caller: Caller<S>): Promise<Messages['describe']['response']> => {
    const answer = await describeIssues(await house(), keys, isInPassing(caller.sender));
    shown.remember(caller, keys, answer.badges);
    return answer;
  };
  /** After an answer from memory: what time alone has changed, and what must be read. */
  const renew = async ({ keys, badges: before }: ShownPage, caller: Caller<S>): Promise<void> => {
    const { badges } = await describe(keys, caller);
    const texts = new Set(before?.map((badge) => JSON.stringify(badge)));
    const still = new Set(badges.map(({ key }) => key));
    // Another one, one that was not there, or one that is there no more: the user may have signed out meanwhile.
    const other = [...badges.filter((badge) => !texts.has(JSON.stringify(badge))), ...(before ?? []).filter(({ key }) => !still.has(key))];
    if (other.length > 0) (await house()).changed(other.map(({ key }) => key), []);
  };
  /** An overlay may only touch a bulk tagging of its own site alone. */
  const ownBulk = async (id: string, caller: Caller<S>): Promise<string> => {
    const site = siteOf(caller);
    if (site !== null && ((await (await house()).store.bulk(id))?.entries ?? []).some(({ host }) => host !== site)) throw refused();
    return id;
  };
  const barred = async <V extends { readonly problem: Problem | null }>(view: V, host: string): Promise<V> => withAccess(view, host, await browser.mayWorkOn(host));
  return {
    describe: async ({ keys }, caller) => {
      const page = shown.recall(caller, keys);
      if (!page?.badges) return describe(page?.keys ?? keys, caller);
      // What fails behind an answer shows when the page asks again.
      browser.afterwards(() => void renew(page, caller).catch(() => undefined));
      return { badges: [...page.badges], state: 'ready' };
    },
    openPanel: (_payload, { sender }) => done(browser.inject('panel', sender)),
    bringOverlay: (_payload, { sender }) => done(browser.inject('overlay', sender)),
    card: async ({ key }) => openCard(await house(), key),
    cardItem: async ({ key }) => cardItem(await house(), key),
    findRoadmapItems: async ({ text }) => findRoadmapItems(await house(), text),
    createRoadmapItem: async (wish) => createRoadmapItem(await house(), wish),
    tag: async ({ keys, item }) => tagIssues(await house(), keys, item),
    undo: async ({ undo, made }, caller) => undoTagging(await house(), undo, siteOf(caller), made),
    retryWrite: async ({ id, as }) => done(retryWrite(await house(), id, as)),
    dropWrite: async ({ id }) => ({ dropped: await dropWrite(await house(), id) }),
    enterInput: async ({ key, input, value }) => done(enterInput(await house(), key, input, value)),
    acceptFlag: async ({ key, rule, reason }) => done(acceptFlag(await house(), key, rule, reason)),
    pageLine: async ({ bring, ...about }, caller) => {
      const rows = await pageLine(await house(), about, shown.recall(caller, [])?.keys ?? []);
      if (rows.length === 0) return null;
      if (bring) await browser.inject('line', caller.sender);
      return rows;
    },
    hideLine: async ({ line, hidden }) => done(hideLine(await house(), line, hidden)),
    openOwn: ({ page, item }) => done(page === 'sprint' ? browser.open('popup', '') : page === 'connections' ? browser.open('options', '#connections') : browser.open('workspace', `#roadmap${item === null ? '' : `/${item}`}`)),
    backOnline: async () => done((await house()).sync.backOnline()),
    popup: async ({ project, board }) => {
      const ports = await house();
      const view = await openPopup(ports, project, board);
      // A popup that is not kept is worked out when it opens.
      browser.afterwards(() => void keepPopup(ports, view, board).catch(() => undefined));
      return barred(view, view.connection.host);
    },
    lastPopup: async ({ project, board }) => lastPopup(await house(), project, board),
    refresh: async ({ project }) => done((await house()).sync.refresh(project)),
    pickSprint: async ({ project, sprint }) => done(pickSprint(await house(), project, sprint)),
    sprintView: async ({ project, sprint, last }) => (last ? lastSprintReport(await house(), project, sprint) : sprintReport(await house(), project, sprint)),
    sprintLedger: async ({ project }) => sprintLedger(await house(), project),
    sprintComparison: async ({ project }) => sprintComparison(await house(), project),
    teamFlow: async ({ project }) => teamFlow(await house(), project),
    sprintReview: async ({ sprint }) => sprintReview(await house(), sprint),
    setGoalOutcome: async ({ sprint, goal, outcome }) => done(setGoalOutcome(await house(), sprint, goal, outcome)),
    setGoals: async ({ sprint, goals, seen }) => setGoal(await house(), sprint, joinGoals(goals), joinGoals(seen)),
    setGoalItems: async ({ sprint, items }) => done(setGoalItems(await house(), sprint, items)),
    markGoal: async ({ keys, on }) => markGoal(await house(), keys, on),
    resolveGoalConflict: async ({ sprint, use }) => done(resolveGoalConflict(await house(), sprint, use)),
    roadmap: async () => openRoadmap(await house()),
    changeRoadmapItem: async ({ item, seen }) => changeRoadmapItem(await house(), item, seen),
    saveRoadmapItem: async ({ item, former }) => saveRoadmapItem(await house(), item, former),
    removeRoadmapItem: async ({ id }) => removeRoadmapItem(await house(), id),
    mergeRoadmapItem: async ({ id, into }) => mergeRoadmapItem(await house(), id, into),
    unmergeRoadmapItem: async (undo) => unmergeRoadmapItem(await house(), undo),
    moveRoadmapItem: async ({ id, to }) => moveRoadmapItem(await house(), id, to),
    roadmapIssues: async ({ item }) => roadmapIssues(await house(), item),
    roadmapCandidates: async () => roadmapCandidates(await house()),
    saveRoadmapAim: async (aim) => done(saveRoadmapAim(await house(), aim)),
    options: async () => {
      const view = await openOptions(await house(), await browser.storageBytes());
      return { ...view, connections: await Promise.all(view.connections.map((connection) => barred(connection, connection.host))) };
    },
    connect: async ({ host, token, context }) => connect(await house(), host, token, context),
    testConnection: async ({ host }) => testConnection(await house(), host),
    removeToken: async ({ host }) => done(removeToken(await house(), host)),
    forgetSite: async ({ host }) => {
      shown.forget(host);
      return forgetSite(await house(), host);
    },
    saveSettings: async (view) => done(saveSettings(await house(), view)),
    preview: async ({ model, weights, project }) => previewModel(await house(), model, weights, project),
    exportData: async () => exportOwnData(await house()),
    importData: async ({ json, apply }) => (isExport(json) ? importOwnData(await house(), json, apply) : importSierra(await house(), json, apply)),
    roadmapFile: async () => roadmapFiles(await house()),
    previewRoadmapFile: async (wish) => previewRoadmapFile(await house(), wish),
    proposeRoadmapFile: async (wish) => proposeRoadmapFile(await house(), wish),
    useTeams: async ({ project, difference }) => done(useTeams(await house(), project, difference)),
    setRoadmapPlace: async ({ project, place }) => done(setRoadmapPlace(await house(), project, place)),
    findIssues: async ({ filter }) => findIssues(await house(), filter),
    reviewBulk: async ({ keys, item }) => reviewBulk(await house(), keys, item),
    startBulk: async (wish, caller) => startBulk(await house(), { ...wish, id: await ownBulk(wish.id, caller) }),
    bulks: async () => openBulks(await house()),
    bulk: async ({ id }, caller) => bulkView(await house(), await ownBulk(id, caller)),
    stopBulk: async ({ id }, caller) => done(stopBulk(await house(), await ownBulk(id, caller))),
    undoBulk: async ({ id }, caller) => done(undoBulk(await house(), await ownBulk(id, caller))),
    retryBulk: async ({ id, as }, caller) => done(retryBulk(await house(), await ownBulk(id, caller), as)),
    settleConflict: async ({ id, key, keep }, caller) => done(settleConflict(await house(), await ownBulk(id, caller), key, keep)),
    diagnostics: async () => ({ text: await diagnostics(await house(), browser.version, browser.userAgent) }),
  };
}

/** The one site that an overlay may touch; `null` for our own pages, which may touch all. */
function siteOf({ trust }: Caller): string | null {
  return trust.level === 'overlay' ? trust.host : null;
}

function refused(): ProblemError {
  return new ProblemError({ kind: 'refused', sentence: 'Waymark refused this request.', action: null });
}
