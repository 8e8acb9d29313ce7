import type { ProjectKey } from '../../lib/core/issue.ts';
import type { Problem, SettingsView } from '../../lib/messaging/messages.ts';
import type { NamedSite } from './site-from-text.ts';

export type ImportAnswer = { readonly ok: true; readonly summary: string } | { readonly ok: false; readonly problem: Problem };

/** Everything a person can do on the options page. Settings change a draft; only Save stores it. */
export interface OptionsEvents {
  /** Asks the browser for the host where needed; must be called straight from a click. Answers what stood in the way. */
  onConnect(site: NamedSite, token: string | null): Promise<Problem | null>;
  /** Asks the browser for a site that it does not let us on; must be called straight from a click. */
  onAllow(host: string): void;
  onTest(host: string): Promise<Problem | null>;
  onRemoveToken(host: string): void;
  onForget(host: string): void;
  onDraft(settings: SettingsView): void;
  onSave(): void;
  onDiscard(): void;
  onPreviewProject(project: ProjectKey): void;
  onExport(): void;
  onImport(json: string, apply: boolean): Promise<ImportAnswer>;
  onDiagnostics(): Promise<string | null>;
  onReload(): void;
}
