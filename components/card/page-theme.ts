/** The theme of the tracker's page, not of the system: GitHub says it on <html>. `null` where the page follows the system, or says nothing. */
export function pageTheme(page: Document): 'light' | 'dark' | null {
  const { colorMode, theme } = page.documentElement.dataset;
  const said = colorMode === 'light' || colorMode === 'dark' ? colorMode : theme;
  if (said === 'light' || said === 'dark') return said;
  if (colorMode === 'auto') return null;
  const scheme = getComputedStyle(page.documentElement).colorScheme;
  return scheme === 'dark' ? 'dark' : 'light';
}
