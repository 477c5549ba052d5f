import type { Reason } from "../../domain/words/decision.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { Indicator } from "../../domain/measures/measures.ts";
import type { FormState } from "../forms/form.ts";
import { indicatorName } from "../say/condition.ts";
import type { Language } from "../view/languages.ts";
import { fixedInWords } from "./fixed-words.ts";
import { toTyped } from "./units.ts";
import { indicatorsOf } from "../../domain/measures/indicator.ts";

/** The form with every reason at an input of it, in the unit that is typed there, and said of which indicator. */
export function placed(form: FormState, policy: Policy, language: Language): FormState {
  const reasons = form.reasons.map((reason) => atItsInput(reason, policy, language));
  const places = reasons.flatMap(({ field }) =>
    field === undefined ? [] : [[field, placeOf(field, policy, language)]],
  );
  return { ...form, reasons, places: Object.fromEntries(places) as Record<string, string> };
}

/** The domain speaks of the plan's fields; some have another name in the form, and shares are typed as percent. */
function atItsInput(refusal: Reason, policy: Policy, language: Language): Reason {
  const { field = "", params } = refusal;
  const names: { readonly [field: string]: string } = {
    restoreSeconds: "restoreMinutes",
    looks: "looks.0",
    fairness: "fairness.measure",
    assisted: "assisted.others",
    assistedWhy: "assisted.why",
  };
  const indicator = indicatorIn(field, policy);
  const reason = fixedInWords(refusal, indicator, language);
  const own = `indicators.${indicator?.key ?? ""}`;
  const most = params?.["most"];
  return {
    ...reason,
    ...(field in names && { field: names[field] ?? field }),
    // Of the indicator as a whole: at the box that says whether it applies.
    ...((field === own || field === `${own}.applicable`) && {
      field: `${own}.${indicator?.optional === true ? "chosen" : "excluded"}`,
    }),
    ...(indicator !== undefined &&
      field.endsWith(".margin") &&
      typeof most === "number" && { params: { ...params, most: Number(toTyped(indicator, most)) } }),
  };
}

function placeOf(field: string, policy: Policy, language: Language): string {
  const indicator = indicatorIn(field, policy);
  return indicator === undefined ? "" : indicatorName(language, policy, indicator.key);
}

function indicatorIn(field: string, policy: Policy): Indicator | undefined {
  const [part, key] = field.split(".");
  return indicatorsOf(policy).find((indicator) =>
    part === "fairness" ? indicator.measure === "fairness" : part === "indicators" && indicator.key === key,
  );
}
