/** Who has chosen "match browser" gets what the browser says, written to the attribute that Jira writes; the server cannot know it. */
export function followTheme(): void {
  const root = document.documentElement;
  if (root.dataset['demoMode'] !== 'auto') return;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = (): void => {
    root.dataset['colorMode'] = dark.matches ? 'dark' : 'light';
  };
  dark.addEventListener('change', apply);
  apply();
}
