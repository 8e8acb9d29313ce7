import type { Page } from './page.ts';
import type { Surface } from './surface.ts';

/** Every kind of page that has badges. A new file in surfaces/ is found by its name. */
export const surfaces: readonly Surface[] = Object.values(
  import.meta.glob<Surface>('./surfaces/*.surface.ts', { eager: true, import: 'default' }),
);

export function surfaceOf(page: Page | null): Surface | null {
  if (!page) return null;
  return surfaces.find((surface) => surface.matches(page)) ?? null;
}
