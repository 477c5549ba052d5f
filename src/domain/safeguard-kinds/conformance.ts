import { versionName, versionOf } from "../standards/register.ts";
import type { VersionName } from "../standards/register.ts";
import { countsOn, stateOn } from "../standards/standing.ts";
import type { SafeguardKind, Statement } from "../safeguards/kind.ts";
import type { SafeguardQuestion } from "../safeguards/question.ts";
import { conformanceKey, versionIn, versionQuestion } from "../technology/state/declared-versions.ts";
import type { Facts } from "../technology/state/facts.ts";
import { safeguardsOf } from "../technology/state/safeguards.ts";
import { noticeOf } from "../technology/state/standards.ts";
import type { Reason } from "../words/decision.ts";
import { when } from "../words/reasons.ts";

const questions: readonly SafeguardQuestion[] = [
  { key: versionQuestion, type: "standard" },
  { key: "evidence", type: "evidence", beside: true },
  { key: "whole", type: "choice", options: ["yes", "no"] },
  { key: "notMet", type: "text", when: [{ question: "whole", is: ["no"] }] },
  { key: "until", type: "day", when: [{ question: "whole", is: ["no"] }] },
];

/**
 * Conformance to one version of one standard of the register, with what shows it and what is not met. It ends with the
 * version: the register's last day, which stands on the technology's own stream.
 */
export const conformance = {
  key: conformanceKey,
  many: 30,
  questions: () => questions,
  refusals: (statement, f): readonly Reason[] => {
    const name = versionIn(statement);
    if (name === null) return when(versionQuestion in statement.answers, "ConformanceVersionUnknown", versionQuestion);
    return [...versionReasons(name, f), ...twice(name, statement)];
  },
  statedBy: ["planner"],
  reviewedBy: ["evaluator", "approver"],
  ends: (t, answers) => {
    const name = versionIn({ answers });
    return name === null ? null : (noticeOf(t, name)?.until ?? null);
  },
} satisfies SafeguardKind<"conformance">;

/** Only what counts today may be declared: in force, or in the time of changing over. */
function versionReasons(name: VersionName, { standards = {}, today }: Facts): readonly Reason[] {
  const version = versionOf(standards, name);
  const called = `${name.standard} ${name.version}`;
  if (version === null) return when(true, "ConformanceVersionUnknown", versionQuestion, { version: called });
  if (countsOn(version, today)) return [];
  return stateOn(version, today) === "withdrawn"
    ? when(true, "ConformanceVersionWithdrawn", versionQuestion, { version: called })
    : when(true, "ConformanceVersionNotYet", versionQuestion, { version: called });
}

/** Two statements on one version could say two things. */
function twice(name: VersionName, { technology, item }: Statement): readonly Reason[] {
  const other = safeguardsOf(technology, conformanceKey).find((safeguard) => {
    const stated = versionIn(safeguard);
    return safeguard.item !== item && stated !== null && versionName(stated) === versionName(name);
  });
  return when(other !== undefined, "ConformanceDeclaredTwice", versionQuestion, { item: other?.item ?? "" });
}
