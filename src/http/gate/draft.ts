import { z } from "zod";
import { addDays } from "../../domain/words/days.ts";
import type { Choices } from "../choices/choices.ts";
import { choiceField } from "../choices/fields.ts";
import { peopleChoices } from "../choices/people.ts";
import type { Deps } from "../deps.ts";
import { day, optionalText, reference, requiredText } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import type { FormState } from "../forms/form.ts";
import { addRow, rowsIn } from "../forms/rows.ts";
import type { Typed } from "../forms/typed.ts";
import { conditionReason } from "../say/condition-shown.ts";
import { conditionTitle } from "../say/condition.ts";
import { formPage } from "../technology-form.ts";
import type { FormFace } from "../technology-form.ts";
import type { Language } from "../view/languages.ts";
import type { Form as Fields } from "../view/form.ts";
import { mustRead, plainWords } from "../private-words.ts";
import { worthDrafting } from "./draft-model.ts";
import { gateCrumb, partsOf } from "./gate-parts.ts";
import type { GateParts } from "./gate-parts.ts";

export const draftSchema = z.object({
  conditions: z
    .array(
      z.object({ condition: reference(), text: requiredText(2000), dueOn: day(), owner: reference() }),
      "gate:draft.missing",
    )
    .max(20),
  intent: optionalText(40),
});

type DraftPage = GateParts & {
  /** Those who may be named for a condition. */
  readonly owners: Choices;
};

/** The dated conditions of an approval: each open condition that may be deferred, with an owner, and others the approvers add. */
export const draftPages = (deps: Deps) =>
  formPage<typeof draftSchema, DraftPage>(
    deps.services,
    {
      schema: draftSchema,
      roles: ["approver"],
      action: ({ view, at }) => at(`gates/${view.gate}/conditions`),
      blank: (page) => blankForm(typedFrom(page), page.view.state.version),
      aside: ({ typed, version }) => (typed["intent"] === "add" ? blankForm(withExtra(typed), version) : null),
      command: ({ conditions }, { view: { gate } }) => ({
        type: "DraftConditions",
        gate,
        conditions: conditions.map((condition) => ({ ...condition, text: { text: condition.text } })),
      }),
      done: (_, { view }) => ({ to: `gates/${view.gate}`, key: "gate:draft.done" }),
      show: draftShown,
    },
    async (req, res) => {
      const parts = await partsOf(deps, req, res);
      mustRead(deps.services, res, parts.technology);
      return { ...parts, owners: conditionOwners(deps, parts.language) };
    },
  );

/** Whoever plans and runs pilots sees that a condition is met. */
export const conditionOwners = ({ services, people }: Deps, language: Language): Choices =>
  peopleChoices(people, language, {
    among: services.views.people.holding("planner"),
    address: "/technologies/condition-owners/choices",
  });

function withExtra(typed: Typed): Typed {
  const more = addRow(typed, "conditions", ["condition", "text", "dueOn", "owner"]);
  const at = rowsIn(more, "conditions").at(-1) ?? 0;
  const extras = Object.values(typed).filter((value) => typeof value === "string" && value.startsWith("extra-")).length;
  return { ...more, [`conditions.${at}.condition`]: `extra-${extras + 1}` };
}

/** The list as drafted, or a row for each open condition that the policy lets be deferred. */
function typedFrom({ view, words }: GateParts): Typed {
  const draft = view.state.ballots[view.gate]?.draft ?? [];
  const open = view.conditions.filter(
    ({ status, deferrable }) => deferrable && (status === "unmet" || status === "unknown"),
  );
  const rows =
    draft.length > 0
      ? draft.map(({ condition, text, dueOn, owner }) => ({
          condition,
          text: plainWords(words, text),
          dueOn,
          owner,
        }))
      : (open.length > 0 ? open.map(({ key }) => key) : ["extra-1"]).map((condition) => ({
          condition,
          text: "",
          dueOn: addDays(view.facts.today, Math.min(60, view.policy.terms.conditionDays)),
          owner: "",
        }));
  return Object.fromEntries(
    rows.flatMap((row, at) => Object.entries(row).map(([field, value]) => [`conditions.${at}.${field}`, value])),
  );
}

async function draftShown(page: DraftPage, fields: Fields, form: FormState): Promise<FormFace> {
  const { row, view, language } = page;
  const { t, format } = language;
  const { conditionDays } = view.policy.terms;
  const latest = format.date(addDays(view.facts.today, conditionDays));
  const dueHint = t("gate:draft.dueHint", { days: conditionDays, latest });
  return {
    view: "pages/gate/draft",
    head: {
      title: t("gate:draft.title", { name: row.name }),
      trail: [gateCrumb(page, view.gate)],
      lead: t("gate:draft.lead"),
    },
    model: {
      useless: !worthDrafting(view),
      rows: await Promise.all(
        rowsIn(form.typed, "conditions").map(async (at) => {
          const key = fields.value(`conditions.${at}.condition`);
          return {
            legend: key.startsWith("extra-") ? t("gate:draft.extra") : conditionTitle(language, key),
            key: { name: `conditions.${at}.condition`, value: key },
            why: whyOpen(page, key),
            text: fields.textarea(`conditions.${at}.text`, { label: t("gate:draft.text"), rows: 3 }),
            dueOn: fields.date(`conditions.${at}.dueOn`, { label: t("gate:draft.dueOn"), hint: dueHint }),
            owner: await choiceField(fields, `conditions.${at}.owner`, { label: t("gate:draft.owner") }, page.owners),
          };
        }),
      ),
    },
  };
}

function whyOpen({ view, language }: GateParts, key: string): string {
  const condition = view.conditions.find((candidate) => candidate.key === key);
  return condition === undefined ? "" : conditionReason(language, view.policy, condition);
}
