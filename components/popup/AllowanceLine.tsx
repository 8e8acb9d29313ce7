import type { Instant } from '../../lib/core/time.ts';
import type { PopupView } from '../../lib/messaging/messages.ts';
import { waitInWords } from '../ui/wording/age.ts';

interface Props {
  readonly connection: PopupView['connection'];
  readonly allowance: PopupView['allowance'];
  readonly now: Instant;
  onOptions(): void;
}

/** Less than this share of the hour, and when it is full again begins to matter. */
const PLENTY = 0.25;

/** While there is plenty it takes a few words: `4,873 of 5,000 requests left`. `null` where more is to be said, or nothing. */
export function plentyInWords({ connection, allowance }: Pick<Props, 'connection' | 'allowance'>): string | null {
  if (allowance === null || connection.signIn !== 'token' || connection.state === 'unauthorised' || allowance.remaining < PLENTY * allowance.limit) return null;
  return leftInWords(allowance);
}

function leftInWords({ remaining, limit }: NonNullable<Props['allowance']>, kind = ''): string {
  return `${remaining.toLocaleString('en')} of ${limit.toLocaleString('en')} ${kind}requests left`;
}

/** What is left of the hour; without a token, what one would add. */
export function AllowanceLine({ connection, allowance, now, onOptions }: Props) {
  if (connection.signIn === 'token' && connection.state === 'unauthorised') return <p><button type="button" className="button button-link" onClick={onOptions}>Add a new token</button> <span className="muted">to read and write again.</span></p>;
  if (allowance === null) return null;
  const anonymous = connection.signIn === 'none';
  const resting = anonymous && allowance.remaining <= allowance.reserve;
  return (
    <div className="muted">
      {/* One text: of several, those behind a number would move with it. */}
      <p>{`${leftInWords(allowance, anonymous ? 'anonymous ' : '')}${connection.tracker === 'github' ? ' this hour' : ''}, full again ${waitInWords(allowance.resetAt, now)}.${resting ? ` The last ${allowance.reserve} are kept for pages that you open.` : ''}`}</p>
      {anonymous && connection.tracker === 'github' && <p><button type="button" className="button button-link" onClick={onOptions}>Add a token</button> for private repositories, 5,000 requests an hour and writing tags and goals.</p>}
    </div>
  );
}
