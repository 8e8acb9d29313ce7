/** A roadmap item's id from its title; it is also the label `roadmap:<id>`, which GitHub ends at 50 characters. `roadmapItemId('Faster Checkout (EU)')` → `faster-checkout-eu` */
export function roadmapItemId(title: string): string {
  const words = title.replaceAll('ß', 'ss').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return words.slice(0, 40).replace(/^-+|-+$/g, '');
}

/** Why an id cannot be used, or `null`. */
export function idProblem(id: string): string | null {
  if (id === '') return 'Give it an id: lower-case letters, digits and dashes.';
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return 'Only lower-case letters, digits and single dashes between them.';
  if (id.length > 40) return 'At most 40 characters.';
  return null;
}

/** A first title for an item of which only the id is known: `titleFromId('faster-checkout')` → `Faster checkout` */
export function titleFromId(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
