import { useId, useState } from 'react';
import type { Problem } from '../../lib/messaging/messages.ts';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { hostFromText } from './host-from-text.ts';
import { TokenHelp } from './TokenHelp.tsx';

interface Props {
  readonly host: string;
  /** The site is given; only its token is asked for. */
  readonly fixed?: boolean;
  onConnect(host: string, token: string | null): Promise<Problem | null>;
}

/** A site and its token, checked the moment they are given. */
export function AddConnection({ host: first, fixed = false, onConnect }: Props) {
  const [site, setSite] = useState(first);
  const [token, setToken] = useState('');
  const [problem, setProblem] = useState<Pick<Problem, 'sentence' | 'action'> | null>(null);
  const [busy, setBusy] = useState(false);
  const ids = useId();
  const host = hostFromText(site);
  async function connect() {
    if (host === null) return setProblem({ sentence: `“${site}” is not the address of a site.`, action: 'Give a host, for instance github.com or git.example.com.' });
    setBusy(true);
    const failed = await onConnect(host, token.trim() === '' ? null : token.trim());
    setBusy(false);
    setProblem(failed);
    if (failed !== null) return;
    setToken('');
    if (!fixed) setSite('');
  }
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); void connect(); }}>
      <div className="connection-fields">
        {!fixed && <div className="field"><label htmlFor={`${ids}-host`}>Site</label><input id={`${ids}-host`} className="input" value={site} placeholder="github.com or git.example.com" autoComplete="off" spellCheck={false} required onChange={(event) => setSite(event.target.value)} /></div>}
        <div className="field"><label htmlFor={`${ids}-token`}>Token{!fixed && <span className="muted"> (leave empty for public reading)</span>}</label><input id={`${ids}-token`} className="input" type="password" value={token} placeholder="github_pat_…" autoComplete="off" spellCheck={false} required={fixed} onChange={(event) => setToken(event.target.value)} /></div>
        <button type="submit" className="button button-primary" disabled={busy}>{busy ? 'Checking …' : fixed ? 'Check and save' : 'Connect'}</button>
      </div>
      {problem !== null && <ProblemNote problem={problem} tone="late" />}
      <TokenHelp host={host ?? 'github.com'} />
    </form>
  );
}
