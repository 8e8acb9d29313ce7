import type { Area } from './labels.ts';
import type { IssueTypeName } from '../model/issue.ts';
import type { Random } from './random.ts';

const SUBJECTS: Record<Area, readonly string[]> = {
  checkout: ['Address form', 'Order summary', 'Guest checkout', 'Delivery slot picker', 'Express checkout button', 'Gift message step'],
  cart: ['Cart badge', 'Voucher field', 'Saved-for-later list', 'Mini cart', 'Quantity stepper', 'Bundle discount'],
  search: ['Search box', 'Facet counter', 'Typo tolerance', 'Sort by price', 'Zero-result page', 'Search history'],
  catalogue: ['Product gallery', 'Variant picker', 'Stock indicator', 'Size guide', 'Related-products strip', 'Review summary'],
  payments: ['Apple Pay sheet', 'Card form', '3-D Secure redirect', 'Refund job', 'Invoice download', 'Klarna instalment plan'],
  accounts: ['Password reset', 'Order history', 'Wish list', 'Passkey sign-in', 'Address book', 'Newsletter opt-in'],
  shipping: ['Parcel tracking', 'Pick-up point map', 'Returns label', 'Shipping estimate', 'Customs form', 'Split delivery'],
  admin: ['Stock import', 'Price rules editor', 'Order export', 'Role editor', 'Campaign planner', 'Sales dashboard'],
  mobile: ['Bottom navigation', 'Barcode scanner', 'Push notification', 'Offline basket', 'Image zoom', 'Deep link'],
  emails: ['Order confirmation', 'Abandoned-cart mail', 'Back-in-stock alert', 'Refund notice', 'Delivery update', 'Welcome series'],
};

const SYMPTOMS = [
  'loses its input after a reload', 'shows the wrong total when a voucher is removed', 'is not announced to screen readers',
  'times out when the catalogue is re-indexed', 'ignores the saved currency', 'flickers on slow connections', 'throws on an empty basket',
  'shows prices without VAT in Switzerland', 'cannot be reached with the keyboard', 'is cut off at 200 % zoom', 'forgets the language after sign-in',
  'counts bundles twice', 'sends two requests on double click', 'breaks with addresses longer than 35 characters', 'stays in loading state in Safari 19',
  'rounds half cents down', 'shows yesterday’s stock', 'returns 500 for names with an apostrophe', 'overlaps the cookie banner', 'drops the referral code',
] as const;
const WISHES = [
  'remember the last choice', 'work without an account', 'offer a dark theme', 'show the delivery date before payment', 'support more than one recipient',
  'explain why an item is unavailable', 'load in under a second', 'accept gift cards', 'let customers undo', 'keep working offline',
  'show prices per unit', 'compare up to four products', 'be configurable per country', 'suggest the nearest store', 'group items by seller',
] as const;
const CHORES = [
  'cover with contract tests', 'move off the legacy service', 'document the failure modes', 'add metrics and an alert', 'remove the old feature flag',
  'split the 900-line module', 'upgrade to the new design tokens', 'replace polling by events', 'agree on an error budget', 'write the runbook',
] as const;

export function titleOf(type: IssueTypeName | null, area: Area, random: Random): string {
  const subject = random.pick(SUBJECTS[area]);
  if (type === 'Bug') return `${subject} ${random.pick(SYMPTOMS)}`;
  if (type === 'Task') return `${subject}: ${random.pick(CHORES)}`;
  return `${subject} should ${random.pick(WISHES)}`;
}

export function pullTitleOf(area: Area, random: Random): string {
  const subject = random.pick(SUBJECTS[area]).toLowerCase();
  return random.pick([`Fix ${subject} after the currency change`, `Make ${subject} keyboard accessible`, `Cache the ${subject} response`,
    `Add tests for ${subject}`, `Rework ${subject} on top of the new API`, `Bump the ${subject} dependencies`, `Guard ${subject} against empty answers`]);
}

/** Short Markdown made of shared pieces: V8 keeps such strings as ropes, so 50,000 bodies stay small. */
export function bodyOf(type: IssueTypeName | null, number: number, random: Random): string {
  const related = number > 3 && random.chance(0.45) ? `\n\nRelated to #${1 + random.below(number - 1)}.` : '';
  if (type === 'Bug') {
    return `### What happens\n\n${random.pick(SEEN)}\n\n### Steps\n\n1. Open the shop as a returning customer\n2. ${random.pick(STEPS)}\n3. Reload the page\n\n### Expected\n\n${random.pick(EXPECTED)}${related}`;
  }
  if (type === 'Task') return `${random.pick(REASONS)}\n\n- [ ] agree on the scope\n- [x] look at \`orders.total\` in staging\n- [ ] roll out behind a flag${related}`;
  return `### Why\n\n${random.pick(REASONS)}\n\n### What we could do\n\n${random.pick(IDEAS)}${related}`;
}

const SEEN = ['About one in forty orders is affected since Tuesday’s release.', 'Support received eleven tickets about this in a week.',
  'It fails for every second customer from Austria.', 'The page stays usable, but the number shown is wrong.'] as const;
const STEPS = ['Put two items and one bundle into the cart', 'Apply the voucher `AUTUMN10`', 'Switch the country to Switzerland', 'Open the second tab and sign out there'] as const;
const EXPECTED = ['The total stays the same and the customer is told why.', 'Nothing is lost.', 'The keyboard focus stays where it was.'] as const;
const REASONS = ['Three of our five largest sellers asked for this in the last review.', 'We lose 4 % of baskets at this step.',
  'The on-call engineer is woken by this twice a month.', 'The accessibility audit lists it as a level A finding.'] as const;
const IDEAS = ['A small change of the form is enough; no new service is needed.', 'Reuse what the mobile app does and measure for two weeks.',
  'Start with the three countries that have most orders.'] as const;

export const COMMENTS = ['I can reproduce this on staging with a fresh account.', 'The log shows `TOTAL_MISMATCH` twice within a second.',
  'Could this be the same cause as the voucher problem last month?', 'Happy to review. Please keep the old behaviour behind the flag for one release.',
  'Measured again today: 3.8 % of sessions.', 'Design is done, the frames are linked in the project.', 'Waiting for the payment provider’s answer.',
  'I would rather split this: the first half is a day of work.'] as const;
