import type { Horizon } from '../../../lib/core/roadmap/roadmap-item.ts';

export const HORIZONS: Readonly<Record<Horizon, string>> = { now: 'Now', next: 'Next', later: 'Later' };
