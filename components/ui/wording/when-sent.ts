/** When a change leaves that waits for second thoughts first. Offline it does not, whatever the clock says: `whenSent('the label is', true)` → `the label is sent in a moment`, `whenSent('the label is', false)` → `the label is sent once you are online again` */
export function whenSent(what: string, online: boolean): string {
  return `${what} sent ${online ? 'in a moment' : 'once you are online again'}`;
}
