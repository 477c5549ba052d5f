import { versionOf } from "../../standards/register.ts";
import type { VersionEnding } from "../../standards/standard.ts";
import type { Facts } from "../state/facts.ts";
import { declaredVersions } from "../state/declared-versions.ts";
import { noticeOf } from "../state/standards.ts";
import type { StandardNotice } from "../state/standards.ts";
import type { Technology, TechnologyEvent } from "../state/technology.ts";

type EndingDays = Pick<VersionEnding, "deprecatedOn" | "until" | "successor">;

/**
 * What the register says of the declared versions and this stream does not say yet. Asked again it finds nothing, so that
 * whoever was told half may be told once more.
 */
export const unsaidNotices = (t: Technology, { standards = {} }: Facts): readonly TechnologyEvent[] =>
  declaredVersions(t).flatMap(({ name }): readonly TechnologyEvent[] => {
    const ending = versionOf(standards, name)?.ending ?? null;
    if (ending === null || noticeKey(ending) === noticeKey(noticeOf(t, name) ?? null)) return [];
    const { deprecatedOn, until, successor } = ending;
    return [{ type: "StandardMoved", schema: 1, payload: { ...name, deprecatedOn, until, successor } }];
  });

/** Two notices with one key say the same; "" says nothing. */
export const noticeKey = (ending: EndingDays | null): string =>
  ending === null ? "" : `${ending.deprecatedOn} ${ending.until} ${ending.successor ?? ""}`;

/** The newest of each version. */
export const withNotice = (all: readonly StandardNotice[], notice: StandardNotice): readonly StandardNotice[] => [
  ...all.filter(({ standard, version }) => standard !== notice.standard || version !== notice.version),
  notice,
];
