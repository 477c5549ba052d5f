import type { Request, Response } from "express";
import { z } from "zod";
import { publicParts } from "../../domain/policy/safeguards/publishing.ts";
import { withholdingGrounds } from "../../domain/technology/state/publication.ts";
import type { WithheldPart } from "../../domain/technology/state/publication.ts";
import { firstUntold } from "../../domain/technology/state/publication.ts";
import { openActions } from "../../domain/technology/open-actions.ts";
import { gatherFacts } from "../../application/facts.ts";
import { addDays } from "../../domain/words/days.ts";
import type { Deps } from "../deps.ts";
import { choice } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import { hiddenOf } from "../forms/show.ts";
import { technologyForm } from "../technology-form.ts";
import { departmentAndTier, renderTechnology, technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { Form as Fields } from "../view/form.ts";

const parts: readonly [WithheldPart, ...WithheldPart[]] = ["everything", ...publicParts];

const withholdSchema = z.object({
  part: choice(parts, { missing: "publication:withhold.partMissing" }),
  ground: choice(withholdingGrounds, { missing: "publication:withhold.groundMissing" }),
});
const releaseSchema = z.object({ part: choice(parts) });

/** `/technologies/:slug/publication`: what the public sees of it, since when, what is withheld, and what is still to be told. */
export const overviewPage =
  (deps: Deps) =>
  async (req: Request, res: Response): Promise<void> => {
    const { services } = deps;
    const page = await technologyPage(services, req, res);
    const { row, technology, language, person, at } = page;
    const { t, format } = language;
    const open = openActions(technology, person, gatherFacts(services, person));
    const statement = technology.publicStatement;
    const mayRelease = open.includes("ReleasePublicPart");
    await renderTechnology(
      res,
      page,
      "pages/publication/overview",
      {
        title: t("publication:overview.title", { name: row.name }),
        eyebrow: departmentAndTier(services, page),
        lead: leadOf(deps, page),
      },
      {
        outside: isTold(deps, page) ? `/public/technologies/${row.slug}` : null,
        preview: technology.decisions.length === 0 ? null : at("publication/preview"),
        told: technology.published.toReversed().map(({ gate, outcome, at: moment, position }) => ({
          text: t(`publication:decided.${gate}.${outcome}`),
          on: t("publication:overview.toldOn", { day: format.date(moment) }),
          entry: `/ledger/${position}`,
        })),
        statement:
          statement === null
            ? t("publication:overview.noStatement")
            : t("publication:overview.statement", { day: format.date(statement.at), count: statement.texts.length }),
        write: open.includes("WritePublicStatement") ? at("publication/statement") : null,
        withheld: technology.withheldParts.map(({ part, ground, at: moment }) => ({
          text: t("publication:overview.withheld", {
            part: partName(page, part),
            ground: t(`publication:ground.${ground}`),
            day: format.date(moment),
          }),
          release: mayRelease
            ? { action: at("publication/release"), part, hidden: hiddenOf(blankForm({}, technology.version)) }
            : null,
        })),
        withhold: open.includes("WithholdPublicPart") ? at("publication/withholding") : null,
      },
    );
  };

const isTold = ({ services }: Deps, { technology }: TechnologyPage): boolean =>
  services.views.outside.isOpen("pages") && technology.published.length > 0;

function leadOf({ services }: Deps, { technology, language }: TechnologyPage): string {
  const { t, format } = language;
  const { from, embargoDays } = services.views.policies.current().safeguards.publishing;
  if (!services.views.outside.isOpen("pages")) return t("publication:overview.shut");
  const untold = firstUntold(technology);
  if (untold === null) return t(`publication:overview.${technology.published.length > 0 ? "all" : "nothing"}`);
  const on = addDays(untold.record.today, embargoDays);
  if (technology.published.length === 0)
    return t("publication:overview.notYet", { stage: t(`words:stage.${from}`), count: embargoDays });
  return t("publication:overview.embargo", { day: format.date(on) });
}

const partName = ({ language: { t } }: Pick<TechnologyPage, "language">, part: WithheldPart): string =>
  part === "everything" ? t("publication:everything") : t(`words:publicPart.${part}`);

export const withholdForm = ({ services }: Deps) =>
  technologyForm(services, {
    schema: withholdSchema,
    roles: ["approver", "administrator"],
    action: ({ at }) => at("publication/withholding"),
    command: ({ part, ground }) => ({ type: "WithholdPublicPart", part, ground }),
    done: () => ({ to: "publication", key: "publication:withhold.done" }),
    show: (page: TechnologyPage, fields: Fields) => ({
      view: "pages/publication/withhold",
      head: {
        title: page.language.t("publication:withhold.title", { name: page.row.name }),
        lead: page.language.t("publication:withhold.lead"),
        trail: [{ text: page.language.t("publication:crumb"), href: page.at("publication") }],
      },
      model: {
        part: fields.radios("part", {
          legend: page.language.t("publication:withhold.part"),
          options: parts.map((part) => ({ value: part, label: partName(page, part) })),
        }),
        ground: fields.radios("ground", {
          legend: page.language.t("publication:withhold.ground"),
          options: withholdingGrounds.map((ground) => ({
            value: ground,
            label: page.language.t(`publication:ground.${ground}`),
          })),
        }),
        back: page.at("publication"),
      },
    }),
  });

export const releaseForm = ({ services }: Deps) =>
  technologyForm(services, {
    schema: releaseSchema,
    roles: ["approver", "administrator"],
    action: ({ at }) => at("publication/release"),
    command: ({ part }) => ({ type: "ReleasePublicPart", part }),
    done: () => ({ to: "publication", key: "publication:release.done" }),
    show: ({ row, language: { t }, at }: TechnologyPage, _: Fields, form) => ({
      view: "pages/publication/release",
      head: {
        title: t("publication:release.title", { name: row.name }),
        trail: [{ text: t("publication:crumb"), href: at("publication") }],
      },
      model: { part: String(form.typed["part"] ?? ""), back: at("publication") },
    }),
  });
