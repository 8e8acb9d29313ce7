import type { IssueKey, ProjectKey } from '../core/issue.ts';
import type { Thresholds } from '../core/risk/risk.ts';
import type { ModelInput } from '../core/scoring/score.ts';
import type { CalendarSettings, Instant } from '../core/time.ts';
import type { PopupView } from './popup-messages.ts';
import type { Problem, SiteView } from './shared-views.ts';

export interface ConnectionView extends SiteView {
  /** Of Jira: which of its two kinds, as far as is known. */
  readonly flavour: 'cloud' | 'data-center' | null;
  readonly login: string | null;
  readonly tokenKind: string | null;
  readonly state: 'ok' | 'unauthorised' | 'unchecked' | 'anonymous';
  readonly missing: readonly string[];
  /** What the token lacks to read Projects, so that iterations are no sprints; absent or `null` where it may, or nobody has asked. */
  readonly planningNeeds?: string | null;
  /** What a person has to do before it works again, where that is not here. */
  readonly problem: Problem | null;
  readonly expiresAt: Instant | null;
  readonly checkedAt: Instant | null;
  readonly hasToken: boolean;
  readonly allowance: PopupView['allowance'];
  readonly projects: readonly { readonly key: ProjectKey; readonly name: string; readonly issues: number; readonly syncedAt: Instant | null; /** All of it was read until then, and cannot be any more. */ readonly lastReadAt?: Instant; /** Why nothing can be changed there. */ readonly readOnly?: string }[];
}

export interface ModelView {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly formula: string;
  readonly source: string;
  readonly inputs: readonly ModelInput[];
  readonly weighted: boolean;
}

export interface OptionsView {
  readonly connections: readonly ConnectionView[];
  readonly models: readonly ModelView[];
  /** The one that counts while nobody has chosen. */
  readonly defaultModel: string;
  readonly settings: SettingsView;
  readonly rules: readonly { readonly id: string; readonly kind: 'execution' | 'strategic'; readonly label: string; readonly source: string }[];
  readonly thresholds: readonly { readonly id: keyof Thresholds; readonly label: string; readonly unit: string; readonly source: string; readonly standard: number; readonly min: number; readonly max: number }[];
  readonly store: { readonly issues: number; readonly bytes: number | null };
}

export interface SettingsView {
  readonly model: string;
  readonly weights: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly thresholds: Thresholds;
  readonly calendar: CalendarSettings;
  readonly mutedRules: readonly string[];
}

/** An issue under other weights or another model: its scores as text, and its place among those that were ranked. */
export interface PreviewRow {
  readonly key: IssueKey;
  readonly reference: string;
  readonly title: string;
  readonly url: string;
  readonly before: string;
  readonly after: string;
  /** `null` without a score. */
  readonly place: number | null;
  /** Places won (positive) or lost; `null` where there was no place before, or is none after. */
  readonly won: number | null;
}

/** What other weights, or another model, would do to a backlog. */
export interface ModelPreview {
  /** So many were ranked: all that are open, or of very many those that score best now. */
  readonly ranked: number;
  readonly open: number;
  /** The first of the new order. */
  readonly first: readonly PreviewRow[];
  readonly winners: readonly PreviewRow[];
  readonly losers: readonly PreviewRow[];
  readonly moved: number;
  /** Issues that have a score now and would have none. */
  readonly unscored: number;
}

/** The options' requests, from our own pages only. */
export interface OptionsMessages {
  options: { request: null; response: OptionsView };
  /** `token`: for Jira Cloud `email:token`; `null` for none, which on Jira means the browser's own session. `context`: where it is installed below its host, `/jira`. */
  connect: { request: { host: string; token: string | null; context?: string | undefined }; response: { ok: true; connection: ConnectionView } | { ok: false; problem: Problem } };
  testConnection: { request: { host: string }; response: { ok: true; connection: ConnectionView } | { ok: false; problem: Problem } };
  removeToken: { request: { host: string }; response: null };
  forgetSite: { request: { host: string }; response: { removed: number } };
  saveSettings: { request: SettingsView; response: null };
  preview: { request: { model: string; weights: Record<string, number>; project: ProjectKey | null }; response: ModelPreview };
  exportData: { request: null; response: { json: string; name: string } };
  importData: { request: { json: string; apply: boolean }; response: { ok: true; summary: string } | { ok: false; problem: Problem } };
  diagnostics: { request: null; response: { text: string } };
}
