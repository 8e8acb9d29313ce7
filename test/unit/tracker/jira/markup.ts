/** An element as it was sent, before any browser mends or runs anything. */
export interface Sent {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Sent[];
  readonly parent: Sent | null;
}

const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'path', 'circle', 'rect', 'source', 'wbr']);

/** Reads markup strictly: what is closed must be what is open. Throws where it is not. */
export function readMarkup(text: string): Sent {
  const root: Sent = { name: '#root', attributes: {}, children: [], parent: null };
  let open = root;
  for (const [, closing, rawName = '', written = '', selfClosing] of text.replaceAll(/<!--.*?-->|<!doctype[^>]*>/gis, '').matchAll(/<(\/)?([a-z][\w-]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*(\/)?>/gi)) {
    const name = rawName.toLowerCase();
    if (closing !== undefined) {
      if (VOID.has(name)) continue;
      if (open.name !== name || !open.parent) throw new Error(`</${name}> closes <${open.name}> ${JSON.stringify(open.attributes)}`);
      open = open.parent;
      continue;
    }
    const attributes = Object.fromEntries([...written.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, value]));
    const element: Sent = { name, attributes, children: [], parent: open };
    open.children.push(element);
    if (!VOID.has(name) && selfClosing === undefined) open = element;
  }
  if (open !== root) throw new Error(`<${open.name}> ${JSON.stringify(open.attributes)} is never closed`);
  return root;
}

/** All elements below, in order; what a `<template>` holds is not in the document. */
export function all(within: Sent, fits: (element: Sent) => boolean): Sent[] {
  return within.children.flatMap((child) => [...(fits(child) ? [child] : []), ...(child.name === 'template' ? [] : all(child, fits))]);
}

export const testId = (element: Sent): string => element.attributes['data-testid'] ?? '';

/** The keys of the issues that links below an element lead to, each once. */
export function keysIn(within: Sent): string[] {
  const paths = all(within, ({ name }) => name === 'a').map(({ attributes }) => /\/browse\/([A-Z][A-Z0-9_]+-\d+)(?:[?#]|$)/.exec(attributes['href'] ?? '')?.[1] ?? '');
  return [...new Set(paths.filter((key) => key !== ''))];
}

/** Which test attribute stands within which: `a > b`, with keys and numbers left open. */
export function nesting(within: Sent): Set<string> {
  const plain = (id: string): string => id.replaceAll(/[A-Z][A-Z0-9_]+-\d+/g, 'KEY').replaceAll(/\d+/g, 'N');
  return new Set(all(within, (element) => testId(element) !== '').map((element) => {
    let above = element.parent;
    while (above && testId(above) === '') above = above.parent;
    return `${above ? plain(testId(above)) : ''} > ${plain(testId(element))}`;
  }));
}
