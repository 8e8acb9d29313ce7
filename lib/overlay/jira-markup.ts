import { parseJiraIssueUrl } from '../trackers/jira/urls.ts';
import { isCounter } from './issue-link.ts';
import { nameJiraIssue } from './page.ts';
import type { Markup } from './surface.ts';

// Prose, editors, comments, smart links, menus and what surrounds every page. Cloud (2026-08), then Data Center (2026).
const EXCLUDED = [
  '.ak-renderer-document',
  '.ProseMirror',
  '[contenteditable]:not([contenteditable="false"])',
  '[data-testid^="issue.activity"]',
  '[data-testid*="comment"]',
  '[data-testid*="inline-card"]',
  // Not the wrapper around a link that opens one (2026-08).
  '[data-testid*="hover-card"]:not([data-testid*="trigger"])',
  '[role="tooltip"]',
  '[role="menu"]',
  '[role="listbox"]',
  'nav',
  '[role="navigation"]',
  '[role="banner"]',
  'header',
  'footer',
  '.user-content-block',
  '#activitymodule',
  '.aui-dropdown2',
].join(',');

const INSIDE_ROW = '[data-testid^="issue-field-parent"],[data-testid^="issue-field-epic"],[data-testid*="inline-card"],.parentIssue,.ak-renderer-document,[aria-current="page"]';

// 2026-08: tables, cards, backlogs, line cards, plans, queues · Data Center's boards and tables. Beside these, rows name parents, epics and linked issues.
const KEY = '[data-testid*="key-cell"],[data-vc$="key-cell"] *,[data-testid$="key"],[data-testid$="key"] *,[data-component-selector$=".key"],[id^="issue-link-"],.ghx-key,.ghx-key *,.issuekey *';

/** Whether there is an issue's key and nothing else. */
export const isKey = ({ textContent }: Element): boolean => /^\s*[A-Z][A-Z0-9_]+-\d+\s*$/.test(textContent ?? '');

export const JIRA: Markup = {
  // The last: out of queues.
  links: 'a[href*="browse/"],a[href*="issues/"],a[href*="/projects/"]',
  read(link, page) {
    if (!('context' in page) || /focused(?:Comment|Worklog)Id=|#comment-/.test(link.href)) return null;
    const issue = parseJiraIssueUrl(link, page.context);
    return issue && nameJiraIssue(issue);
  },
  excluded: EXCLUDED,
  insideRow: INSIDE_ROW,
  /** 3: where rows have their key, or to the issue that the row itself names · 2: says a key and nothing else · 1: a link with words · 0: a counter or an icon. */
  likeness(link, row) {
    if (link.matches(KEY)) return 3;
    if (isCounter(link)) return 0;
    // A person may have chosen columns without the key, but with linked issues; and without test ids a card's parent looks as its own key does.
    const own = row.getAttribute('data-issuekey') ?? row.id.replace('card-', '');
    if (own && link.pathname.endsWith(`/${own}`)) return 3;
    return isKey(link) ? 2 : 1;
  },
  main: 'main,[role="main"],#jira-frontend,#page',
  // An issue that is open in front of a list, or a talk with an assistant beside it, has links of every kind; its rows are known by their containers.
  apart: '[role="dialog"],aside,[data-testid^="issue.views."],[data-testid*="idea-view."],#issue-content,#ghx-detail-view',
  inPairs: true,
};
