import type { RoadmapItemView, RoadmapView } from '../../../../lib/messaging/messages.ts';

/** What was written and what was computed of each item, apart from each other, for another tool. */
export function roadmapAsJson({ aim, today }: Pick<RoadmapView, 'aim' | 'today'>, entries: readonly RoadmapItemView[]): string {
  const items = entries.map(({ item: { createdAt: _c, updatedAt: _u, ...item }, progress, health, forecast, flags }) => ({ ...item, computed: { progress, health, forecast, flags } }));
  return `${JSON.stringify({ aim, asOf: today, items }, null, 2)}\n`;
}
