import { versionName } from "../../standards/register.ts";
import type { WorkItem } from "../manifest/work.ts";
import { declaredVersions } from "../state/declared-versions.ts";
import { proposerOf } from "../state/people.ts";
import { noticeOf } from "../state/standards.ts";
import type { Technology } from "../state/technology.ts";

/** A declared version that ends: whoever wrote the statement moves to the next one, or says what comes instead. */
export const toMove = (t: Technology): readonly WorkItem<"move-standard">[] =>
  declaredVersions(t).flatMap(({ name, safeguard }) => {
    const notice = noticeOf(t, name);
    if (notice === undefined) return [];
    const [author = proposerOf(t)] = safeguard.authors;
    const subject = `${safeguard.item}/${versionName(name)}/${notice.successor ?? ""}`;
    return [{ kind: "move-standard" as const, person: author, subject, due: notice.until, since: safeguard.stated.at }];
  });
