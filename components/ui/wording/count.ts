/** `count(1, 'issue')` → `1 issue`, `count(1234, 'issue')` → `1,234 issues`, `count(2, 'entry', 'entries')` → `2 entries` */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}
