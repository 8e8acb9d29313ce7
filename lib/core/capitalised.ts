/** The text with a capital first, the rest as it is: `capitalised('at risk')` → `At risk` */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
