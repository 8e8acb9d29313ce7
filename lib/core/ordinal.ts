const ENDINGS = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' } as const;
const rules = new Intl.PluralRules('en', { type: 'ordinal' });

/** `ordinal(4)` → `4th`, `ordinal(21)` → `21st`, `ordinal(112)` → `112th` */
export function ordinal(place: number): string {
  return `${place.toLocaleString('en')}${ENDINGS[rules.select(place)]}`;
}
