import type { Request, Response } from "express";
import { setImmediate } from "node:timers/promises";
import { linkLife } from "../../authority/links.ts";
import { invite } from "../../application/people/password-links.ts";
import type { Deps } from "../deps.ts";
import { forbidden } from "../faults.ts";
import type { Form } from "../forms/form.ts";
import { originOf } from "../origin.ts";
import { render } from "../page.ts";
import { submission } from "../submission.ts";
import { html } from "../view/html.ts";
import { languageOf } from "../visitor.ts";
import { crumbsOf, mustImport } from "./file.ts";
import { planAt } from "./plan.ts";

const inTurn = 100;

/**
 * A link to choose a password for each of those whom an import added and who have not come in yet. As for one person, the
 * links stand in this one page and nowhere else.
 */
export function linkPages(deps: Deps) {
  const { services, people, config } = deps;
  return {
    async make(req: Request, res: Response, form: Form<object>): Promise<void> {
      const plan = await planAt(deps, req, res);
      mustImport(res, plan.kind);
      if (plan.kind !== "people" || !form.valid) return forbidden("links of this import");
      const { t, format } = languageOf(res);
      const added = (await services.imports.rows(plan.id, { does: "create", after: -1, limit: 1000 })).flatMap(
        ({ outcome, subject }) => (outcome?.is === "done" && subject !== null ? [subject] : []),
      );
      const links = new Map<string, string>();
      for (const [at, person] of added.entries()) {
        const made = await invite(services, { ...submission(res, form, "administrator"), person });
        if (made.kind === "made") links.set(person, `${originOf(req, config)}/link/${made.token}`);
        if (at % inTurn === 0) await setImmediate();
      }
      const names = await people.names(links.keys());
      const until = format.dateTime(Date.now() + linkLife.invitation);
      const crumbs = [...crumbsOf(languageOf(res)), { text: plan.file, href: `/imports/${plan.id}` }];
      await render(
        res,
        "pages/imports/links",
        {
          title: t("imports:links.title"),
          section: "people",
          crumbs,
          secret: true,
          lead: t("imports:links.lead", { count: links.size, until }),
        },
        {
          table: {
            caption: t("imports:links.title"),
            columns: [{ label: t("imports:column.name") }, { label: t("imports:links.link") }],
            rows: [...links].map(([person, link]) => ({
              cells: [{ content: names.get(person) ?? person, header: true }, { content: html`<code>${link}</code>` }],
            })),
          },
          back: `/imports/${plan.id}`,
        },
      );
    },
  };
}
