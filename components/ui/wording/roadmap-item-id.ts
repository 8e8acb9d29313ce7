import { capitalised } from '../../../lib/core/capitalised.ts';
import { itemId, LONGEST_ID } from '../../../lib/core/roadmap/tags.ts';

/** The id of a new item while its title is being written: none before there is one. `idFromTitle('Faster Checkout (EU)')` → `faster-checkout-eu` */
export function idFromTitle(title: string): string {
  return title.trim() === '' ? '' : itemId(title);
}

/** Why an id cannot be used, or `null`. */
export function idProblem(id: string): string | null {
  if (id === '') return 'Give it an id: lower-case letters, digits and dashes.';
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return 'Only lower-case letters, digits and single dashes between them.';
  if (id.length > LONGEST_ID) return `At most ${LONGEST_ID} characters.`;
  return null;
}

/** A first title for an item of which only the id is known: `titleFromId('faster-checkout')` → `Faster checkout` */
export function titleFromId(id: string): string {
  return capitalised(id.replaceAll('-', ' '));
}
