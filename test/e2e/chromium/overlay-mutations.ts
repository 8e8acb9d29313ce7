/** What a redesign does to a page: ids for its own tests go, and every build hashes its classes anew. */

export function stripTestIds(html: string): string {
  return html.replaceAll(/\sdata-testid=(?:"[^"]*"|'[^']*'|[^\s>]+)/g, '');
}

/** `HeaderState-module__stateLabel--Na0HJ` → `…--n3wHx`, `prc-Button-ButtonBase-c50BI` → `…-n3wHx`, in classes and in the styles that name them. */
export function renameHashedClasses(html: string): string {
  return html.replaceAll(/\b([A-Za-z]+-module__\w+?)--[\w-]{5}/g, '$1--n3wHx').replaceAll(/\b(prc-[A-Za-z]+-[A-Za-z]+)-[\w-]{5}\b/g, '$1-n3wHx');
}

/** Jira's: `_1e0c1txw` → `_n3wHxtxw`. */
export function renameAtomicClasses(html: string): string {
  return html.replaceAll(/\b_[a-z0-9]{4}([a-z0-9]{4})\b/g, '_n3wHx$1');
}
