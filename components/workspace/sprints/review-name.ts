/** `reviewName('Sprint 24 (EU)')` → `review-sprint-24-eu.md` */
export function reviewName(title: string): string {
  const words = title.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 60);
  return `review-${words === '' ? 'sprint' : words}.md`;
}
