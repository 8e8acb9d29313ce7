import { useCallback } from 'react';
import type { IssueKey } from '../../lib/core/issue.ts';
import { request } from '../../lib/messaging/client.ts';
import type { CardItem } from '../../lib/messaging/messages.ts';
import { useReading } from '../ui/useReading.ts';

/** What the card says of its roadmap item besides: asked for once the card itself is there, which must not wait for it. `null` until then, and where it cannot be read. */
export function useItemBrief(key: IssueKey, item: string | null): CardItem | null {
  const { answer } = useReading(useCallback(async () => (item === null ? null : request('cardItem', { key })), [key, item]));
  const brief = answer?.value ?? null;
  // The answer to the tag before may still stand there.
  return brief?.entry.item.id === item ? brief : null;
}
