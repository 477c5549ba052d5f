import type { Response } from "express";
import { inWorker } from "../../../application/beside/in-worker.ts";
import type { Services } from "../../../application/services.ts";
import { forTier } from "../../../domain/policy/for-tier.ts";
import { tiers } from "../../../domain/words/tier.ts";
import type { Policy } from "../../../domain/policy/policy.ts";
import { roughQualities } from "../../../domain/simulation/exact-policy.ts";
import type { ImaginedPilot, CurvePoint, ExactResult, ExactRow } from "../../../domain/simulation/exact-policy.ts";
import type { Job } from "../../../application/simulation/jobs.ts";
import type { Problem } from "../../forms/problems.ts";
import type { Typed } from "../../forms/typed.ts";
import { personOf } from "../../visitor.ts";
import { asPlanned, planDraft } from "./plan.ts";
import type { PlanDraft } from "./plan.ts";
import { askedPolicy } from "./policies.ts";
import type { AskedPolicy } from "./policies.ts";
import { readQuery, typedOrDefault } from "./query.ts";

/** What one address of the simulator asks, read once for the page and for the simulation that is started from it. */
export type Question = {
  readonly of: AskedPolicy;
  readonly plan: PlanDraft | null;
  /** With what the plan changes; of every tier. */
  readonly policy: Policy;
  readonly typed: Typed;
  readonly problems: readonly Problem[];
  readonly answer: Answer | null;
};

export type Answer = {
  readonly asked: ImaginedPilot;
  readonly result: ExactResult;
  /** The indicator whose curve is shown; null: nothing has a floor. */
  readonly row: ExactRow | null;
  readonly curve: readonly CurvePoint[];
};

export async function questionOf(services: Services, res: Response, given: Typed): Promise<Question> {
  const text = (name: string): string | undefined => {
    const value = given[name];
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const of = await askedPolicy(services, res, text("policy"));
  const plan = await planDraft(services, personOf(res).id, text("plan"));
  const tier = tiers.find((candidate) => candidate === given["tier"]) ?? "III";
  const policy = plan === null ? of.policy : asPlanned(of.policy, tier, plan.typed);
  const typed: Typed = { ...typedOrDefault(given, policy), policy: of.draft ?? String(of.policy.version) };
  const { asked, problems } = readQuery(typed);
  if (asked === null) return { of, plan, policy, typed, problems, answer: null };
  const indicator = typeof typed["indicator"] === "string" ? typed["indicator"] : null;
  const exact = await inWorker<"exact">({ kind: "exact", policy, asked, indicator });
  return { of, plan, policy, typed, problems, answer: { asked, ...exact } };
}

export const PILOTS = 1000;
const PILOTS_A_POINT = 150;

/** The simulations that belong to an answer: whole pilots, and the rough marks of one curve. */
export function jobsOf(policy: Policy, { asked, row }: Answer): { readonly pilots: Job; readonly curve: Job | null } {
  const { samples, truth, looks } = asked;
  const design = { policy: forTier(policy, asked.tier), samples, truth, looks };
  const curve =
    row === null
      ? null
      : ({
          kind: "curve",
          design,
          indicator: row.indicator.key,
          measure: row.measure,
          qualities: roughQualities(row),
          pilots: PILOTS_A_POINT,
        } as const);
  return { pilots: { kind: "pilots", design, pilots: PILOTS }, curve };
}
