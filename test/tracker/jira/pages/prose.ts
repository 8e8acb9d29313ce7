import { escape, type Html, raw } from '../../pages/html.ts';
import { renderText } from '../../pages/markdown.ts';
import { issueOf, type JiraSite, statusOf } from '../model/site.ts';

/**
 * A description or a comment as it is read: keys in it are links, and on Cloud the first one is a smart link with summary and status, as an editor makes it
 * of a pasted address. None of them is a place for a badge.
 */
export function prose(site: JiraSite, text: string): Html {
  if (text === '') return raw('<p></p>');
  let smart = site.flavour === 'cloud';
  return renderText(text, (line) => line.replace(/(^|[\s(])([A-Z][A-Z0-9_]+-\d+)\b/g, (all, before: string, key: string) => {
    const issue = issueOf(site, key);
    if (!issue) return all;
    const [href, shownAs] = [`https://${site.host}${site.contextPath}/browse/${issue.key}`, smart ? 'smart' : 'plain'];
    smart = false;
    return shownAs === 'smart'
      ? `${before}<span data-inline-card="" data-card-url="${href}"><a href="${href}" data-testid="inline-card-resolved-view" class="smart-link" tabindex="0" role="button"><span>${issue.key}: ${escape(issue.summary)}</span> <span data-testid="inline-card-resolved-view-lozenge" class="j-lozenge">${escape(statusOf(site, issue).name)}</span></a></span>`
      : `${before}<a href="${href}" title="${escape(issue.summary)}" class="issue-link" data-issue-key="${issue.key}">${issue.key}</a>`;
  }));
}
