import type { JsonObject } from "../../words/json.ts";

/** Plans of schema 1 compared nothing with a baseline, chose no anytime rule and named no fairness. */
export function withPlanChoices(payload: JsonObject): JsonObject {
  const plan = payload["plan"] as JsonObject;
  const indicators = Object.entries(plan["indicators"] as { readonly [key: string]: JsonObject }).map(
    ([key, planned]) => [key, { margin: null, anytime: false, ...planned }] as const,
  );
  return { ...payload, plan: { fairness: null, ...plan, indicators: Object.fromEntries(indicators) } };
}

/** Plans of schema 2 named nobody who has to be in the usability sample. */
export function withAssisted(payload: JsonObject): JsonObject {
  const plan = payload["plan"] as JsonObject;
  return { ...payload, plan: { assisted: [], ...plan } };
}

/** Plans of schema 3 gave no reason for naming nobody. */
export function withAssistedWhy(payload: JsonObject): JsonObject {
  const plan = payload["plan"] as JsonObject;
  return { ...payload, plan: { assistedWhy: null, ...plan } };
}
