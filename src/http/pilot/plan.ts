import type { Request, Response } from "express";
import { z } from "zod";
import { actionsFor } from "../../application/gate.ts";
import { handle } from "../../application/handle.ts";
import { onTechnology } from "../../application/on-technology.ts";
import type { Technology, TechnologyCommandType } from "../../domain/technology/state/technology.ts";
import type { PortfolioRow } from "../../projections/portfolio/types.ts";
import type { Deps } from "../deps.ts";
import type { House } from "../house.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { hiddenOf } from "../forms/show.ts";
import { submission, unsettled } from "../outcome.ts";
import { done } from "../page.ts";
import { departmentAndTier, renderTechnology, technologyPage, theTechnology } from "../technology-page.ts";
import type { LinkModel } from "../view/components.ts";
import { wordsFor } from "../words.ts";
import { pilotCrumb } from "./crumb.ts";
import { drillsModel } from "./drills.ts";
import { amendmentsModel, pastModels } from "./history.ts";
import { indicatorTable } from "./indicators.ts";
import { planLead } from "./plan-lead.ts";
import { looksModel } from "./looks.ts";
import { planModel } from "./plan-model.ts";
import { planDigests } from "./values.ts";

export const openSchema = z.object({});

/** The pilot: its plan in plain words, its looks, what was changed after the lock, and the steps that are open now. */
export function planPages({ services, people, house }: Deps) {
  const show = async (req: Request, res: Response, form?: FormState): Promise<void> => {
    const page = await technologyPage(services, req, res);
    const { row, technology, policy, language, person, today } = page;
    const { plan, pastPlans } = technology;
    const { t } = language;
    const open = await actionsFor(services, row.id, person);
    const words = await wordsFor(services, res, technology, digestsOf(technology));
    const names = await people.names((plan?.amendments ?? []).map(({ by }) => by));
    await renderTechnology(
      res,
      page,
      "pages/pilot/plan",
      {
        title: t("pilot:plan.title", { name: row.name }),
        trail: [pilotCrumb(page)],
        eyebrow: departmentAndTier(services, page),
        lead: planLead(language, technology, today),
        ...(form !== undefined && { form }),
      },
      {
        hidden: hiddenOf(form ?? blankForm({}, technology.version)),
        open: open.includes("OpenPilot") ? `/technologies/${row.slug}/pilot` : null,
        links: linksOf(t, row, open, house.acts),
        plan: plan === null ? null : planModel(language, plan, words),
        looks: plan === null ? null : looksModel(language, technology, plan, today),
        indicators: plan === null ? null : indicatorTable(language, policy, plan.plan, words),
        drills: plan === null ? null : drillsModel(language, technology, plan, policy, today),
        amendments: plan === null ? null : amendmentsModel(language, plan, words, names),
        past: pastModels(language, technology, pastPlans),
        nothing:
          plan === null
            ? {
                title: t("pilot:plan.none"),
                text: t(`pilot:plan.${technology.stage === "piloting" ? "noneNow" : "noneYet"}`),
              }
            : null,
      },
    );
  };

  return {
    show: (req: Request, res: Response) => show(req, res),

    async open(req: Request, res: Response, form: Form<z.output<typeof openSchema>>): Promise<void> {
      if (!form.valid) return show(req, res, form);
      const row = await theTechnology(services, req);
      const outcome = await handle(
        services,
        submission(res, form, "planner"),
        onTechnology(row.id, { type: "OpenPilot" }),
      );
      const again = unsettled(form, outcome);
      if (again !== null) return show(req, res, again);
      done(res, `/technologies/${row.slug}/plan`, "pilot:open.done");
    },
  };
}

const digestsOf = ({ plan }: Technology): readonly (string | null)[] =>
  plan === null ? [] : [...planDigests(plan.plan), ...plan.amendments.map(({ reason }) => reason)];

/** The pilot's own steps in the order they are taken; what other rooms do in a pilot comes after them. */
const own: readonly TechnologyCommandType[] = ["LockPilotPlan", "AttachEvidence", "AmendPilotPlan", "StopPilot"];

function linksOf(
  t: (key: string) => string,
  row: PortfolioRow,
  open: readonly TechnologyCommandType[],
  acts: House["acts"],
): LinkModel[] {
  return [...new Set([...own, ...acts.keys()])].flatMap((command) => {
    const act = acts.get(command);
    return act?.from?.includes("pilot") === true && open.includes(command)
      ? [{ text: t(`technology:action.${command}`), href: `/technologies/${row.slug}/${act.at}` }]
      : [];
  });
}
