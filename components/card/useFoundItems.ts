import { useEffect, useState } from 'react';
import type { RoadmapItem } from '../../lib/core/roadmap/roadmap-item.ts';

/**
 * The items for a text; `null` before the first answer. Until the worker has answered the newest text, the last answer is
 * narrowed here: a fast Enter must never tag with an item that the text no longer names.
 */
export function useFoundItems(text: string, find: (text: string) => Promise<readonly RoadmapItem[]>): readonly RoadmapItem[] | null {
  const wanted = text.trim();
  const [found, setFound] = useState<{ text: string; items: readonly RoadmapItem[] } | null>(null);
  useEffect(() => {
    let stale = false;
    async function ask() {
      // No answer is not "no items": Enter would offer to create what is there.
      const items = await find(wanted).catch(() => null);
      if (!stale && items !== null) setFound({ text: wanted, items });
    }
    void ask();
    return () => { stale = true; };
  }, [wanted, find]);
  if (found === null || found.text === wanted) return found?.items ?? null;
  return found.items.filter((item) => `${item.title} ${item.id}`.toLowerCase().includes(wanted.toLowerCase()));
}
