/** `bytesInWords(3_400_000)` → `3.4 MB`, `bytesInWords(null)` → `size unknown` */
export function bytesInWords(bytes: number | null): string {
  if (bytes === null) return 'size unknown';
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
