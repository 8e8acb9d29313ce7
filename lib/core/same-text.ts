/** Whether two texts say the same to whoever reads them: trackers keep what a form sent, with its line ends, and drop the blanks around it. `sameText('Pay.\r\nShip. ', 'Pay.\nShip.')` → `true` */
export function sameText(one: string, other: string): boolean {
  return one.replace(/\r\n?/g, '\n').trim() === other.replace(/\r\n?/g, '\n').trim();
}
