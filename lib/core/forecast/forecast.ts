import type { PlainDate } from '../time.ts';

/**
 * When all open issues of something will be finished. `declined` says why there is no forecast; `beyond` that even the likely date lies further ahead than anybody should trust a forecast.
 * `from` counts what it stands on: the working days that were looked at, and the issues finished in them.
 */
export type Forecast =
  | { readonly state: 'forecast'; readonly p50: PlainDate; /** `null` when it lies beyond the year. */ readonly p85: PlainDate | null; readonly from: ForecastBasis }
  | { readonly state: 'beyond'; readonly because: string; readonly from: ForecastBasis }
  | { readonly state: 'declined'; readonly because: string; readonly from: ForecastBasis }
  | { readonly state: 'done' };

export interface ForecastBasis {
  readonly workingDays: number;
  readonly finished: number;
}
