import type { RoadmapFileView } from '../../../lib/messaging/roadmap-file-messages.ts';
import { Section } from '../Section.tsx';
import { RoadmapFile, type RoadmapFileEvents } from './RoadmapFile.tsx';

interface Props {
  readonly files: readonly RoadmapFileView[];
  readonly events: RoadmapFileEvents;
}

/** The roadmaps of all repositories and Jira projects that are read with a sign-in. */
export function RoadmapFiles({ files, events }: Props) {
  return (
    <Section id="roadmap-file" title="Roadmap file" intro="A team keeps its roadmap, weights, thresholds and calendar in a reviewed file of its repository, or in its Jira project, so that everybody’s badges agree. What you change here stays yours until it is proposed and merged.">
      {files.length === 0 && <p className="muted">Connect GitHub with a token and open a repository, or open a Jira project: its roadmap shows here.</p>}
      {files.map((file) => <RoadmapFile key={file.project} file={file} events={events} />)}
    </Section>
  );
}
