import { Section } from './Section.tsx';

export function Privacy() {
  return (
    <Section id="privacy" title="Privacy" intro="There is no server of ours, no account and no telemetry.">
      <div className="box prose stack">
        <p>Waymark talks to the trackers you connect, and to nothing else. What it reads stays in this browser; what it writes is only what you asked for, and it says first what that will be. Waymark does not run in private windows.</p>
        <p>Tokens are kept in the extension’s own storage. They are sent to their own tracker only, and never appear in a page, a log, the diagnostics or an export.</p>
      </div>
    </Section>
  );
}
