import type { Raw } from "../../application/raw-command.ts";
import type { TextResult } from "../../application/texts.ts";
import type { Proposal } from "../../domain/technology/state/proposal.ts";
import type { Typed } from "../forms/typed.ts";
import type { ProposalValues } from "./schema.ts";
import { plainWords } from "../private-words.ts";

/** What was typed, as the command takes it. A tier left open counts as IV. */
export function proposalOf(values: ProposalValues): Raw<Proposal> {
  const {
    name,
    summary,
    need,
    needOf,
    department,
    kind,
    sponsor,
    demand,
    cost,
    tier,
    dataClass,
    personalInformation,
    risks,
  } = values;
  return {
    name,
    summary: { text: summary },
    need: { text: need },
    needOf: { text: needOf },
    department,
    ...(kind !== "" && { kind }),
    sponsor,
    demand,
    cost: { ...cost, currency: cost.currency.toUpperCase() },
    tier: tier === "open" ? "IV" : tier,
    tierStated: tier !== "open",
    standards: linesOf(values.standards),
    dataClass,
    personalInformation,
    risks: risks === "" ? null : { text: risks },
    similarSeen: [...new Set(values.similarSeen)],
  };
}

/** One entry a line; empty lines are nothing. */
function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** A proposal on record as the form shows it; an erased text is an empty field. */
export function typedOf(proposal: Proposal, words: ReadonlyMap<string, TextResult>): Typed {
  const text = (digest: string | null): string => plainWords(words, digest);
  const figure = (value: number | null): string => (value === null ? "" : String(value));
  const { demand, cost } = proposal;
  return {
    name: proposal.name,
    summary: text(proposal.summary),
    need: text(proposal.need),
    needOf: text(proposal.needOf),
    department: proposal.department,
    kind: proposal.kind ?? "",
    sponsor: proposal.sponsor,
    "demand.users": figure(demand.users),
    "demand.requestsPerSecond": figure(demand.requestsPerSecond),
    "demand.recordsPerHour": figure(demand.recordsPerHour),
    "cost.pilot": figure(cost.pilot),
    "cost.annual": figure(cost.annual),
    "cost.currency": cost.currency,
    tier: proposal.tierStated ? proposal.tier : "open",
    standards: proposal.standards.join("\n"),
    dataClass: proposal.dataClass,
    personalInformation: proposal.personalInformation,
    risks: text(proposal.risks),
    similarSeen: proposal.similarSeen,
  };
}

export const digestsOf = ({ summary, need, needOf, risks }: Proposal): readonly (string | null)[] => [
  summary,
  need,
  needOf,
  risks,
];
