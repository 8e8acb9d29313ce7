/** How people call a site: `GitHub` for github.com, else its host. */
export function trackerName(host: string): string {
  return host === 'github.com' ? 'GitHub' : host;
}
