import type { SiteView } from '../../lib/messaging/messages.ts';

interface Props {
  readonly name: string;
  readonly site: SiteView;
  onOptions(): void;
}

/** A project that we may not see, or that is none. */
export function NothingKnown({ name, site, onOptions }: Props) {
  return (
    <section className="empty">
      <h2 className="goal">Nothing known here</h2>
      <p>{whyNothing(name, site)}</p>
      <p><button type="button" className="button button-primary" onClick={onOptions}>{site.signIn === 'none' ? 'Add a token that can read it' : 'See how you are signed in'}</button></p>
    </section>
  );
}

/** `whyNothing('SHOP', {host: 'acme.atlassian.net', tracker: 'jira', signIn: 'session'})` → `Your account on acme.atlassian.net may not see SHOP, or …` */
export function whyNothing(name: string, { host, tracker, signIn }: SiteView): string {
  if (tracker === 'jira') return `Your ${signIn === 'session' ? 'account on' : 'token for'} ${host} may not see ${name}, or there is no such project. It takes the permission “Browse projects”; an administrator of the project can give it.`;
  if (signIn === 'none') return `${name} is private, or it does not exist. Without a token Waymark sees public repositories only, and it stays silent elsewhere.`;
  return `The token for ${host} may not see ${name}, or it does not exist.`;
}
