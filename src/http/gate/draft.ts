import type { Request, Response } from "express";
import { z } from "zod";
import { handle } from "../../application/handle.ts";
import { onTechnology } from "../../application/on-technology.ts";
import { addDays } from "../../domain/words/days.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { day, optionalText, reference, requiredText } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { addRow, rowsIn } from "../forms/rows.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import type { Typed } from "../forms/typed.ts";
import { submission, unsettled } from "../outcome.ts";
import { done, render } from "../page.ts";
import { conditionTitle } from "../say/condition.ts";
import { conditionReason } from "../say/condition-shown.ts";
import { theTechnology } from "../technology-page.ts";
import { mustRead } from "../words.ts";
import { worthDrafting } from "./draft-model.ts";
import { crumbsOf, gateOf, partsOf } from "./gate-parts.ts";
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

/** The dated conditions of an approval: each open condition that may be deferred, with an owner, and others the approvers add. */
export function draftPages(deps: Deps) {
  const show = async (req: Request, res: Response, form?: FormState): Promise<void> => {
    const parts = await partsOf(deps, req, res);
    mustRead(deps.services, res, parts.technology);
    await showDraft(deps, res, parts, form ?? blankForm(typedFrom(parts), parts.view.state.version));
  };
  return {
    show: (req: Request, res: Response) => show(req, res),
    async submit(req: Request, res: Response, form: Form<z.output<typeof draftSchema>>): Promise<void> {
      if (form.typed["intent"] === "add") return show(req, res, blankForm(withExtra(form.typed), form.version));
      if (!form.valid) return show(req, res, form);
      const row = await theTechnology(deps.services, req);
      mustRead(deps.services, res, (await deps.services.views.technologyState(row.id)) ?? notFound());
      const gate = gateOf(req);
      const conditions = form.values.conditions.map((one) => ({ ...one, text: { text: one.text } }));
      const outcome = await handle(
        deps.services,
        submission(res, form, "approver"),
        onTechnology(row.id, { type: "DraftConditions", gate, conditions }),
      );
      const again = unsettled(form, outcome);
      if (again !== null) return show(req, res, again);
      done(res, `/technologies/${row.slug}/gates/${gate}`, "gate:draft.done");
    },
  };
}

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
      ? draft.map((one) => {
          const text = words.get(one.text);
          return {
            condition: one.condition,
            text: text?.kind === "text" ? text.text : "",
            dueOn: one.dueOn,
            owner: one.owner,
          };
        })
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

async function showDraft(
  { people }: Deps,
  res: Response,
  { row, view, language }: GateParts,
  form: FormState,
): Promise<void> {
  const { t, format } = language;
  const fields = fieldsOf(form, language);
  const { conditionDays } = view.policy.terms;
  const dueHint = t("gate:draft.dueHint", {
    days: conditionDays,
    latest: format.date(addDays(view.facts.today, conditionDays)),
  });
  const owners = view.facts.people.filter(({ roles }) => roles.includes("planner"));
  const names = await people.names(owners.map(({ id }) => id));
  const options = owners.map(({ id }) => ({ value: id, label: names.get(id) ?? id }));
  const reasonOf = (key: string): string => {
    const found = view.conditions.find((one) => one.key === key);
    return found === undefined ? "" : conditionReason(language, view.policy, found);
  };
  await render(
    res,
    "pages/gate/draft",
    {
      title: t("gate:draft.title", { name: row.name }),
      section: "portfolio",
      crumbs: crumbsOf(language, row, view.gate),
      lead: t("gate:draft.lead"),
      form,
    },
    {
      action: `/technologies/${row.slug}/gates/${view.gate}/conditions`,
      hidden: hiddenOf(form),
      useless: !worthDrafting(view),
      rows: rowsIn(form.typed, "conditions").map((at) => {
        const key = fields.value(`conditions.${at}.condition`);
        return {
          legend: key.startsWith("extra-") ? t("gate:draft.extra") : conditionTitle(language, key),
          key: { name: `conditions.${at}.condition`, value: key },
          why: reasonOf(key),
          text: fields.textarea(`conditions.${at}.text`, { label: t("gate:draft.text"), rows: 3 }),
          dueOn: fields.date(`conditions.${at}.dueOn`, { label: t("gate:draft.dueOn"), hint: dueHint }),
          owner: fields.select(`conditions.${at}.owner`, { label: t("gate:draft.owner"), options, choose: true }),
        };
      }),
    },
  );
}
