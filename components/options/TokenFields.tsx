import { useId } from 'react';
import type { Given, SignIn, SiteKind } from './sign-in.ts';

interface Props {
  readonly way: SignIn;
  readonly kind: SiteKind;
  readonly required: boolean;
  readonly given: Given;
  onChange(given: Given): void;
}

/** What the chosen way in asks for: nothing, a token, or an email address and a token. */
export function TokenFields({ way, kind, required, given, onChange }: Props) {
  const ids = useId();
  if (way === 'session') return null;
  return (
    <>
      {way === 'api-token' && <div className="field"><label htmlFor={`${ids}-email`}>Email address of the account</label><input id={`${ids}-email`} className="input" type="email" value={given.email} placeholder="you@example.com" autoComplete="off" spellCheck={false} required onChange={(event) => onChange({ ...given, email: event.target.value })} /></div>}
      <div className="field"><label htmlFor={`${ids}-token`}>{way === 'api-token' ? 'API token' : 'Token'}{!required && <span className="muted"> (leave empty for public reading)</span>}</label><input id={`${ids}-token`} className="input" type="password" value={given.token} placeholder={way === 'api-token' ? 'ATATT3x…' : kind === 'github' ? 'github_pat_…' : ''} autoComplete="off" spellCheck={false} required={required} onChange={(event) => onChange({ ...given, token: event.target.value })} /></div>
    </>
  );
}
