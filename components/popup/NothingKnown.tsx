import type { Instant } from '../../lib/core/time.ts';
import type { PopupView } from '../../lib/messaging/messages.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { momentInWords } from '../ui/wording/days-left.ts';

interface Props {
  readonly name: string;
  /** When all of it was last read, where it once was. */
  readonly lastReadAt: Instant | null;
  readonly connection: PopupView['connection'];
  onOptions(): void;
}

/** A project that we may not see, or that is none. */
export function NothingKnown({ name, lastReadAt, connection, onOptions }: Props) {
  const { link, signIn, tracker } = connection;
  return (
    <section className="empty">
      <h2 className="goal">{lastReadAt === null ? 'Nothing known here' : 'Not read any more'}</h2>
      <p>{whyNothing(name, connection)}</p>
      {lastReadAt !== null && <p>What was read of it until {momentInWords(lastReadAt)} is kept, and so is all that you made of it: both show again once it can be read.</p>}
      {link && signIn === 'none' && <p><ExternalLink className="button button-primary" to={link.to}>{link.words}</ExternalLink></p>}
      <p><button type="button" className={`button ${tracker === 'github' && signIn === 'none' ? 'button-primary' : ''}`} onClick={onOptions}>{signIn === 'none' ? 'Add a token that can read it' : 'See how you are signed in'}</button></p>
    </section>
  );
}

/** `whyNothing('SHOP', {host: 'acme.atlassian.net', tracker: 'jira', signIn: 'session'})` → `Your account on acme.atlassian.net may not see SHOP, or …` */
export function whyNothing(name: string, { host, tracker, signIn }: Pick<PopupView['connection'], 'host' | 'tracker' | 'signIn'>): string {
  if (tracker === 'jira' && signIn !== 'none') return `Your ${signIn === 'session' ? 'account on' : 'token for'} ${host} may not see ${name}, or there is no such project. It takes the permission “Browse projects”; an administrator of the project can give it.`;
  if (tracker === 'jira') return `You are not signed in to ${host} in this browser, and it shows ${name} to nobody else.`;
  if (signIn === 'none') return `${name} is private, or it does not exist. Without a token Waymark sees public repositories only, and it stays silent elsewhere.`;
  return `The token for ${host} may not see ${name}, or it does not exist.`;
}
