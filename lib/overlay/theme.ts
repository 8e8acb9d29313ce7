import dark from './theme-dark.css?inline';
import light from './theme-light.css?inline';

/** GitHub says its theme on <html>; the system's is asked only where GitHub leaves it to the system. */
export function readScheme(root: Pick<Element, 'getAttribute'>, systemIsDark: boolean): 'light' | 'dark' {
  const mode = root.getAttribute('data-color-mode');
  const isDark = mode === 'dark' || (mode === 'auto' && systemIsDark);
  // A person may choose a dark theme for the day, or a light one for the night.
  const theme = root.getAttribute(isDark ? 'data-dark-theme' : 'data-light-theme') ?? '';
  if (theme.startsWith('dark')) return 'dark';
  return theme.startsWith('light') ? 'light' : isDark ? 'dark' : 'light';
}

/** The colours of all badges at once: one sheet, rewritten when the page changes its theme. */
export function followTheme(document: Document, signal: AbortSignal): { readonly css: () => string; readonly onChange: (listener: () => void) => void } {
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
  observer.observe(root, { attributes: true, attributeFilter: ['data-color-mode', 'data-light-theme', 'data-dark-theme'] });
  system.addEventListener('change', read, { signal });
  signal.addEventListener('abort', () => observer.disconnect());
  return { css: () => (scheme === 'dark' ? dark : light), onChange: (listener) => void listeners.add(listener) };
}
