import type { IssueKey } from '../issue.ts';
import type { Instant, PlainDate } from '../time.ts';

export type Horizon = 'now' | 'next' | 'later';
/** GitHub's five words for how something goes. */
export type Health = 'inactive' | 'on-track' | 'at-risk' | 'off-track' | 'complete';
/** Cagan's four big risks (svpg.com/four-big-risks): may nobody want it, manage to use it, be able to build it, or may it not work for the business? */
export type ProductRisk = 'value' | 'usability' | 'feasibility' | 'viability';
export type ProductRiskStatus = 'open' | 'tested' | 'retired';

/** Something the product means to achieve; issues are tagged to it. What is optional is absent until somebody has said it. */
export interface RoadmapItem {
  /** Lower-case letters, digits and dashes: it is also the label `roadmap:<id>`. */
  readonly id: string;
  readonly title: string;
  /** What should be different afterwards, in words; empty when nobody has said. */
  readonly outcome: string;
  /** The measure that should move, as people write it (`61 %`), and by when. */
  readonly measure?: { readonly name: string; readonly from: string; readonly to: string; readonly by: PlainDate | null };
  /** `null` for an item known only from a teammate's label, and for one that has a window instead. */
  readonly horizon: Horizon | null;
  /** The days that it is planned for, both included. */
  readonly window?: { readonly from: PlainDate | null; readonly to: PlainDate | null };
  readonly theme?: string;
  readonly owner?: string;
  /** How its people say it goes; beside it stands what the data says. */
  readonly declared?: { readonly health: Health; readonly note: string; readonly on: PlainDate | null };
  /** How sure its people are that it moves the measure, in percent. */
  readonly confidence?: number;
  readonly risks?: Readonly<Partial<Record<ProductRisk, ProductRiskStatus>>>;
  readonly links?: readonly { readonly title: string; readonly url: string }[];
  /** Issues belong to it that any of these fits, unless they are tagged otherwise. */
  readonly belongs?: readonly Belonging[];
  /** Given up: a tag to it is flagged. */
  readonly dropped?: boolean;
  /** Ids that it had before it was renamed, and those of items that were merged into it: their tags are its own. */
  readonly formerIds?: readonly string[];
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/** One rule for what belongs to an item; every member that is given must fit. Names compare without regard to capitals. */
export interface Belonging {
  readonly label?: string;
  /** A milestone's or a sprint's title. */
  readonly milestone?: string;
  /** A parent, an epic or a containing issue: `acme/shop#12`, `SHOP-12`. */
  readonly parent?: string;
  readonly version?: string;
  /** A project: `acme/shop`, `SHOP`. */
  readonly project?: string;
}

/** What stands above the items. */
export interface RoadmapAim {
  readonly vision: string;
  readonly productGoal: string;
}

/** An issue belongs to a roadmap item. */
export interface Tag {
  readonly key: IssueKey;
  /** The item's id of today, also where the tag still bears a former one. */
  readonly item: string;
  /**
   * Where it stands, the strongest first: a label on the tracker that all see, what the team shares in the issue without a label, only this browser; then what nobody put on this very issue: the tag of its
   * parent or epic, or a rule of the item for what belongs to it.
   */
  readonly via: 'label' | 'shared' | 'local' | 'parent' | 'rule';
  /** A write is on its way and can still be undone. */
  readonly pending: boolean;
  /** The former id that the tag still bears. */
  readonly former?: string;
  /** The issue whose tag it is: the parent, or one above it. */
  readonly from?: IssueKey;
}
