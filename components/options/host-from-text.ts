/** A tracker's host from what people paste: `hostFromText('https://Git.Acme.com/team/shop')` → `git.acme.com`; `null` when there is none. */
export function hostFromText(text: string): string | null {
  const trimmed = text.trim();
  const address = /^[a-z]+:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (trimmed === '' || !URL.canParse(address)) return null;
  const { host, protocol, hostname } = new URL(address);
  const named = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/.test(hostname) && hostname.includes('.');
  return protocol === 'https:' && named ? host : null;
}
