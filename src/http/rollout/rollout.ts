import type { Request, Response } from "express";
import { z } from "zod";
import { actionsFor } from "../../application/gate.ts";
import { handle } from "../../application/handle.ts";
import { onTechnology } from "../../application/on-technology.ts";
import type { Technology, TechnologyCommandType } from "../../domain/technology/state/technology.ts";
import type { PortfolioRow } from "../../projections/portfolio/types.ts";
import type { Deps } from "../deps.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { hiddenOf } from "../forms/show.ts";
import { submission, unsettled } from "../outcome.ts";
import { done } from "../page.ts";
import { departmentAndTier, renderTechnology, technologyPage, theTechnology } from "../technology-page.ts";
import { pathValue } from "../visitor.ts";
import { wordsFor } from "../words.ts";
import { rolloutCrumb } from "./crumb.ts";
import type { EmptyModel } from "../view/components.ts";
import { guardsModel } from "./guards.ts";
import { heldModel } from "./held.ts";
import { rolloutLead } from "./rollout-lead.ts";
import type { RolloutParts } from "./rollout-parts.ts";
import { wavesModel } from "./waves.ts";

export const stepSchema = z.object({});

/** The rollout: its waves, its guards, its hold; opening and completing a wave. */
export function rolloutPages({ services }: Deps) {
  const show = async (req: Request, res: Response, form?: FormState): Promise<void> => {
    const page = await technologyPage(services, req, res);
    const { row, technology, language, person } = page;
    const { t } = language;
    const open = await actionsFor(services, row.id, person);
    const words = await wordsFor(services, res, technology, digestsOf(technology));
    const blank = form ?? blankForm({}, technology.version);
    const parts = { ...page, words, open };
    await renderTechnology(
      res,
      page,
      "pages/rollout/rollout",
      {
        title: t("rollout:title", { name: row.name }),
        trail: [rolloutCrumb(page)],
        eyebrow: departmentAndTier(services, page),
        lead: rolloutLead(parts),
        ...(form !== undefined && { form }),
      },
      {
        hidden: hiddenOf(blank),
        held: heldModel(parts),
        waves: wavesModel(parts),
        guards: guardsModel(parts),
        empty: technology.rollout?.waves.length ? null : emptyModel(parts),
        links: linksOf(t, row, open, technology.rollout?.hold != null),
      },
    );
  };

  const step =
    (type: "OpenWave" | "CompleteWave", key: string) =>
    async (req: Request, res: Response, form: Form<z.output<typeof stepSchema>>): Promise<void> => {
      if (!form.valid) return show(req, res, form);
      const row = await theTechnology(services, req);
      const outcome = await handle(
        services,
        submission(res, form, "planner"),
        onTechnology(row.id, { type, wave: Number(pathValue(req, "wave")) }),
      );
      const again = unsettled(form, outcome);
      if (again !== null) return show(req, res, again);
      done(res, `/technologies/${row.slug}/rollout`, key);
    };

  return {
    show: (req: Request, res: Response) => show(req, res),
    openWave: step("OpenWave", "rollout:wave.openedDone"),
    completeWave: step("CompleteWave", "rollout:wave.completedDone"),
  };
}

/** What will stand here, and who begins it. */
function emptyModel({ language, row, open }: RolloutParts): EmptyModel {
  const { t } = language;
  return {
    title: t("rollout:empty.title"),
    text: t("rollout:empty.text"),
    ...(open.includes("PlanRollout") && {
      action: { text: t("rollout:link.PlanRollout"), href: `/technologies/${row.slug}/rollout/plan` },
    }),
  };
}

function digestsOf({ rollout }: Technology): string[] {
  const hold = rollout?.hold?.text;
  return [
    ...(rollout?.waves.map(({ name }) => name) ?? []),
    ...(rollout?.drills.map(({ text }) => text) ?? []),
    ...(hold == null ? [] : [hold]),
  ];
}

const places: readonly (readonly [TechnologyCommandType, string])[] = [
  ["PlanRollout", "rollout/plan"],
  ["AttachEvidence", "evidence/new"],
  ["RecordDrill", "rollout/drills/new"],
  ["HoldRollout", "rollout/hold"],
  ["RollBack", "rollout/rollback"],
];

/** While it is held, fresh evidence and rolling back stand in the hold's own panel. */
function linksOf(t: (key: string) => string, row: PortfolioRow, open: readonly TechnologyCommandType[], held: boolean) {
  return places
    .filter(([command]) => open.includes(command))
    .filter(([command]) => !held || command === "PlanRollout" || command === "RecordDrill")
    .map(([command, place]) => ({ text: t(`rollout:link.${command}`), href: `/technologies/${row.slug}/${place}` }));
}
