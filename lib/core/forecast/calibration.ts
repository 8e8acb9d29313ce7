/** Of the forecasts that said “with so many percent at least x”, how many came true. */
export interface Calibration {
  readonly percent: 50 | 85 | 95;
  readonly held: number;
  readonly of: number;
}

/** How forecasts made at past moments compare with what then happened. */
export interface BackTest {
  /** At 50, 85 and 95 %. */
  readonly levels: readonly Calibration[];
  /** The past sprints that could be forecast. */
  readonly sprints: number;
  /** Those that could not, for want of history. */
  readonly declined: number;
}
