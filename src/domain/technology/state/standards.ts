import type { VersionName } from "../../standards/register.ts";
import type { Day } from "../../words/text.ts";
import type { Event } from "./event.ts";

/** What the register says of a version that this technology declares: the same facts on its own stream. */
export type StandardsEvent = Event<"StandardMoved", StandardNotice>;

/** Puts on record how the declared versions stand in the register now. */
export interface StandardsCommand {
  readonly type: "NoteStandard";
}

/** How a declared version ends. */
export interface StandardNotice extends VersionName {
  readonly deprecatedOn: Day;
  /** The last day on which it counts. */
  readonly until: Day;
  /** The version to move to; null: none follows. */
  readonly successor: string | null;
}

export interface StandardsSlice {
  /** The newest of each version. */
  readonly standardNotices: readonly StandardNotice[];
}

export const noStandards: StandardsSlice = { standardNotices: [] };

export const noticeOf = (
  { standardNotices }: StandardsSlice,
  { standard, version }: VersionName,
): StandardNotice | undefined =>
  standardNotices.find((notice) => notice.standard === standard && notice.version === version);
