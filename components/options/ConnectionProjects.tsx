import type { Instant } from '../../lib/core/time.ts';
import type { ConnectionView } from '../../lib/messaging/messages.ts';
import { ageInWords } from '../ui/wording/age.ts';

interface Props {
  readonly connection: Pick<ConnectionView, 'host' | 'tracker' | 'hasToken' | 'projects'>;
  readonly now: Instant;
}

export function ConnectionProjects({ connection: { host, tracker, hasToken, projects }, now }: Props) {
  if (projects.length === 0) return <p className="muted small">No project read yet: open one on {host}.{hasToken && tracker === 'github' && ' Then test the token here: what it may write shows in a project alone.'}</p>;
  return (
    <table className="list">
      <caption className="visually-hidden">Projects read from {host}</caption>
      <thead><tr><th scope="col">Project</th><th scope="col" className="number">Issues</th><th scope="col">Read</th></tr></thead>
      <tbody>
        {projects.map((project) => (
          <tr key={project.key}><th scope="row">{project.name}</th><td className="number">{project.issues.toLocaleString('en')}</td><td>{readInWords(project, now)}</td></tr>
        ))}
      </tbody>
    </table>
  );
}

function readInWords({ syncedAt, lastReadAt }: ConnectionView['projects'][number], now: Instant): string {
  if (lastReadAt !== undefined) return `last in full ${ageInWords(lastReadAt, now)}`;
  return syncedAt === null ? 'not yet' : ageInWords(syncedAt, now);
}
