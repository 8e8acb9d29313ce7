/** A place in words, with the thousands apart, the same on the pages of trackers and on ours: `ordinal(4)` → `4th` · `ordinal(112)` → `112th` · `ordinal(1003)` → `1,003rd` */
export function ordinal(place: number): string {
  const tens = place % 100;
  const ending = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th');
  return `${place.toLocaleString('en')}${ending}`;
}
