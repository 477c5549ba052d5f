import { z } from "zod";
import { actionsFor } from "../../application/gate.ts";
import type { Technology, TechnologyCommandType } from "../../domain/technology/state/technology.ts";
import type { PortfolioRow } from "../../projections/portfolio/types.ts";
import type { Deps } from "../deps.ts";
import type { House } from "../house.ts";
import { formPage } from "../technology-form.ts";
import type { FormFace } from "../technology-form.ts";
import { departmentAndTier, technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { EmptyModel, LinkModel } from "../view/components.ts";
import { wordsFor } from "../private-words.ts";
import type { Words } from "../private-words.ts";
import { explained } from "../say/explained.ts";
import { pilotCrumb } from "./crumb.ts";
import { drillsModel } from "./drills.ts";
import { amendmentsModel, pastModels } from "./history.ts";
import { indicatorTable } from "./indicators.ts";
import { planLead } from "./plan-lead.ts";
import { looksModel } from "./looks.ts";
import { planModel } from "./plan-model.ts";
import { planDigests } from "../say/plan-digests.ts";

export const openSchema = z.object({});

type PlanPage = TechnologyPage & {
  readonly words: Words;
  /** Of those who amended the plan. */
  readonly names: ReadonlyMap<string, string>;
  /** What the person who looks may do now. */
  readonly open: readonly TechnologyCommandType[];
};

/** The pilot: its plan in plain words, its looks, what was changed after the lock, and the steps that are open now. */
export const planPages = (deps: Deps) =>
  formPage<typeof openSchema, PlanPage>(
    deps.services,
    {
      schema: openSchema,
      roles: ["planner"],
      command: () => ({ type: "OpenPilot" }),
      done: () => ({ to: "plan", key: "pilot:open.done" }),
      show: (page) => planShown(deps, page),
    },
    async (req, res) => {
      const { services, people } = deps;
      const page = await technologyPage(services, req, res);
      const { row, technology, person } = page;
      return {
        ...page,
        open: await actionsFor(services, row.id, person),
        words: await wordsFor(services, res, technology, digestsOf(technology)),
        names: await people.names((technology.plan?.amendments ?? []).map(({ by }) => by)),
      };
    },
  );

function planShown({ services, house }: Deps, page: PlanPage): FormFace {
  const { row, technology, language, today, open, at } = page;
  const { t } = language;
  return {
    view: "pages/pilot/plan",
    head: {
      title: t("pilot:plan.title", { name: row.name }),
      trail: [pilotCrumb(page)],
      eyebrow: departmentAndTier(services, page),
      lead: planLead(language, technology, today),
    },
    model: {
      open: open.includes("OpenPilot") ? at("pilot") : null,
      links: linksOf(t, row, open, house.acts),
      ...sectionsOf(page),
      explained: explained(language),
      past: pastModels(language, technology, technology.pastPlans),
      nothing: technology.plan === null ? nothingModel(page) : null,
    },
  };
}

function sectionsOf({ technology, policy, language, today, words, names }: PlanPage) {
  const { plan } = technology;
  if (plan === null) return {};
  return {
    plan: planModel(language, plan, words),
    looks: looksModel(language, technology, plan, today),
    indicators: indicatorTable(language, policy, plan.plan, words),
    drills: drillsModel(language, technology, plan, policy, today),
    amendments: amendmentsModel(language, plan, words, names),
  };
}

const nothingModel = ({ technology, language: { t } }: PlanPage): EmptyModel => ({
  title: t("pilot:plan.none"),
  text: t(`pilot:plan.${technology.stage === "piloting" ? "noneNow" : "noneYet"}`),
});

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
