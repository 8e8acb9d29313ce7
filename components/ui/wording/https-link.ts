/** The address when it is a plain https: link, else `null`: whatever a tracker sent, nothing else becomes a link. */
export function httpsLink(address: string): string | null {
  const url = URL.parse(address);
  return url?.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null;
}
