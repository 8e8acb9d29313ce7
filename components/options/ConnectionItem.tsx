import { useState } from 'react';
import type { Instant } from '../../lib/core/time.ts';
import type { ConnectionView, Problem } from '../../lib/messaging/messages.ts';
import { CheckIcon, NoteIcon, RiskIcon } from '../ui/icons.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { ageInWords, waitInWords } from '../ui/wording/age.ts';
import { AddConnection } from './AddConnection.tsx';
import { ConnectionProjects } from './ConnectionProjects.tsx';
import { ForgetSite } from './ForgetSite.tsx';
import type { OptionsEvents } from './options-events.ts';

interface Props {
  readonly connection: ConnectionView;
  readonly now: Instant;
  readonly events: OptionsEvents;
}

const STATES = {
  ok: { words: 'Works', Icon: CheckIcon },
  unauthorised: { words: 'Token refused', Icon: RiskIcon },
  unchecked: { words: 'Not checked yet', Icon: NoteIcon },
  anonymous: { words: 'No token', Icon: NoteIcon },
} as const;

/** One tracker site: how we sign in, what it may do, what was read from it. */
export function ConnectionItem({ connection, now, events }: Props) {
  const [tokenOpen, setTokenOpen] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [testing, setTesting] = useState(false);
  const { host, login, tokenKind, state, missing, expiresAt, checkedAt, hasToken, allowance, projects } = connection;
  const { words, Icon } = STATES[state];
  async function test() {
    setTesting(true);
    setProblem(await events.onTest(host));
    setTesting(false);
  }
  return (
    <article className="box" aria-label={host}>
      <div className="row row-wrap">
        <h3>{host}</h3>
        <span className={`row connection-state connection-${state}`}><Icon />{words}</span>
        <span className="push row">
          {hasToken && <button type="button" className="button" disabled={testing} onClick={() => void test()}>{testing ? 'Testing …' : 'Test'}</button>}
          <button type="button" className="button" aria-expanded={tokenOpen} onClick={() => setTokenOpen(!tokenOpen)}>{hasToken ? 'Replace token …' : 'Add a token …'}</button>
          {hasToken && <button type="button" className="button button-danger" onClick={() => events.onRemoveToken(host)}>Remove token</button>}
        </span>
      </div>
      <p className="muted">
        {[
          login === null ? null : `Signed in as ${login}`,
          tokenKind === null ? null : `${tokenKind} token`,
          expiresAt === null ? null : expiresAt < now ? 'expired' : `expires ${new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' }).format(expiresAt)}`,
          checkedAt === null ? null : `checked ${ageInWords(checkedAt, now)}`,
          allowance === null ? null : `${allowance.remaining.toLocaleString('en')} of ${allowance.limit.toLocaleString('en')} requests left, full again ${waitInWords(allowance.resetAt, now)}`,
        ].filter((part) => part !== null).join(' · ') || 'Reads public repositories anonymously.'}
      </p>
      {missing.length > 0 && <ProblemNote problem={{ sentence: `The token lacks: ${missing.join(', ')}.`, action: 'Until it has that, tags and goals stay in this browser.' }} />}
      {problem !== null && <ProblemNote problem={problem} tone="late" />}
      {tokenOpen && <AddConnection fixed host={host} onConnect={async (at, token) => {
        const failed = await events.onConnect(at, token);
        if (failed === null) setTokenOpen(false);
        return failed;
      }} />}
      <ConnectionProjects host={host} projects={projects} now={now} />
      <ForgetSite host={host} hasToken={hasToken} projects={projects.length} onForget={() => events.onForget(host)} />
    </article>
  );
}
