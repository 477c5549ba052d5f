import type { Reason } from "../../domain/words/decision.ts";
import type { Json } from "../../domain/words/json.ts";
import type { Indicator } from "../../domain/measures/measures.ts";
import type { PlannedFairness } from "../../domain/measures/planned-fairness.ts";
import { floorText, marginText } from "../say/limit.ts";
import type { Language } from "../view/languages.ts";
import { assistedText, fairnessText } from "./plan-model.ts";
import { sampleText } from "./units.ts";

/** A refusal that says from what to what, in the units and words that the plan is read in. */
export function fixedInWords(reason: Reason, indicator: Indicator | undefined, language: Language): Reason {
  const { params } = reason;
  if (reason.code !== "FixedSinceData" || params === undefined) return reason;
  const { what, from = null, to = null } = params;
  const worded = (value: Json): Json => inWords(what, value, indicator, language);
  return { ...reason, params: { ...params, from: worded(from), to: worded(to) } };
}

function inWords(what: Json | undefined, value: Json, indicator: Indicator | undefined, language: Language): Json {
  const { t, format } = language;
  if (typeof value === "boolean") return t(`pilot:fixed.${value ? "yes" : "no"}`);
  if (value === null) return t("pilot:fixed.blank");
  if (what === "assistedWhy") return t("pilot:fixed.yes");
  if (what === "fairness") return fairnessText(language, value as unknown as PlannedFairness);
  if (what === "assisted") return assistedText(language, value as readonly string[]);
  if (typeof value !== "number") return value;
  if (what === "restoreSeconds") return format.duration(value);
  if (what === "latencyMs") return format.milliseconds(value);
  if (indicator === undefined) return value;
  if (what === "floor") return floorText(language, indicator, value);
  if (what === "margin") return marginText(language, indicator.measure, value);
  return what === "minimumSample" ? sampleText(language, indicator, value) : value;
}
