import type { Severity } from '../risk/risk.ts';

/** A strategic flag of one roadmap item, or of the roadmap as a whole. */
export interface RoadmapFlag {
  readonly rule: string;
  readonly label: string;
  readonly severity: Severity;
  /** One sentence with numbers. */
  readonly reason: string;
}
