/** A board in a sentence: `boardName('Checkout')` → `board Checkout`; many are called `SHOP board` already. */
export function boardName(name: string): string {
  return /\bboard\b/i.test(name) ? name : `board ${name}`;
}
