import * as fc from 'fast-check';
import { change, item as changed } from '../../../tracker/jira/edit/change.ts';
import { remove } from '../../../tracker/jira/edit/fate.ts';
import { estimate, flag, rename, setLabels, setProperty, transition } from '../../../tracker/jira/edit/issue.ts';
import type { JiraIssue } from '../../../tracker/jira/model/issue.ts';
import { typeOf } from '../../../tracker/jira/model/site.ts';
import { changeState, moveToMilestone } from '../../../tracker/edit/issue.ts';
import { addLabels, replaceLabels } from '../../../tracker/edit/labels.ts';
import { touch } from '../../../tracker/edit/touch.ts';
import type { Issue } from '../../../tracker/model/issue.ts';
import { type BothTrackers, there } from './house.ts';

/** Something that people do at their tracker. `which` and `other` pick issues by the order of the list. */
export interface Edit {
  readonly what: 'tag' | 'untag' | 'close' | 'drop' | 'reopen' | 'below' | 'estimate' | 'block' | 'milestone' | 'begin';
  readonly on: 'github' | 'jira';
  readonly which: number;
  readonly other: number;
  readonly item: string;
}

export const ITEMS = ['pay', 'trust', 'kiosk', 'faster-checkout', 'old-pay'] as const;

export const anEdit: fc.Arbitrary<Edit> = fc.record({
  what: fc.constantFrom<Edit['what'][]>('tag', 'tag', 'tag', 'untag', 'close', 'close', 'drop', 'reopen', 'below', 'below', 'estimate', 'block', 'milestone', 'begin'),
  on: fc.constantFrom<Edit['on'][]>('github', 'jira'), which: fc.nat({ max: 9999 }), other: fc.nat({ max: 9999 }), item: fc.constantFrom(...ITEMS),
});

export function edit(both: BothTrackers, given: Edit): void {
  (given.on === 'github' ? editGithub : editJira)(both, given);
}

function editGithub({ world, shop }: BothTrackers, { what, which, other, item }: Edit): void {
  const issues = [...shop.issues.values()].filter(({ pull }) => pull === null);
  const at = `${new Date().toISOString().slice(0, 19)}Z`;
  const by = { world, repository: shop, actor: 'jonas-k', at };
  const [issue, second] = [there(issues[which % issues.length]), there(issues[other % issues.length])];
  const plain = (issue.labels).filter((label) => !label.startsWith('roadmap:'));
  const settle = (state: 'open' | 'closed', reason: Issue['stateReason']): void => {
    changeState(by, issue, state, reason);
    // GitHub does not tell what waited for it: only the weekly walk would meet it.
    for (const number of issue.blocking) touch(shop, there(shop.issues.get(number)), at);
  };
  switch (what) {
    case 'tag': return replaceLabels(by, issue, [...(other % 3 === 0 ? issue.labels : plain), `roadmap:${item}`]);
    case 'untag': return replaceLabels(by, issue, plain);
    case 'close': return settle('closed', 'completed');
    case 'drop': return settle('closed', other % 2 === 0 ? 'not_planned' : 'duplicate');
    case 'reopen': return settle('open', null);
    case 'estimate': return replaceLabels(by, issue, [...(other % 4 === 0 ? issue.labels : issue.labels.filter((label) => !label.endsWith(' points'))), `${other % 8} points`]);
    case 'block': return addLabels(by, issue, ['blocked']);
    case 'begin': return addLabels(by, issue, ['in progress']);
    case 'milestone': return moveToMilestone(by, issue, [...shop.milestones.keys()][other % shop.milestones.size] ?? null);
    case 'below':
      // Circles are possible, and must end.
      if (second === issue) return;
      issue.parent = second.number;
      touch(shop, issue, at);
  }
}

function editJira({ world, site }: BothTrackers, { what, which, other, item }: Edit): void {
  const issues = [...site.issues.values()].filter(({ project }) => project === 'SHOP');
  const by = { world: world.jira, site, actor: 'jonas-k', at: Date.now() };
  const issue = there(issues[which % issues.length]);
  const epics = issues.filter((one) => typeOf(site, one).level === 1 && one !== issue);
  const plain = issue.labels.filter((label) => !label.startsWith('roadmap:'));
  const settle = (category: 'new' | 'indeterminate' | 'done', resolution: JiraIssue['resolution']): void => {
    const statuses = there(site.projects.get('SHOP')).statuses.flatMap((id) => site.statuses.find((status) => status.id === id && status.category === category) ?? []);
    transition(by, issue, there(statuses[other % statuses.length]).id);
    if (resolution !== null) change(by, issue, { resolution }, []);
    // What a link shows of its other end is as old as the issue that bears it.
    for (const { other: waiting } of issue.links) touchJira(there(site.issues.get(waiting)));
  };
  const touchJira = (one: JiraIssue): void => rename(by, one, `${one.summary}!`);
  switch (what) {
    case 'tag':
      if (other % 3 > 0) return setLabels(by, issue, [...plain, `roadmap:${item}`]);
      // A property alone moves no date.
      setProperty(issue, 'waymark', { tag: item });
      return touchJira(issue);
    case 'untag':
      setProperty(issue, 'waymark', { tag: null });
      setLabels(by, issue, plain);
      return touchJira(issue);
    case 'close': return settle('done', 'Done');
    case 'drop': return settle('done', other % 2 === 0 ? "Won't Do" : 'Duplicate');
    case 'reopen': return settle('new', null);
    case 'begin': return settle('indeterminate', null);
    case 'estimate': return estimate(by, issue, other % 9 === 0 ? null : (other % 9) / 2);
    case 'block': return flag(by, issue, !issue.flagged);
    case 'milestone': return change(by, issue, { fixVersions: there(site.projects.get('SHOP')).versions.slice(other % 3, (other % 3) + 1).map(({ id }) => id) }, []);
    case 'below':
      if (typeOf(site, issue).level !== 0 || epics.length === 0) return;
      change(by, issue, { parent: there(epics[other % epics.length]).id }, [changed('IssueParentAssociation', null, null, null, null)]);
  }
}

/** Takes one issue away for good, with those that pointed to it let go. */
export function erase({ world, shop, site }: BothTrackers, which: number): void {
  const tickets = [...site.issues.values()].filter(({ project }) => project === 'SHOP');
  const [by, gone] = [{ world: world.jira, site, actor: 'maya', at: Date.now() }, there(tickets[which % tickets.length])];
  const linked = gone.links.map(({ other }) => other);
  remove(by, gone);
  for (const id of linked) rename(by, there(site.issues.get(id)), 'Waits no longer');
  const issue = there([...shop.issues.values()].filter(({ pull }) => pull === null)[which % 20]);
  shop.issues.delete(issue.number);
  shop.gone.set(issue.number, { kind: 'deleted', status: 410 });
  for (const other of shop.issues.values()) {
    if (other.parent === issue.number) other.parent = null;
    other.children = other.children.filter((number) => number !== issue.number);
    other.blockedBy = other.blockedBy.filter((number) => number !== issue.number);
    other.blocking = other.blocking.filter((number) => number !== issue.number);
  }
  shop.revision += 1;
}
