import type { Request, Response } from "express";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import type { ListFile } from "../lists/list-file.ts";
import { originOf } from "../origin.ts";
import { render } from "../page.ts";
import { pathValue } from "../request-values.ts";
import { listsEdition } from "../selection/lists-edition.ts";
import { savedFiltersModel } from "../selection/saved-filters.ts";
import { viewSwitch } from "../selection/view-switch.ts";
import { html } from "../view/html.ts";
import { personOf } from "../visitor.ts";
import { radarBody, radarLead } from "./body.ts";
import { leavingRadar, radarAs, radarFormats } from "./leaving.ts";
import { questionFor, shownFor } from "./shown.ts";
import type { RadarShown } from "./shown.ts";
import { radarFile } from "./table.ts";

/** `/radar`: rings that follow from decisions, and what moved between two days. */
export function radarPages(deps: Deps) {
  const { services, fragments, config } = deps;
  const ofAddress = (req: Request, res: Response): RadarShown => shownFor(deps, questionFor(deps, req, res));

  return {
    async show(req: Request, res: Response): Promise<void> {
      const question = questionFor(deps, req, res);
      const { language, selection, asked } = question;
      const { department } = personOf(res);
      const wanted = JSON.stringify([selection.query, selection.look, department, asked]);
      const key = `${listsEdition(services, language)} ${wanted}`;
      // Both pieces are of the same dots, which are looked for once, and only where a piece is not kept.
      let dotsOnce: RadarShown | null = null;
      const withDots = (): RadarShown => (dotsOnce ??= shownFor(deps, question));
      await render(
        res,
        "pages/radar/radar",
        {
          title: language.t("radar:title"),
          section: "portfolio",
          crumbs: [{ text: language.t("portfolio:title"), href: "/technologies" }],
          lead: fragments.of(`radar lead ${key}`, () => html`${radarLead(withDots())}`),
        },
        {
          views: viewSwitch(language, "radar", selection.query, await savedFiltersModel(deps, res)),
          respelt: selection.respelt,
          body: await fragments.ready(`radar body ${key}`, () => radarBody(deps, withDots(), department)),
        },
      );
    },

    /** The same dots in a format that other radars read, and our own import. */
    as(req: Request, res: Response): void {
      const format = radarFormats.find((known) => known === pathValue(req, "format")) ?? notFound();
      const { language, radar, asked, names } = ofAddress(req, res);
      const origin = originOf(req, config);
      const { name, type, content } = radarAs(format, leavingRadar(language, radar, { asked, names, origin }));
      res.attachment(name).type(type).send(content);
    },

    list(req: Request, res: Response): ListFile {
      const { language, radar, names } = ofAddress(req, res);
      return radarFile(language, radar, names);
    },
  };
}
