import { z } from "zod";
import { roles } from "../../../domain/people/roles.ts";
import type { Policy } from "../../../domain/policy/policy.ts";
import type { Verdict } from "../../../domain/scoring/verdict-types.ts";
import type { ConditionResult } from "../../../domain/technology/state/condition-result.ts";
import { conditionTitle, sentence } from "../../say/condition.ts";
import { conditionReason } from "../../say/condition-shown.ts";
import type { Language } from "../../view/languages.ts";
import { outcomeShape } from "./technology.ts";
import { day } from "./words.ts";

export const conditionShape = z
  .object({
    condition: z.string().meta({ description: "api:about.condition" }),
    title: z.string(),
    status: z.enum(["met", "unmet", "unknown", "waived"]).meta({ description: "api:about.status" }),
    reason: z.string().meta({ description: "api:about.reason" }),
    remedy: z.string().nullable().meta({ description: "api:about.remedy" }),
    owner: z.enum(roles),
    due: day().nullable(),
    waivable: z.boolean(),
    deferrable: z.boolean(),
  })
  .meta({ id: "Condition", description: "api:shape.Condition" });

/** In the words of the pages, beside what a program goes by. */
export function conditionDocument(
  language: Language,
  policy: Policy,
  condition: ConditionResult,
): z.input<typeof conditionShape> {
  const { key, status, remedy, owner, due, waivable, deferrable } = condition;
  return {
    condition: key,
    title: conditionTitle(language, key),
    status,
    reason: conditionReason(language, policy, condition),
    remedy: remedy === null ? null : sentence(language, policy, remedy),
    owner,
    due,
    waivable,
    deferrable,
  };
}

const state = z.enum(["cleared", "straddles", "beyond", "measured", "unknown", "not-applicable"]);

export const verdictShape = z
  .object({
    outcome: outcomeShape,
    score: z.object({ mean: z.number(), p05: z.number(), p50: z.number(), p95: z.number() }),
    passMark: z.number(),
    confidence: z.number(),
    criteria: z.array(
      z.object({
        criterion: z.string(),
        state,
        floor: z.number().nullable(),
        mean: z.number(),
        lower: z.number(),
        upper: z.number(),
      }),
    ),
    indicators: z.array(
      z.object({
        indicator: z.string(),
        criterion: z.string(),
        state,
        unit: z.string(),
        floor: z.number().nullable(),
        estimate: z.number().nullable(),
        lower: z.number().nullable(),
        upper: z.number().nullable(),
        observations: z.number().nullable(),
        unknown: z.string().nullable().meta({ description: "api:about.unknown" }),
        evidence: z.array(z.string()).meta({ description: "api:about.pieces" }),
      }),
    ),
    reasons: z.array(z.string()).meta({ description: "api:about.reasons" }),
    expires: z.string().nullable(),
  })
  .meta({ id: "Verdict", description: "api:shape.Verdict" });

/** @param pieces the number of each piece by its digest */
export function verdictDocument(verdict: Verdict, pieces: ReadonlyMap<string, string>): z.input<typeof verdictShape> {
  const { outcome, score, passMark, confidence, criteria, indicators, reasons, freshness } = verdict;
  const { mean, p05, p50, p95 } = score;
  return {
    outcome,
    score: { mean, p05, p50, p95 },
    passMark,
    confidence,
    criteria: criteria.map(({ id, state: stands, floor, score: { mean: middle, lower, upper } }) => ({
      criterion: id,
      state: stands,
      floor: floor ?? null,
      mean: middle,
      lower,
      upper,
    })),
    indicators: indicators.map((indicator) => ({
      indicator: indicator.id,
      criterion: indicator.criterion,
      state: indicator.state,
      unit: indicator.unit,
      floor: indicator.floor ?? null,
      estimate: indicator.measured?.estimate ?? null,
      lower: indicator.measured?.lower ?? null,
      upper: indicator.measured?.upper ?? null,
      observations: indicator.n ?? null,
      unknown: indicator.unknown?.code ?? null,
      evidence: indicator.evidence.flatMap((digest) => pieces.get(digest) ?? []),
    })),
    reasons: reasons.map(({ code }) => code),
    expires: freshness.expires ?? null,
  };
}
