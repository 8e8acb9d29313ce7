export interface PageLinks {
  next?: Record<string, string>;
  prev?: Record<string, string>;
  first?: Record<string, string>;
  last?: Record<string, string>;
}

/** GitHub's Link header: the client's own parameters, on the numeric path that survives a rename, with the page or cursor changed. */
export function linkHeader(url: string, query: URLSearchParams, links: PageLinks): Record<string, string> {
  const parts = (['prev', 'next', 'last', 'first'] as const).flatMap((rel) => {
    const changes = links[rel];
    if (!changes) return [];
    const own = new URLSearchParams(query);
    for (const name of ['page', 'after', 'before']) own.delete(name);
    for (const [name, value] of Object.entries(changes)) own.set(name, value);
    return [`<${url}?${own.toString()}>; rel="${rel}"`];
  });
  return parts.length > 0 ? { link: parts.join(', ') } : {};
}

export function perPageOf(query: URLSearchParams): number {
  const asked = Number(query.get('per_page') ?? 30);
  return Number.isInteger(asked) && asked > 0 ? Math.min(asked, 100) : 30;
}

export function pageOf(query: URLSearchParams): number {
  const asked = Number(query.get('page') ?? 1);
  return Number.isInteger(asked) && asked > 0 ? asked : 1;
}

/** One page of a short list (labels, milestones, events) with its page links. */
export function paged<Row>(rows: readonly Row[], url: string, query: URLSearchParams): { rows: readonly Row[]; headers: Record<string, string> } {
  const [size, page] = [perPageOf(query), pageOf(query)];
  const last = Math.max(1, Math.ceil(rows.length / size));
  const links: PageLinks = {
    ...(page > 1 ? { prev: { page: String(Math.min(page - 1, last)) }, first: { page: '1' } } : {}),
    ...(page < last ? { next: { page: String(page + 1) }, last: { page: String(last) } } : {}),
  };
  return { rows: rows.slice((page - 1) * size, page * size), headers: linkHeader(url, query, links) };
}
