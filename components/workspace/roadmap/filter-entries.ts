import type { Health } from '../../../lib/core/roadmap/roadmap-item.ts';
import type { RoadmapItemView } from '../../../lib/messaging/messages.ts';

export interface RoadmapFilter {
  readonly text: string;
  readonly theme: string;
  readonly owner: string;
  readonly health: Health | 'disagrees' | '';
  readonly tracker: 'github' | 'jira' | '';
}

export const NO_FILTER: RoadmapFilter = { text: '', theme: '', owner: '', health: '', tracker: '' };

/** Entries that fit every filter and hold every word; an item fits a health by what is computed or by what is said of it. */
export function filterEntries(entries: readonly RoadmapItemView[], filter: RoadmapFilter): readonly RoadmapItemView[] {
  const words = filter.text.toLocaleLowerCase('en').split(/\s+/).filter(Boolean);
  if (words.length === 0 && Object.values(filter).every((value) => value === '')) return entries;
  return entries.filter((entry) => {
    const { item, health, progress } = entry;
    return (
      (filter.theme === '' || item.theme === filter.theme) &&
      (filter.owner === '' || item.owner === filter.owner) &&
      (filter.health === '' || (filter.health === 'disagrees' ? health.disagrees : health.computed === filter.health || health.declared === filter.health)) &&
      (filter.tracker === '' || progress.byTracker[filter.tracker] !== undefined) &&
      words.every((word) => searched(entry).includes(word))
    );
  });
}

/** What there is to choose from, by the alphabet. */
export function choicesOf(entries: readonly RoadmapItemView[], member: 'theme' | 'owner'): string[] {
  return [...new Set(entries.flatMap(({ item }) => item[member] ?? []))].toSorted((a, b) => a.localeCompare(b, 'en'));
}

function searched({ item }: RoadmapItemView): string {
  return [item.title, item.id, item.outcome, item.measure?.name, item.theme, item.owner].join(' ').toLocaleLowerCase('en');
}
