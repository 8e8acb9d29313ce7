import { readScheme } from '../../lib/overlay/theme.ts';

/** The theme of the tracker's page, as its badges have it: a person may choose a dark one for the day. `null` where the page follows the system. */
export function pageTheme({ documentElement }: Document): 'light' | 'dark' | null {
  const [day, night] = [readScheme(documentElement, false), readScheme(documentElement, true)];
  return day === night ? day : null;
}

/** Whether the page has one of GitHub's themes for more contrast. */
export function wantsContrast({ documentElement: { dataset } }: Document): boolean {
  const isDark = dataset.colorMode === 'dark' || (dataset.colorMode === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  return /high_contrast/.test((isDark ? dataset.darkTheme : dataset.lightTheme) ?? '');
}
