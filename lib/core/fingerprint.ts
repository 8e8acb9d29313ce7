/**
 * A short text that stands for a value: equal JSON gives equal text on every machine, and two values in ten thousand million million share one by chance (53 bits of
 * cyrb53, public domain, by bryc). Not for secrets.
 *
 * `fingerprint(['signals', 1])` → `'deuiktvvkm'`: always the same ten letters and digits or so
 */
export function fingerprint(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
