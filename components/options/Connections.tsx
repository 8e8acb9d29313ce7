import type { Instant } from '../../lib/core/time.ts';
import type { ConnectionView } from '../../lib/messaging/messages.ts';
import { AddConnection } from './AddConnection.tsx';
import { ConnectionItem } from './ConnectionItem.tsx';
import type { OptionsEvents } from './options-events.ts';
import { Section } from './Section.tsx';

interface Props {
  readonly connections: readonly ConnectionView[];
  readonly now: Instant;
  readonly events: OptionsEvents;
}

export function Connections({ connections, now, events }: Props) {
  const github = connections.find((connection) => connection.host === 'github.com');
  return (
    <Section id="connections" title="Connections" intro="Public repositories on github.com need none. A token adds private repositories, 5,000 requests an hour, and writing: tags become labels that the team sees.">
      {connections.map((connection) => <ConnectionItem key={connection.host} connection={connection} now={now} events={events} />)}
      <div className="box">
        <h3>Add a connection</h3>
        <AddConnection host={github === undefined ? 'github.com' : ''} onConnect={events.onConnect} />
      </div>
    </Section>
  );
}
