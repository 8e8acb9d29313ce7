import { SIGN_INS, type SignIn, type SiteKind } from './sign-in.ts';

interface Props {
  readonly kind: SiteKind;
  readonly name: string;
  readonly way: SignIn;
  onChange(way: SignIn): void;
}

/** How to sign in, in plain words; nothing is asked where there is but one way. */
export function SignInChoice({ kind, name, way, onChange }: Props) {
  if (SIGN_INS[kind].length === 1) return null;
  return (
    <fieldset className="sign-ins">
      <legend className="field-label">How do you sign in?</legend>
      {SIGN_INS[kind].map((one) => (
        <label key={one} className="sign-in">
          <input type="radio" name={name} value={one} checked={one === way} aria-labelledby={`${name}-${one}`} aria-describedby={`${name}-${one}-is`} onChange={() => onChange(one)} />
          <strong id={`${name}-${one}`}>{TITLES[one]}</strong>
          <span id={`${name}-${one}-is`} className="muted">{hintOf(one, kind)}</span>
        </label>
      ))}
    </fieldset>
  );
}

const TITLES: Readonly<Record<SignIn, string>> = {
  session: 'Use my browser’s sign-in',
  'api-token': 'Email address and API token',
  token: 'Personal access token',
};

/** `hintOf('session', 'jira-cloud')` → `Nothing to set up. Waymark reads and writes as you, as long as …` */
function hintOf(way: SignIn, kind: SiteKind): string {
  if (way === 'session') return kind === 'unknown' ? 'Nothing to set up. On Jira, Waymark then works as you; on a GitHub Enterprise Server it reads what is public.' : 'Nothing to set up. Waymark reads and writes as you, as long as this browser is signed in.';
  if (way === 'api-token') return `${kind === 'unknown' ? 'For Jira Cloud under a name of its own. ' : ''}Works without being signed in, with your own rights, until the token expires.`;
  return kind === 'unknown' ? 'For Jira Data Center 8.14 or later, and for GitHub Enterprise Server.' : 'Works without being signed in, with your own rights, until the token expires.';
}
