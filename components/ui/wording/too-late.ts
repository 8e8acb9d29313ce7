/** What is said of a change that could not be taken back any more. */
export const TOO_LATE = 'Too late to undo: it is on its way, or there already.';
