import { useEffect, useId, useRef, useState } from 'react';
import type { Problem } from '../../lib/messaging/messages.ts';
import { LeavableForm } from '../ui/LeavableForm.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { kindOfHost, SIGN_INS, tokenOf, type SignIn, type SiteKind } from './sign-in.ts';
import { SignInChoice } from './SignInChoice.tsx';
import { siteFromText, type NamedSite } from './site-from-text.ts';
import { TokenFields } from './TokenFields.tsx';
import { TokenHelp } from './TokenHelp.tsx';

interface Props {
  /** The site is given and known: only how to sign in is asked for. */
  readonly fixed?: { readonly host: string; readonly kind: SiteKind };
  /** What stands in the field to begin with. */
  readonly site: string;
  readonly way?: SignIn;
  onConnect(site: NamedSite, token: string | null): Promise<Problem | null>;
  /** Where it was opened and can be left. */
  readonly onLeave?: () => void;
}

/** A site and how to sign in to it, checked the moment they are given. */
export function AddConnection({ fixed, site: first, way: wanted, onConnect, onLeave }: Props) {
  const [text, setText] = useState(first);
  const [way, setWay] = useState<SignIn | null>(wanted ?? null);
  const [given, setGiven] = useState({ email: '', token: '' });
  const [problem, setProblem] = useState<Pick<Problem, 'sentence' | 'action' | 'link'> | null>(null);
  const [busy, setBusy] = useState(false);
  const ids = useId();
  const fields = useRef<HTMLDivElement>(null);
  const isOpened = onLeave !== undefined;
  // Whoever opened it has the token at hand.
  useEffect(() => { if (isOpened) fields.current?.querySelector('input')?.focus(); }, [isOpened]);
  const site = fixed === undefined ? siteFromText(text) : { host: fixed.host, context: '' };
  // How to sign in depends on where: nothing is asked before that is known.
  const kind = fixed?.kind ?? (site === null ? null : kindOfHost(site.host));
  const ways = SIGN_INS[kind ?? 'unknown'];
  const chosen = way !== null && ways.includes(way) ? way : ways[0];
  function choose(other: SignIn) {
    setWay(other);
    // It is of another kind, and the field that would show that it is still here may be gone.
    setGiven({ ...given, token: '' });
  }
  async function connect() {
    if (busy) return;
    if (site === null) return setProblem({ sentence: `“${text}” is not the address of a site.`, action: 'Give a host, for instance github.com, acme.atlassian.net or jira.example.com.' });
    setBusy(true);
    setProblem(null);
    const failed = await onConnect(site, tokenOf(chosen, given));
    setBusy(false);
    setProblem(failed);
    if (failed !== null) return;
    setGiven({ email: '', token: '' });
    if (fixed === undefined) setText('');
  }
  return (
    <LeavableForm className="stack connection-form" onLeave={onLeave} onSubmit={(event) => { event.preventDefault(); void connect(); }}>
      {fixed === undefined && <div className="field"><label htmlFor={`${ids}-host`}>Site</label><input id={`${ids}-host`} className="input" value={text} placeholder="github.com, acme.atlassian.net or any address of your Jira" autoComplete="off" spellCheck={false} required onChange={(event) => setText(event.target.value)} /></div>}
      {kind !== null && <SignInChoice kind={kind} name={`${ids}-way`} way={chosen} onChange={choose} />}
      <div ref={fields} className="connection-fields">
        {kind !== null && <TokenFields way={chosen} kind={kind} required={fixed !== undefined || kind !== 'github'} given={given} onChange={setGiven} />}
        <button type="submit" className="button button-primary" aria-disabled={busy}>{busy ? 'Checking …' : fixed === undefined ? 'Connect' : 'Check and save'}</button>
      </div>
      {problem !== null && <ProblemNote problem={problem} tone="late" />}
      {site !== null && kind !== null && <TokenHelp host={site.host} context={site.context} kind={kind} way={chosen} />}
    </LeavableForm>
  );
}
