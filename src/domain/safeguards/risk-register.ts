import { riskMethods } from "../policy/safeguards/risk.ts";
import type { RiskMethod, RiskRules, RiskStep } from "../policy/safeguards/risk.ts";
import { riskFamilies } from "../policy/safeguards/risk-register.ts";
import type { RiskFamily } from "../policy/safeguards/risk-register.ts";
import type { Policy } from "../policy/policy.ts";
import { canonicalJson } from "../words/canonical.ts";
import { isBefore } from "../words/days.ts";
import { onceOnGround } from "../words/once-beside.ts";
import { sha256 } from "../words/digest.ts";
import type { Day, PersonId } from "../words/text.ts";
import { safeguardsOf } from "../technology/state/safeguards.ts";
import type { Safeguard, SafeguardAnswers } from "../technology/state/safeguards.ts";
import type { Technology } from "../technology/state/technology.ts";
import { rowsOf, textOf } from "./answers.ts";
import { rateRisk } from "./risk.ts";
import type { RiskRating } from "./risk.ts";
import { isStep, rankOf, residualOf } from "./risk-residual.ts";
import type { Residual, RiskSteps } from "./risk-residual.ts";

/** The key of the kind whose statements are the register. */
export const riskKey = "risk";

/** One risk as it stands on a day, whether or not anybody has reviewed it. */
export interface RegisteredRisk extends RiskSteps {
  readonly item: string;
  readonly safeguard: Safeguard;
  readonly name: string;
  readonly family: RiskFamily;
  readonly part: string | null;
  /** Which of the common ones it was begun from. */
  readonly library: string | null;
  readonly method: RiskMethod;
  readonly inherent: RiskRating;
  readonly residual: Residual;
  readonly treatment: Treatment;
  readonly appetite: RiskStep;
  /** The residual is above what the policy lets stand in its family. */
  readonly isAbove: boolean;
  /** What an acceptance binds to: the answers, what is left now, and by which table that was found. */
  readonly digest: string;
}

interface Treatment extends Treating {
  readonly how: string;
  readonly isOverdue: boolean;
}

/** Who is to have done something about a risk, and by when. */
interface Treating {
  readonly owner: PersonId | null;
  /** Null where it is accepted as it is, or nobody has said. */
  readonly by: Day | null;
  readonly doneOn: Day | null;
}

/** Every risk that is on record and rated, in the order in which they were begun. */
export const risksOf = (t: Technology, policy: Policy, today: Day): readonly RegisteredRisk[] =>
  safeguardsOf(t, riskKey).flatMap((safeguard) => riskOf(safeguard, t, policy, today) ?? []);

/** What those that are rated are called, and where each was first stated. */
export const namesOfRisks = (t: Technology) =>
  safeguardsOf(t, riskKey).flatMap(({ item, answers, stated }) =>
    ratedIn(answers) === null ? [] : { item, position: stated.position, name: textOf(answers, "riskName") ?? item },
  );

/** Null for the statement that a family has none, and for a draft that nobody has rated. */
export const riskOf = (safeguard: Safeguard, t: Technology, policy: Policy, today: Day): RegisteredRisk | null =>
  registered(t, safeguard, policy, today);

const registered = onceOnGround(register);

function register(t: Technology, safeguard: Safeguard, policy: Policy, today: Day): RegisteredRisk | null {
  const { answers, item } = safeguard;
  const rated = ratedIn(answers);
  if (rated === null) return null;
  const { family, likelihood, impact } = rated;
  const rules = rulesFor(answers, policy);
  const residual = residualOf({ likelihood, impact }, rowsOf(answers, "controls"), t.evidence, rules, today);
  const appetite = policy.safeguards.riskRegister.appetite[family];
  return {
    item,
    safeguard,
    name: textOf(answers, "riskName") ?? item,
    family,
    part: textOf(answers, "part"),
    library: textOf(answers, "library"),
    likelihood,
    impact,
    method: rules.method,
    inherent: rateRisk(rules, likelihood, impact),
    residual,
    treatment: treatmentOf(answers, today),
    appetite,
    isAbove: rankOf(residual.rating.level) > rankOf(appetite),
    digest: digestOfRisk(safeguard, residual, rules),
  };
}

/** What is to be done about each of them, as its statement says. */
export const treatmentsOf = (t: Technology): readonly (Treating & { readonly item: string })[] =>
  safeguardsOf(t, riskKey).flatMap(({ item, answers }) =>
    ratedIn(answers) === null ? [] : { item, ...treatingIn(answers) },
  );

function ratedIn(answers: SafeguardAnswers): (RiskSteps & { readonly family: RiskFamily }) | null {
  const family = familyOf(answers);
  const [likelihood, impact] = [answers["likelihood"], answers["impact"]];
  if (answers["seen"] !== "risk" || family === null || !isStep(likelihood) || !isStep(impact)) return null;
  return { family, likelihood, impact };
}

/** What the policy names today, by the method that the risk was rated by. */
const rulesFor = (answers: SafeguardAnswers, { safeguards: { risk } }: Policy): RiskRules => ({
  ...risk,
  method: riskMethods.find((method) => method === answers["method"]) ?? risk.method,
});

export const familyOf = (answers: SafeguardAnswers): RiskFamily | null =>
  riskFamilies.find((family) => family === answers["family"]) ?? null;

function treatmentOf(answers: SafeguardAnswers, today: Day): Treatment {
  const treating = treatingIn(answers);
  const { by } = treating;
  return {
    ...treating,
    how: textOf(answers, "treatment") ?? "",
    isOverdue: by !== null && answers["treated"] !== "yes" && isBefore(by, today),
  };
}

const treatingIn = (answers: SafeguardAnswers): Treating => ({
  owner: textOf(answers, "owner"),
  by: textOf(answers, "treatBy"),
  doneOn: answers["treated"] === "yes" ? textOf(answers, "treatedOn") : null,
});

const digestOfRisk = ({ digest }: Safeguard, { likelihood, impact, rating }: Residual, rules: RiskRules): string =>
  sha256(
    canonicalJson({
      answers: digest,
      likelihood,
      impact,
      level: rating.level,
      method: rules.method,
      table: rules.method === "nist" ? rules.level : rules.product,
    }),
  );

/** Those of the highest residual first; of two alike, the one that was worse to begin with. */
export const worstFirst = (risks: readonly RegisteredRisk[]): readonly RegisteredRisk[] =>
  risks.toSorted(
    (a, b) =>
      rankOf(b.residual.rating.level) - rankOf(a.residual.rating.level) ||
      rankOf(b.inherent.level) - rankOf(a.inherent.level) ||
      Number(a.item.slice(1)) - Number(b.item.slice(1)),
  );

/** Families in which something is stated: a risk, or that none was seen. */
export const familiesLookedAt = (statements: readonly Safeguard[]): readonly RiskFamily[] =>
  riskFamilies.filter((family) => statements.some(({ answers }) => answers["family"] === family));
