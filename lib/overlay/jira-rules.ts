import { jiraHeader } from './jira-header.ts';
import { isKey, JIRA } from './jira-markup.ts';
import { ownIssue } from './page.ts';
import type { DetailRules, PlaceRule, RowRules } from './surface.ts';

/** Behind the part of a row that holds its key, where there is such a part. */
const behind = (selector: string, narrow?: 'shrink' | 'row' | 'cell'): PlaceRule => (row, link) => {
  const part = link.closest(selector);
  if (!part?.parentElement || part === row || !row.contains(part)) return null;
  return { parent: part.parentElement, before: part.nextSibling, ...(narrow && { narrow }) };
};

/** Lists beside the issue that is open, Cloud's and Data Center's: the whole row is a link, so that behind it there would be a second line. */
const inSplitRow: PlaceRule = (_row, link) => {
  const key = isKey(link) ? null : [...link.querySelectorAll('*')].findLast(isKey);
  return key?.parentElement ? { parent: key.parentElement, before: key.nextSibling } : null;
};

/** Data Center's cards: the key has a line of its own, or shares it with icons in a narrow column, and a second one would make the card higher. */
const onCard: PlaceRule = (card, link) => (link.parentElement && link.closest('.ghx-key') && card.matches('.ghx-issue') ? { parent: link.parentElement, before: link.nextSibling, narrow: 'short' } : null);

const PLACES = [
  // 2026-08: a board card's last line, which has little room
  behind('[data-testid$="ui.key.key"]', 'shrink'),
  // 2026-08: tables, and children of an epic: past the button that appears over the key
  behind('[data-testid$="issue-key.action-container"]', 'cell'),
  // 2026-08: backlogs write the key twice, once for screen readers
  behind('[data-testid$="accessible-card-key"]', 'row'),
  inSplitRow,
  onCard,
];

// Cloud 2026-08, then Data Center. A row before the cell of it that stands alone among an epic's children.
const TABLE_ROWS = ['[data-vc="issue-row"],[data-testid$="ui.issue-row"],.issuerow', '[data-vc="merged-cell"]'];
const LINKED = '[data-testid*="issue-line-card.card"],#linkingmodule .link-content';
const CARDS = '[data-testid$="ui.card.card"],[id^="card-"],.ghx-issue,.js-issue';
const BACKLOG_CARDS = ['[data-testid*="card-list.card.content-container"]', '[data-testid$="card-contents.card-container"]', '[data-testid$="accessible-card-key"]'];
// Data Center puts the key on the links too.
const FALLBACK = ['tr,[role="row"],:not(a)[data-issue-key]', 'li,[role="listitem"],[draggable="true"],div'];

const rowsOf = (containers: readonly string[], empty: string): RowRules => ({ markup: JIRA, containers: [...containers, ...TABLE_ROWS, LINKED], fallback: FALLBACK, places: PLACES, empty });

/** The issue that is open in a modal, in a side panel or beside the list. */
export const OPEN_ISSUE: DetailRules = { identity: ownIssue, header: jiraHeader };

/** Child and linked issues. Links of any other kind are prose, history and decoration. */
export const ISSUE_ROWS: RowRules = {
  markup: JIRA,
  containers: [...TABLE_ROWS, LINKED],
  fallback: [],
  places: PLACES,
  empty: '[data-testid^="issue.views."],#jira-issue-header,#issue-content',
};

export const BOARD_ROWS = rowsOf([CARDS], '[data-testid^="software-board."],[data-testid^="platform-board-kit."],#ghx-work,#ghx-pool');
export const BACKLOG_ROWS = rowsOf([...BACKLOG_CARDS, CARDS], '[data-testid^="software-backlog."],#ghx-backlog');
export const NAVIGATOR_ROWS = rowsOf(['.issue-list > li'], '[data-testid^="native-issue-table."],[data-testid^="issue-navigator."],.navigator-content');
export const PLAN_ROWS = rowsOf(['[data-issue]'], '[data-testid*="portfolio-3"]');
export const TIMELINE_ROWS = rowsOf([], '[data-testid^="roadmap."],[data-testid*="timeline"]');
