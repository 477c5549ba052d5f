import type { Named } from "../words/named.ts";
import type { Day, PersonId, TextRef } from "../words/text.ts";
import type { RuleSet } from "./rule-set.ts";

/** What a standard is about. */
export const standardKinds = ["architecture", "interface", "data", "security", "accessibility"] as const;
export type StandardKind = (typeof standardKinds)[number];

/** Who answers for a standard: a person, or a department of the body. */
export type StandardOwner =
  { readonly kind: "person"; readonly person: PersonId } | { readonly kind: "department"; readonly department: string };

/** What a version says: its words here, or where they stand; for an interface also what a program can check. */
interface VersionContent {
  readonly text: TextRef | null;
  readonly link: string | null;
  readonly rules: RuleSet | null;
}

export interface StandardVersion extends VersionContent {
  /** "2.0", as its issuer writes it; a part of addresses. */
  readonly version: string;
  /** The first day on which it counts; null: a draft. */
  readonly inForceOn: Day | null;
  /** How it ends; null: no end is set. */
  readonly ending: VersionEnding | null;
}

export interface VersionEnding {
  /** From this day on nobody should begin with it. */
  readonly deprecatedOn: Day;
  /** The last day on which it counts. */
  readonly until: Day;
  /** The version that takes its place; null: none does. */
  readonly successor: string | null;
  /** Why it ends, or so soon. */
  readonly reason: TextRef | null;
}

/** Folded from one stream. */
export interface Standard {
  readonly standard: string;
  readonly kind: StandardKind;
  readonly name: Named;
  readonly owner: StandardOwner;
  /** Published ones in the order in which they were published, then drafts. */
  readonly versions: readonly StandardVersion[];
  /** Digests of every text that its versions ever had, and of the reasons for their ends. */
  readonly texts: readonly string[];
  /** Those of them that were erased on a legal ground. */
  readonly erased: readonly string[];
}

export type StandardEvent =
  | Event<"StandardAdded", StandardHeader & { readonly standard: string; readonly kind: StandardKind }>
  | Event<"StandardChanged", StandardHeader>
  | Event<"StandardDrafted", { readonly version: string } & VersionContent>
  | Event<"StandardRedrafted", { readonly version: string } & VersionContent>
  | Event<"StandardDraftDropped", { readonly version: string }>
  | Event<"StandardPublished", PublishedVersion>
  | Event<"StandardWithdrawn", { readonly version: string; readonly ending: VersionEnding }>
  | Event<"StandardTextErased", { readonly digest: string; readonly ground: TextRef }>;

export interface StandardHeader {
  readonly name: Named;
  readonly owner: StandardOwner;
}

interface PublishedVersion {
  readonly version: string;
  readonly inForceOn: Day;
  /** The version it takes the place of, and how that one ends; null where none was in force. */
  readonly replaces: { readonly version: string; readonly ending: VersionEnding } | null;
}

interface Event<T extends string, P> {
  readonly type: T;
  readonly schema: 1;
  readonly payload: P;
}

export type StandardCommand =
  | ({ readonly type: "AddStandard"; readonly standard: string; readonly kind: StandardKind } & StandardHeader)
  | ({ readonly type: "ChangeStandard" } & StandardHeader)
  | DraftStandard
  | { readonly type: "DropStandardDraft"; readonly version: string }
  | PublishStandard
  | WithdrawStandard
  | { readonly type: "EraseStandardText"; readonly digest: string; readonly ground: TextRef };

/** A new draft, or another content of one that is not published yet. */
export type DraftStandard = {
  readonly type: "DraftStandard" | "RedraftStandard";
  readonly version: string;
} & VersionContent;

export interface PublishStandard {
  readonly type: "PublishStandard";
  readonly version: string;
  readonly inForceOn: Day;
  /** The last day of the version in force; null where there is none. */
  readonly until: Day | null;
  /** Why the time to change over is shorter than the policy asks for. */
  readonly reason: TextRef | null;
}

/** Sets the last day of a version, or moves it. */
export interface WithdrawStandard {
  readonly type: "WithdrawStandard";
  readonly version: string;
  readonly until: Day;
  /** No version follows: the standard itself ends. */
  readonly ends: boolean;
  readonly reason: TextRef;
}
