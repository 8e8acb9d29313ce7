/**
 * A label or field name as plain words, so that `🔥 Priority: High`, `priority/high` and `priority-high` are the same: lower case, letters and digits, single spaces.
 * Emoji, emoji codes (`:fire:`) and accents go.
 *
 * `words(':fire: Prio/P1 — urgent!')` → `'prio p1 urgent'`
 */
export function words(text: string): string {
  const lower = text.toLowerCase();
  const bare = lower.includes(':') ? lower.replaceAll(/(^|\s):[a-z0-9_+-]{2,30}:/g, '$1 ') : lower;
  // Most labels are plain ASCII; at 50,000 issues the long way would be felt.
  if (ASCII.test(bare)) return bare.replaceAll("'", '').replaceAll(/[^a-z0-9]+/g, ' ').trim();
  return bare
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f'’]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const ASCII = /^[ -~]*$/;

/**
 * A number as labels and fields write it: `3`, `0.5`, `-2`, `2,000`, `80 %`, `2k`. `null` where there is none. A per cent sign is dropped: 80 % is 80.
 *
 * `readNumber('2,000')` → `2000` · `readNumber('80%')` → `80` · `readNumber('high')` → `null`
 */
export function readNumber(text: string): number | null {
  const match = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[+-]?\.\d+)\s*(k|%)?$/i.exec(text.trim());
  if (!match) return null;
  const value = Number((match[1] ?? '').replaceAll(',', '')) * (match[2]?.toLowerCase() === 'k' ? 1000 : 1);
  return Number.isFinite(value) ? value : null;
}

/**
 * A label that names something and gives it a value: parted at the last `:`, `=` or `/`, else at the last space or dash. `null` where there are not two parts.
 *
 * `labelParts('Time criticality: 8')` → `{name: 'time criticality', value: '8'}`
 */
export function labelParts(label: string): { readonly name: string; readonly value: string } | null {
  const at = Math.max(label.lastIndexOf(':'), label.lastIndexOf('='), label.lastIndexOf('/'));
  const end = at > 0 && at < label.length - 1 ? at : Math.max(label.trimEnd().lastIndexOf(' '), label.lastIndexOf('-'));
  if (end <= 0) return null;
  const name = words(label.slice(0, end));
  const value = label.slice(end + 1).trim();
  return name === '' || value === '' ? null : { name, value };
}
