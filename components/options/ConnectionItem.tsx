import { useState } from 'react';
import type { Instant } from '../../lib/core/time.ts';
import type { ConnectionView, Problem } from '../../lib/messaging/messages.ts';
import { AllowSite } from '../ui/AllowSite.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { AddConnection } from './AddConnection.tsx';
import { aboutConnection, lackOf, planningLack, readOnlyIn, siteInWords, stateOf } from './connection-words.ts';
import { ConnectionProjects } from './ConnectionProjects.tsx';
import { ForgetSite } from './ForgetSite.tsx';
import type { OptionsEvents } from './options-events.ts';
import { RemoveToken } from './RemoveToken.tsx';
import { kindOf, SIGN_INS } from './sign-in.ts';

interface Props {
  readonly connection: ConnectionView;
  readonly now: Instant;
  readonly events: OptionsEvents;
}

/** One tracker site: how we sign in, what it may do, what was read from it. */
export function ConnectionItem({ connection, now, events }: Props) {
  const [tokenOpen, setTokenOpen] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [testing, setTesting] = useState(false);
  const { host, tracker, signIn, state, missing, hasToken, projects } = connection;
  const { words, Icon } = stateOf(connection);
  const kind = kindOf(connection);
  const barred = readOnlyIn(projects);
  // Where the browser lets nobody through, that is what a failed test comes from.
  const shown = connection.problem?.allow === undefined ? (problem ?? connection.problem) : connection.problem;
  async function test() {
    if (testing) return;
    setTesting(true);
    setProblem(null);
    setProblem(await events.onTest(host));
    setTesting(false);
  }
  return (
    <article className="box" aria-label={host}>
      <div className="row row-wrap">
        <h3>{host}</h3>
        <span className="muted small">{siteInWords(connection)}</span>
        <span className={`row connection-state connection-${state}`}><Icon />{words}</span>
        <span className="push row row-wrap">
          {(hasToken || tracker === 'jira') && <button type="button" className="button" aria-disabled={testing} onClick={() => void test()}>{testing ? 'Testing …' : 'Test'}</button>}
          <button type="button" className="button" aria-expanded={tokenOpen} onClick={() => setTokenOpen(!tokenOpen)}>{hasToken ? 'Replace token …' : signIn === 'session' ? 'Use a token …' : 'Add a token …'}</button>
          {hasToken && <RemoveToken host={host} tracker={tracker} onRemove={() => events.onRemoveToken(host)} />}
        </span>
      </div>
      <p className="muted">{aboutConnection(connection, now)}</p>
      {missing.length > 0 && <ProblemNote problem={lackOf(connection)} />}
      {barred !== null && <ProblemNote problem={barred} />}
      {connection.planningNeeds != null && <p className="muted small">{planningLack(connection.planningNeeds)}</p>}
      {shown !== null && <ProblemNote problem={shown} tone="late">{shown.allow !== undefined && <AllowSite host={shown.allow} onAllow={events.onAllow} />}</ProblemNote>}
      {tokenOpen && <AddConnection fixed={{ host, kind }} site={host} {...(tracker === 'jira' ? { way: SIGN_INS[kind][1] ?? 'token' } : {})} onLeave={() => setTokenOpen(false)} onConnect={async (site, token) => {
        const failed = await events.onConnect(site, token);
        if (failed === null) setTokenOpen(false);
        return failed;
      }} />}
      <ConnectionProjects connection={connection} now={now} />
      <ForgetSite host={host} tracker={tracker} hasToken={hasToken} projects={projects.length} onForget={() => events.onForget(host)} />
    </article>
  );
}
