import { interfaceAudiences, interfaceDirections, interfaceKinds, interfacesQuestion } from "../interfaces/declared.ts";
import type { InterfaceStatistics } from "../evidence/statistics.ts";
import { judged } from "../interfaces/judged.ts";
import { textOf, rowsOf } from "../safeguards/answers.ts";
import type { SafeguardKind, Shortfall, ShortfallGround } from "../safeguards/kind.ts";
import type { RowQuestion, SafeguardQuestion } from "../safeguards/question.ts";
import { readVersionName, versionOf } from "../standards/register.ts";
import type { RuleSet } from "../standards/rule-set.ts";
import { countsOn } from "../standards/standing.ts";
import { interfacesKey, interfaceVersions } from "../technology/state/declared-versions.ts";
import type { Facts } from "../technology/state/facts.ts";
import type { Safeguard, SafeguardAnswers, SafeguardRow } from "../technology/state/safeguards.ts";
import { noticeOf } from "../technology/state/standards.ts";
import type { Technology } from "../technology/state/technology.ts";
import type { Reason } from "../words/decision.ts";
import { when } from "../words/reasons.ts";
import { tiers } from "../words/tier.ts";
import type { Tier } from "../words/tier.ts";

const exchanging = [{ question: "exchanges", is: ["yes"] }];

const row: readonly RowQuestion[] = [
  { key: "name", type: "label" },
  { key: "direction", type: "choice", options: interfaceDirections },
  { key: "kind", type: "choice", options: interfaceKinds },
  { key: "data", type: "label" },
  { key: "audience", type: "choice", options: interfaceAudiences },
  { key: "standard", type: "standard", optional: true },
  { key: "counterpart", type: "technology", optional: true },
  { key: "outside", type: "label", optional: true },
  { key: "description", type: "evidence", most: 1, optional: true },
];

const questions: readonly SafeguardQuestion[] = [
  { key: "exchanges", type: "choice", options: ["yes", "no"] },
  { key: "alone", type: "text", when: [{ question: "exchanges", is: ["no"] }] },
  { key: interfacesQuestion, type: "rows", of: row, most: 40, when: exchanging },
];

/**
 * What a technology offers to others and takes from them, under which standard. A service that it offers is described in a
 * form that programs read; what was found wrong in the description stands against it, whoever accepted the statement.
 */
export const interfaces = {
  key: interfacesKey,
  questions: () => questions,
  statedBy: ["planner"],
  reviewedBy: ["evaluator", "approver"],
  refusals: ({ technology, answers }, f) =>
    rowsOf(answers, interfacesQuestion).flatMap((of, index) => [
      ...rowReasons(technology, of, index),
      ...standardReasons(technology, of, index, f),
    ]),
  // With the first standard whose time is over.
  ends: (t, answers) =>
    interfaceVersions({ answers })
      .flatMap((name) => noticeOf(t, name)?.until ?? [])
      .toSorted()[0] ?? null,
  shortfalls: (inForce, ground) =>
    inForce.flatMap((statement) =>
      rowsOf(statement.answers, interfacesQuestion).flatMap((of, index) => rowShortfalls(statement, of, index, ground)),
    ),
} satisfies SafeguardKind<"interfaces">;

function rowReasons({ slug, evidence }: Technology, of: SafeguardRow, index: number): readonly Reason[] {
  const field = (key: string): string => `${interfacesQuestion}.${index}.${key}`;
  const [counterpart, outside] = [textOf(of, "counterpart"), textOf(of, "outside")];
  const described = descriptionOf(of);
  const piece = evidence.find((candidate) => candidate.evidence === described);
  const name = textOf(of, "name") ?? "";
  return [
    ...when(counterpart === null && outside === null, "OtherEndMissing", field("counterpart"), { name }),
    ...when(counterpart !== null && outside !== null, "OtherEndTwice", field("outside"), { name }),
    ...when(counterpart === slug, "OtherEndItself", field("counterpart"), { name }),
    ...when(piece !== undefined && piece.kind !== "interface", "NoDescription", field("description"), {
      evidence: described ?? "",
    }),
  ];
}

/** An interface follows a version that counts today, and its description holds nothing that this version calls an error. */
function standardReasons(
  { evidence }: Technology,
  of: SafeguardRow,
  index: number,
  { standards = {}, today }: Facts,
): readonly Reason[] {
  const standard = textOf(of, "standard");
  if (standard === null) return [];
  const name = readVersionName(standard);
  const version = name === null ? null : versionOf(standards, name);
  const called = textOf(of, "name") ?? "";
  const field = `${interfacesQuestion}.${index}.standard`;
  if (version === null || !countsOn(version, today))
    return when(true, "InterfaceStandardUnknown", field, { name: called, standard });
  const statistics = evidence.find((piece) => piece.evidence === descriptionOf(of))?.statistics;
  if (statistics?.kind !== "interface") return [];
  const errors = errorsIn(statistics, version.rules);
  return when(errors > 0, "InterfaceBreaksStandard", field, { name: called, standard, count: errors });
}

const errorsIn = (statistics: InterfaceStatistics, rules: RuleSet | null): number =>
  judged(statistics, rules).reduce((sum, { severity, count }) => sum + (severity === "error" ? count : 0), 0);

function rowShortfalls(
  { item }: Safeguard,
  of: SafeguardRow,
  index: number,
  { technology, policy }: ShortfallGround,
): readonly Shortfall[] {
  const name = textOf(of, "name") ?? "";
  const id = `${item}/${index}`;
  const evidence = descriptionOf(of);
  if (evidence === null) {
    const { describedFrom } = policy.safeguards.interfaces;
    const asked = isFrom(technology.tier, describedFrom) && of["direction"] === "offers" && of["kind"] === "service";
    return asked ? [{ code: "undescribed", params: { name }, id, unknown: true }] : [];
  }
  const piece = technology.evidence.find((candidate) => candidate.evidence === evidence);
  // A description whose figures were taken away on a legal ground says nothing any more.
  if (piece?.statistics.kind !== "interface") return [{ code: "undescribed", params: { name }, id, unknown: true }];
  const errors = errorsIn(piece.statistics, null);
  return errors === 0 ? [] : [{ code: "errors", params: { name, evidence, count: errors }, id, at: errors }];
}

function descriptionOf(of: SafeguardAnswers): string | null {
  const answer = of["description"];
  const first: unknown = Array.isArray(answer) ? answer[0] : null;
  return typeof first === "string" ? first : null;
}

const isFrom = (tier: Tier, from: Tier | null): boolean => from !== null && tiers.indexOf(tier) >= tiers.indexOf(from);
