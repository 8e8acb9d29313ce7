import type { JiraPerson } from '../model/person.ts';
import type { JiraSite } from '../model/site.ts';

/** For whom an answer is written, and in which form: what differs between Cloud and Data Center, version 2 and 3, and from one time zone to another. */
export interface View {
  readonly site: JiraSite;
  readonly people: ReadonlyMap<string, JiraPerson>;
  /** `https://acme.atlassian.net`, or the gateway's address of it: where `self` begins. */
  readonly root: string;
  /** Version 3 answers documents where version 2 answers wiki markup. */
  readonly version: 2 | 3;
  readonly zone: string;
  /** `2026-11-25` */
  readonly today: string;
  /** The one who asks, by name. */
  readonly viewer: string | null;
}

export const selfOf = (view: View, path: string): string => `${view.root}/rest/api/${view.version}/${path}`;
