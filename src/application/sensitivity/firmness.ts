import type { Policy } from "../../domain/policy/policy.ts";
import type { Without } from "../../domain/scoring/sensitivity-evidence.ts";
import type { Sensitivity } from "../../domain/scoring/sensitivity.ts";
import type { Outcome, Verdict } from "../../domain/scoring/verdict-types.ts";
import { contextOf } from "../../domain/technology/pilot/looks.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import type { Look } from "../../domain/technology/state/pilot.ts";
import type { Services } from "../services.ts";
import { inWorker } from "../beside/in-worker.ts";
import { keptBeside } from "./answer-cache.ts";

/** How firmly a recorded look's verdict stands against other weights. */
export interface Firmness {
  readonly sensitivity: Sensitivity;
  /** False: today's method gives another verdict than the recorded one; replaying the decision says why. */
  readonly reproduced: boolean;
}

/** What a recorded look's verdict hangs on: the verdict without each piece and without each evaluator's sheet. */
export interface Hinges {
  /** With everything in. */
  readonly outcome: Outcome;
  readonly without: readonly NamedWithout[];
  readonly reproduced: boolean;
}

/** `name`: the piece's number on the technology ("e3"), or the evaluator's letter. */
export type NamedWithout = Without & { readonly name: string };

type Parts = Pick<Services, "views">;

/** Looks never change, so what was worked out of one stands for as long as it is kept. */
const firm = keptBeside<Firmness>(500);
const hinging = keptBeside<Hinges | null>(500);

/** The policy that the plan of a look pinned, with what it asks of the technology's tier. */
export function policyOfLook({ views }: Parts, t: Technology, look: Look): Policy {
  const plan = [...t.pastPlans, t.plan].findLast((locked) => locked?.number === look.plan) ?? null;
  return views.policies.pinnedBy(plan, t.tier);
}

/** Recomputed from the recorded indicators, in a thread of its own: about a tenth of a second the first time. */
export function firmnessOf(parts: Parts, technology: string, t: Technology, look: Look): Promise<Firmness> {
  const policy = policyOfLook(parts, t, look);
  return firm(parts.views, `${technology} ${look.position} ${policy.version}`, async () => {
    const { indicators, confidence, looks } = look.verdict;
    const { criteria, passMark } = policy;
    const sensitivity = await inWorker<"sensitivity">({
      kind: "sensitivity",
      indicators,
      policy: { criteria, passMark },
      look: { confidence, looks },
    });
    return {
      sensitivity,
      reproduced: sameAs(look.verdict, sensitivity.outcome, sensitivity.reachesPassMark),
    };
  });
}

/** Measured again from what was on record before the look, a verdict for each piece and sheet. Null: no plan then. */
export function hingesOf(parts: Parts, technology: string, t: Technology, look: Look): Promise<Hinges | null> {
  const policy = policyOfLook(parts, t, look);
  return hinging(parts.views, `${technology} ${look.position} ${policy.version}`, async () => {
    const before = await parts.views.technologyState(technology, { asOf: look.position - 1 });
    const context = before === null ? null : contextOf(before, look, policy);
    if (before === null || context === null) return null;
    const { whole, without } = await inWorker<"without">({ kind: "without", context });
    return {
      outcome: whole.outcome,
      without: without.map((alternative) => ({ ...alternative, name: nameOf(before, alternative) })).sort(byName),
      reproduced: sameAs(look.verdict, whole.outcome, whole.reachesPassMark.lower),
    };
  });
}

const sameAs = (
  { outcome, reachesPassMark: { lower } }: Verdict,
  again: Verdict["outcome"],
  chance: Verdict["reachesPassMark"]["lower"],
): boolean => outcome === again && lower.independent === chance.independent && lower.correlated === chance.correlated;

/** Pieces before sheets, e2 before e10. */
const byName = (a: NamedWithout, b: NamedWithout): number =>
  a.kind === b.kind ? a.name.length - b.name.length || (a.name < b.name ? -1 : 1) : a.kind === "piece" ? -1 : 1;

function nameOf({ evidence, evaluation }: Technology, { kind, id }: Without): string {
  if (kind === "piece") return evidence.find(({ digest }) => digest === id)?.evidence ?? id;
  return evaluation?.evaluators.find(({ person }) => person === id)?.letter ?? "?";
}
