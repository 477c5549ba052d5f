import { z } from "zod";
import { mostNeeds } from "../../domain/technology/needs/state-needs.ts";
import type { Deps } from "../deps.ts";
import { optionalText, requiredText } from "../forms/fields.ts";
import { refused, blankForm } from "../forms/form.ts";
import type { FormState } from "../forms/form.ts";
import { addRow, rowsIn } from "../forms/rows.ts";
import { formInStage } from "../forms/stage.ts";
import type { Typed } from "../forms/typed.ts";
import { needsAreFixed } from "../../domain/technology/state/needs.ts";
import { formPage } from "../technology-form.ts";
import type { FormFace } from "../technology-form.ts";
import type { Form as Fields } from "../view/form.ts";
import { mustRead, plainWords } from "../private-words.ts";
import { needsCrumb, needsPage } from "./needs-page.ts";
import type { NeedsPage } from "./needs-page.ts";

/** Rows left empty are none. */
const filled = (typed: unknown): unknown =>
  Array.isArray(typed) ? typed.filter((row: unknown) => !isEmpty(row)) : typed;

const isEmpty = (row: unknown): boolean =>
  typeof row === "object" && row !== null && "text" in row && typeof row.text === "string" && row.text.trim() === "";

export const needsSchema = z.object({
  needs: z.preprocess(
    filled,
    z
      .array(z.object({ text: requiredText(500) }), "needs:state.missing")
      .min(1, "needs:state.missing")
      .max(mostNeeds, "needs:state.tooMany"),
  ),
  intent: optionalText(40),
});

/** The list of needs, one a row; a later list replaces an earlier one until there is evidence. */
export const stateNeedsPages = ({ services }: Deps) =>
  formPage<typeof needsSchema, NeedsPage>(
    services,
    {
      schema: needsSchema,
      roles: ["planner"],
      action: ({ at }) => at("needs/list"),
      blank: blankList,
      aside: ({ typed, version }) =>
        typed["intent"] === "add" ? blankForm(addRow(typed, "needs", ["text"]), version) : null,
      command: ({ needs }) => ({ type: "StateNeeds", needs: needs.map(({ text }) => ({ text: { text } })) }),
      done: () => ({ to: "needs", key: "needs:state.done" }),
      show: listShown,
    },
    async (req, res) => {
      const page = await needsPage(services, req, res);
      mustRead(services, res, page.technology);
      return page;
    },
  );

function blankList({ row, technology, words }: NeedsPage): FormState {
  const texts = technology.needs.map(({ text }) => plainWords(words, text));
  const rows = texts.length > 0 ? texts : ["", "", ""];
  const typed: Typed = Object.fromEntries(rows.map((text, at) => [`needs.${at}.text`, text]));
  const blank = formInStage(row, "StateNeeds", typed);
  const fixed = blank.reasons.length === 0 && needsAreFixed(technology);
  return fixed ? refused(blank, [{ code: "NeedsFixed" }]) : blank;
}

function listShown(page: NeedsPage, fields: Fields, form: FormState): FormFace {
  const { t } = page.language;
  return {
    view: "pages/needs/list",
    head: {
      title: t("needs:state.title", { name: page.row.name }),
      trail: [needsCrumb(page)],
      lead: t("needs:state.lead"),
    },
    model: {
      rows: rowsIn(form.typed, "needs").map((at, index) =>
        fields.textarea(`needs.${at}.text`, {
          label: t("needs:state.need", { number: index + 1 }),
          rows: 2,
          ...(index === 0 && { hint: t("needs:state.hint") }),
        }),
      ),
      back: page.at("needs"),
    },
  };
}
