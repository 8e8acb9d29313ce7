import type { Problem } from '../../lib/messaging/messages.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';

interface Props {
  readonly problem: Problem;
  onOptions(): void;
}

/** Nothing has been read yet because nobody is signed in to the site: one click from here. */
export function SignedOut({ problem, onOptions }: Props) {
  return (
    <section className="empty">
      <h2 className="goal">Signed out</h2>
      <p>{problem.sentence} Waymark reads Jira as you, with your browser’s own sign-in: there is nothing else to set up. A private window or a container keeps its sign-in to itself.</p>
      {problem.link !== undefined && <p><ExternalLink className="button button-primary" to={problem.link.to}>{problem.link.words}</ExternalLink></p>}
      <p className="muted">Or <button type="button" className="button button-link" onClick={onOptions}>use a token</button> instead.</p>
    </section>
  );
}
