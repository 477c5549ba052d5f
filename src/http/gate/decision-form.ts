import type { Reason } from "../../domain/words/decision.ts";
import { draftOf } from "../../domain/technology/gate/deferred.ts";
import type { VoteOption } from "../../domain/technology/state/decision.ts";
import { barredReasons } from "../../domain/people/barred.ts";
import { findPerson, mayDecide } from "../../domain/technology/state/people.ts";
import { optionReasons } from "../../domain/technology/gate/options.ts";
import { blankForm } from "../forms/form.ts";
import type { FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf, reasonText } from "../forms/show.ts";
import type { FieldModel, RadiosModel } from "../view/fields.ts";
import { html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import type { GateParts } from "./gate-parts.ts";
import { inOneLine } from "../say/named.ts";

export type DecisionForm = {
  readonly action: string;
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly options: RadiosModel;
  readonly reason: FieldModel;
  readonly lessons: FieldModel;
  /** Folded away until a rejection asks for them. */
  readonly lessonsOpen: boolean;
  readonly behalf: FieldModel | null;
  readonly aside: string;
  readonly recuse: string;
};

/** The form, or why there is none: the gate is not open, or this person does not decide here. */
export function decisionForm(
  parts: GateParts,
  form?: FormState,
): { readonly form: DecisionForm | null; readonly why: readonly string[] } {
  const { view, person, language, asOf, decided } = parts;
  const { t, format } = language;
  if (decided !== null) {
    const outcome = t(`words:option.${decided.outcome}`);
    return { form: null, why: [t("gate:decision.decided", { day: format.date(decided.at), outcome })] };
  }
  if (asOf !== null) return { form: null, why: [t("gate:decision.past")] };
  if (!view.open) return { form: null, why: [t("gate:decision.notOpen")] };
  if (!person.roles.includes("approver")) return { form: null, why: [t("gate:decision.notApprover")] };
  const facts = { ...view.facts, actor: { id: person.id, roles: person.roles } };
  const reasons = mayDecide(view.state, person.id, facts);
  if (reasons.length > 0) return { form: null, why: reasons.map((reason) => reasonText(reason, language)) };
  return { form: formOf(parts, form ?? blankForm({}, null)), why: [] };
}

const options: readonly VoteOption[] = ["approve", "approve-with-conditions", "return", "reject", "abstain"];

function formOf({ view, row, person, language, names }: GateParts, form: FormState): DecisionForm {
  const { t, format } = language;
  const fields = fieldsOf(form, language);
  const choice = {
    gate: view.gate,
    conditions: view.conditions,
    draft: draftOf(view.state, view.gate, view.policy),
    today: view.facts.today,
  };
  const judged = options.map((option) => ({ option, reasons: optionReasons(option, choice) }));
  const base = `/technologies/${row.slug}/gates/${view.gate}`;
  const deputises = findPerson(view.facts, person.id)?.deputyFor ?? [];
  const offices = deputises.filter((id) => barredReasons(view.facts, id).length === 0);
  return {
    action: `${base}/votes`,
    hidden: [...hiddenOf(form), { name: "ground", value: view.ground }],
    options: fields.radios("option", {
      legend: t("gate:decision.what"),
      options: judged
        .filter(({ reasons }) => reasons.length === 0)
        .map(({ option }) => ({
          value: option,
          label: t(`words:option.${option}`),
          hint: t(`gate:consequence.${view.gate}.${option}`),
        })),
      closed: judged
        .filter(({ reasons }) => reasons.length > 0)
        .map(({ option, reasons }) => ({
          label: t("gate:decision.closed", { option: t(`words:option.${option}`) }),
          reason: closedReason(reasons, option, base, language),
        })),
    }),
    reason: fields.textarea("reason", {
      label: t("gate:decision.reason"),
      hint: t("gate:decision.reasonHint"),
      rows: 2,
    }),
    lessons: fields.textarea("lessons", {
      label: t("gate:decision.lessons"),
      hint: t("gate:decision.lessonsHint"),
      rows: 3,
      optional: true,
    }),
    lessonsOpen: fields.value("lessons") !== "" || form.reasons.some(({ field }) => field === "lessons"),
    behalf:
      offices.length === 0
        ? null
        : fields.select("onBehalfOf", {
            label: t("gate:decision.behalf"),
            options: [
              { value: "", label: t("gate:decision.myself") },
              ...offices.map((id) => ({ value: id, label: names.get(id) ?? id })),
            ],
          }),
    aside: t("gate:decision.position", { position: format.number(view.state.position) }),
    recuse: `${base}/recusal`,
  };
}

const drafting = ["ConditionsNotDrafted", "ConditionNotCovered", "DraftOverdue"];

/** Every reason; where only the list of conditions is missing, the way to it. */
function closedReason(reasons: readonly Reason[], option: VoteOption, base: string, language: Language): Content {
  const sentences = inOneLine(
    language,
    reasons.map((reason) => reasonText(reason, language)),
  );
  const onlyDraft = option === "approve-with-conditions" && reasons.every(({ code }) => drafting.includes(code));
  return onlyDraft ? html`${sentences} <a href="${base}/conditions">${language.t("gate:draft.edit")}</a>` : sentences;
}
