/** As many as a column shows at first: a long one grows by as many at a time, so that 500 items do not weigh on the page. */
export const AT_ONCE = 40;
/** The same of the timeline's rows. */
export const ROWS_AT_ONCE = 80;
