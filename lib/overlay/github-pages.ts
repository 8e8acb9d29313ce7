import { parsePage } from '../trackers/github/urls.ts';
import type { Surface } from './surface.ts';
import type { TrackerPages } from './tracker-pages.ts';

export const githubPages: TrackerPages = {
  tracker: 'github',
  surfaces: Object.values(import.meta.glob<Surface>('./surfaces/github-*.surface.ts', { eager: true, import: 'default' })),
  parse: (url) => parsePage(url),
  theme: '',
  atOnce: 25,
};
