/**
 * The board that a page shows, by its address: Jira Cloud's `/boards/12`, Data Center's `?rapidView=12`; of GitHub the Project, `/orgs/acme/projects/12`. `null` for every other page.
 *
 * @example boardOnPage('https://acme.atlassian.net/jira/software/c/projects/SHOP/boards/12/backlog') // → 12
 */
export function boardOnPage(address: string | null): number | null {
  const url = address === null ? null : URL.parse(address);
  if (url?.protocol !== 'https:') return null;
  const id = /\/projects\/[A-Z][A-Z0-9_]+\/boards\/(\d{1,15})(?:\/|$)/.exec(url.pathname)?.[1] ?? /^\/(?:orgs|users)\/[^/]+\/projects\/(\d{1,15})(?:\/views\/|\/?$)/.exec(url.pathname)?.[1] ?? (url.pathname.endsWith('/RapidBoard.jspa') ? url.searchParams.get('rapidView') : null);
  return id !== null && /^\d{1,15}$/.test(id) ? Number(id) : null;
}
