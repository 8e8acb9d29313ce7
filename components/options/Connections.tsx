import type { Instant } from '../../lib/core/time.ts';
import type { ConnectionView } from '../../lib/messaging/messages.ts';
import { AddConnection } from './AddConnection.tsx';
import { ConnectionItem } from './ConnectionItem.tsx';
import type { OptionsEvents } from './options-events.ts';
import { Section } from './Section.tsx';

interface Props {
  readonly connections: readonly ConnectionView[];
  /** The site that somebody came here to connect. */
  readonly wanted: string;
  readonly now: Instant;
  readonly events: OptionsEvents;
}

const INTRO = 'Public repositories on github.com need none, and neither does a Jira of Atlassian’s cloud where your browser is signed in. A token adds private repositories, 5,000 requests an hour on GitHub, and writing there: tags become labels that the team sees.';

export function Connections({ connections, wanted, now, events }: Props) {
  const github = connections.find((connection) => connection.host === 'github.com');
  return (
    <Section id="connections" title="Connections" intro={INTRO}>
      {connections.map((connection) => <ConnectionItem key={connection.host} connection={connection} now={now} events={events} />)}
      <div className="box">
        <h3>Add a connection</h3>
        <AddConnection site={wanted !== '' ? wanted : github === undefined ? 'github.com' : ''} onConnect={events.onConnect} />
      </div>
    </Section>
  );
}
