import type { FlowView } from '../../lib/messaging/messages.ts';
import { count } from '../ui/wording/count.ts';

/** `ageOf({ageDays: 9, ageFrom: 'created', …})` → `9 days since it was created` */
export function ageOf({ ageDays, ageFrom }: Pick<FlowView['inProgress'][number], 'ageDays' | 'ageFrom'>): string {
  if (ageFrom === 'created') return ageDays === 0 ? 'created today' : `${count(ageDays, 'day')} since it was created`;
  if (ageDays === 0) return 'since today';
  return ageFrom === 'latest-history' ? `at least ${count(ageDays, 'day')}` : count(ageDays, 'day');
}
