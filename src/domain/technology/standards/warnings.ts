import { versionName } from "../../standards/register.ts";
import type { EarlyWarning } from "../manifest/warnings.ts";
import { declaredVersions } from "../state/declared-versions.ts";
import { proposerOf } from "../state/people.ts";
import { noticeOf } from "../state/standards.ts";
import type { Technology } from "../state/technology.ts";

/** Versions of standards that are declared here and are being replaced, from the day on which that begins. */
export const inTransition = (t: Technology): readonly EarlyWarning<"standard-in-transition">[] =>
  declaredVersions(t).flatMap(({ name, safeguard }) => {
    const notice = noticeOf(t, name);
    if (notice === undefined) return [];
    const [author = proposerOf(t)] = safeguard.authors;
    return [
      {
        kind: "standard-in-transition" as const,
        subject: `${safeguard.item}/${versionName(name)}`,
        from: notice.deprecatedOn,
        due: notice.until,
        weight: "notice" as const,
        person: author,
        params: { standard: name.standard, version: name.version, successor: notice.successor ?? "" },
      },
    ];
  });
