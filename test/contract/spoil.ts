/** How the next answer fails. */
export type Failure = 'server' | 'page' | 'cut' | 'drop' | 'rows' | 'secondary' | 'spent';

/** The troubles that the demo's trackers have in common. */
interface Troubles {
  serverErrors: { status: 500 | 502 | 503; times: number } | null;
  htmlInsteadOfJson: number;
  invalidJson: number;
  dropBody: number;
  malformedRows: number;
}

/** Makes the next answer fail as every tracker may; limits are each tracker's own. */
export function spoil(behaviours: Troubles, how: Failure): void {
  if (how === 'server') behaviours.serverErrors = { status: 502, times: 1 };
  if (how === 'page') behaviours.htmlInsteadOfJson = 1;
  if (how === 'cut') behaviours.invalidJson = 1;
  if (how === 'drop') behaviours.dropBody = 1;
  if (how === 'rows') behaviours.malformedRows = 2;
}
