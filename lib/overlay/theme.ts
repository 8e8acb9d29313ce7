import common from './theme.css?inline';

/** Pages say their theme on <html>; the system's is asked only where they leave it to the system. */
export function readScheme(root: Pick<Element, 'getAttribute'>, systemIsDark: boolean): 'light' | 'dark' {
  const mode = root.getAttribute('data-color-mode');
  const scheme = mode === 'dark' || (mode === 'auto' && systemIsDark) ? 'dark' : 'light';
  // A person may choose a dark theme for the day, or a light one for the night. Jira: `dark:dark light:light spacing:spacing`
  const theme = root.getAttribute(`data-${scheme}-theme`) ?? new RegExp(`(?:^| )${scheme}:(\\S+)`).exec(root.getAttribute('data-theme') ?? '')?.[1] ?? '';
  const [named] = /dark|light/.exec(theme) ?? [];
  return named === 'dark' || named === 'light' ? named : scheme;
}

/** The colours of all badges at once: one sheet, rewritten when the page changes its theme. */
export function followTheme(document: Document, colours: string, signal: AbortSignal): { readonly css: () => string; readonly onChange: (listener: () => void) => void } {
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const listeners = new Set<() => void>();
  let scheme = readScheme(root, system.matches);
  const read = () => {
    const next = readScheme(root, system.matches);
    if (next === scheme) return;
    scheme = next;
    for (const listener of listeners) listener();
  };
  const observer = new MutationObserver(read);
  observer.observe(root, { attributes: true, attributeFilter: ['data-color-mode', 'data-light-theme', 'data-dark-theme', 'data-theme'] });
  system.addEventListener('change', read, { signal });
  signal.addEventListener('abort', () => observer.disconnect());
  return { css: () => `${common}${colours}:host{color-scheme:${scheme}}`, onChange: (listener) => void listeners.add(listener) };
}
