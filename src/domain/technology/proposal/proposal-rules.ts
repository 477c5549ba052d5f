import type { Reason } from "../../words/decision.ts";
import { tiers } from "../../words/tier.ts";
import type { Cost, Proposal } from "../state/proposal.ts";
import type { Demand } from "../../measures/demand.ts";
import type { Facts } from "../state/facts.ts";
import { titleLength } from "../state/title-length.ts";
import { findPerson } from "../state/people.ts";
import { when } from "../../words/reasons.ts";
import { required } from "../../words/required.ts";

/** Everything that keeps a proposal from being submitted, each with the field it stands at. */
export const proposalReasons = (p: Proposal, f: Facts): readonly Reason[] => [
  ...when(p.name.trim() === "", "NameMissing", "name"),
  ...when(!p.name.isWellFormed(), "NameMalformed", "name"),
  ...when(p.name.length > titleLength, "NameTooLong", "name", { most: titleLength }),
  ...required(p.summary, "summary"),
  ...required(p.need, "need"),
  ...required(p.needOf, "needOf"),
  ...when(!f.departments.includes(p.department), "DepartmentUnknown", "department", { department: p.department }),
  ...when(findPerson(f, p.sponsor) === undefined, "SponsorUnknown", "sponsor", { person: p.sponsor }),
  ...demandReasons(p.demand),
  ...costReasons(p.cost),
  ...when(p.tierStated && !tiers.includes(p.tier), "TierUnknown", "tier"),
  ...when(
    p.standards.some((name) => name.trim() === "" || name.length > 60),
    "StandardMalformed",
    "standards",
  ),
  ...when(new Set(p.standards).size < p.standards.length, "StandardRepeated", "standards"),
];

/** A tier left open counts as the strictest. */
export const withTier = (p: Proposal): Proposal => (p.tierStated ? p : { ...p, tier: "IV" });

function demandReasons(demand: Demand): readonly Reason[] {
  const { users, requestsPerSecond, recordsPerHour } = demand;
  const figures = { users, requestsPerSecond, recordsPerHour };
  return [
    ...Object.entries(figures).flatMap(([name, figure]) =>
      when(figure !== null && !(Number.isFinite(figure) && figure > 0), "NotPositive", `demand.${name}`),
    ),
  ];
}

const costReasons = ({ pilot, annual, currency }: Cost): readonly Reason[] => [
  ...Object.entries({ pilot, annual }).flatMap(([name, amount]) =>
    when(amount !== null && !(Number.isFinite(amount) && amount >= 0), "Negative", `cost.${name}`),
  ),
  ...when(!/^[A-Z]{3}$/.test(currency), "CurrencyMalformed", "cost.currency"),
];
