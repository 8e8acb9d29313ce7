import type { Answer } from '../exchange.ts';

const TARGET = /\s*<([^>]*)>/y;
const PARAMETER = /\s*;\s*([!#$%&'*+.^_`|~0-9a-z-]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",;]*)))?/iy;
const SEPARATOR = /\s*(?:,\s*)+/y;

/**
 * The target of the first link with that relation in an RFC 8288 header, as it is written there; `null` if there is none
 * or the header cannot be read. `linkTarget('<https://x/?after=a,b>; rel="next"', 'next')` → `https://x/?after=a,b`
 */
export function linkTarget(header: string | null, relation: string): string | null {
  const text = header ?? '';
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at = pattern.lastIndex;
    return match;
  };
  for (let link = take(TARGET); link; link = take(TARGET)) {
    let relations: string | null = null;
    for (let parameter = take(PARAMETER); parameter; parameter = take(PARAMETER)) {
      const [, name = '', quoted, token = ''] = parameter;
      // §3.3: of several `rel` only the first counts.
      if (name.toLowerCase() === 'rel') relations ??= quoted?.replace(/\\(.)/g, '$1') ?? token;
    }
    if (relations?.toLowerCase().split(/\s+/).includes(relation)) return link[1] ?? null;
    if (!take(SEPARATOR)) return null;
  }
  return null;
}

/** The next page's address: to the letter as the answer gave it, one below the answering address in full; `null` at the end. */
export function nextPage({ headers, url }: Pick<Answer, 'headers' | 'url'>): string | null {
  const target = linkTarget(headers.get('link'), 'next');
  if (target === null || !URL.canParse(target, url)) return target;
  const [there, here] = [new URL(target, url), new URL(url)];
  // An Enterprise Server behind a proxy that ends TLS takes itself for one without it.
  if (there.protocol === 'http:' && here.protocol === 'https:' && there.hostname === here.hostname) return here.origin + there.pathname + there.search;
  return URL.canParse(target) ? target : there.href;
}

/** Whether an address tells a page by its number alone, as servers did before they had cursors. */
export function isNumbered(url: string | null): boolean {
  const { searchParams } = new URL(url !== null && URL.canParse(url) ? url : 'about:blank');
  return searchParams.has('page') && !searchParams.has('after') && !searchParams.has('before');
}
