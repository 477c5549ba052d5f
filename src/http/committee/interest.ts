import { z } from "zod";
import type { Deps } from "../deps.ts";
import { choice, optionalText } from "../forms/fields.ts";
import { formPage } from "../technology-form.ts";
import { panelCrumb, panelPage } from "./panel-page.ts";
import type { PanelPage } from "./panel-page.ts";

export const interestSchema = z.object({
  conflict: choice(["no", "yes"], { missing: "committee:interest.missing" }),
  text: optionalText(4000),
});

/** Before the opinion: whether the member has an interest. A conflict ends their part in it, also later. */
export const interestPages = (deps: Deps) =>
  formPage<typeof interestSchema, PanelPage>(
    deps.services,
    {
      schema: interestSchema,
      roles: ["member"],
      action: ({ at }) => at("committee/interest"),
      command: ({ conflict, text }) => ({
        type: "DeclareCommitteeInterest",
        conflict: conflict === "yes",
        text: text === "" ? null : { text },
      }),
      done: ({ conflict }) =>
        conflict === "yes"
          ? { to: "committee", key: "committee:interest.recused" }
          : { to: "committee/opinion", key: "committee:interest.done" },
      show: (page, fields) => {
        const { row, language, at } = page;
        const { t } = language;
        return {
          view: "pages/committee/interest",
          head: {
            title: t("committee:interest.title", { name: row.name }),
            trail: [panelCrumb(page)],
            lead: t("committee:interest.lead"),
          },
          model: {
            conflict: fields.radios("conflict", {
              legend: t("committee:interest.question"),
              options: [
                { value: "no", label: t("committee:interest.no"), hint: t("committee:interest.noHint") },
                { value: "yes", label: t("committee:interest.yes"), hint: t("committee:interest.yesHint") },
              ],
            }),
            text: fields.textarea("text", {
              label: t("committee:interest.text"),
              hint: t("committee:interest.textHint"),
              rows: 3,
              optional: true,
            }),
            back: at("committee"),
          },
        };
      },
    },
    (req, res) => panelPage(deps, req, res),
  );
