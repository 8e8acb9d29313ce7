/** Why something stays in this browser, as one text: the worker's reason often begins so already. */
export function keptHere(because: string): string {
  return because.startsWith('Kept in this browser') ? because : `Kept in this browser. ${because}`;
}
