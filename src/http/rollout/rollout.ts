import { z } from "zod";
import { actionsFor } from "../../application/gate.ts";
import type { Services } from "../../application/services.ts";
import type { Technology, TechnologyCommandType } from "../../domain/technology/state/technology.ts";
import type { PortfolioRow } from "../../projections/portfolio/types.ts";
import type { Deps } from "../deps.ts";
import { formPage } from "../technology-form.ts";
import type { FormFace } from "../technology-form.ts";
import { departmentAndTier, technologyPage } from "../technology-page.ts";
import type { EmptyModel } from "../view/components.ts";
import { pathValue } from "../request-values.ts";
import { wordsFor } from "../private-words.ts";
import { rolloutCrumb } from "./crumb.ts";
import { guardsModel } from "./guards.ts";
import { heldModel } from "../say/held.ts";
import { rolloutLead } from "./rollout-lead.ts";
import type { RolloutParts } from "./rollout-parts.ts";
import { untrainedModel } from "./untrained.ts";
import { wavesModel } from "./waves.ts";

export const stepSchema = z.object({});

/** The rollout: its waves, its guards, its hold; opening and completing a wave. */
export function rolloutPages({ services }: Deps) {
  const open = stepPage(services, "OpenWave", "rollout:wave.openedDone");
  const complete = stepPage(services, "CompleteWave", "rollout:wave.completedDone");
  return { show: open.show, openWave: open.submit, completeWave: complete.submit };
}

/** The same page, with what one of its buttons does. */
const stepPage = (services: Services, type: "OpenWave" | "CompleteWave", key: string) =>
  formPage<typeof stepSchema, RolloutParts>(
    services,
    {
      schema: stepSchema,
      roles: ["planner"],
      command: (_values, _parts, req) => ({ type, wave: Number(pathValue(req, "wave")) }),
      done: () => ({ to: "rollout", key }),
      show: (parts) => rolloutShown(services, parts),
    },
    async (req, res) => {
      const page = await technologyPage(services, req, res);
      return {
        ...page,
        open: await actionsFor(services, page.row.id, page.person),
        words: await wordsFor(services, res, page.technology, digestsOf(page.technology)),
      };
    },
  );

function rolloutShown(services: Services, parts: RolloutParts): FormFace {
  const { row, technology, language, open } = parts;
  const { t } = language;
  return {
    view: "pages/rollout/rollout",
    head: {
      title: t("rollout:title", { name: row.name }),
      trail: [rolloutCrumb(parts)],
      eyebrow: departmentAndTier(services, parts),
      lead: rolloutLead(parts),
    },
    model: {
      held: heldModel(parts),
      waves: wavesModel(parts),
      untrained: untrainedModel(parts),
      guards: guardsModel(parts),
      empty: technology.rollout?.waves.length ? null : emptyModel(parts),
      links: linksOf(t, row, open, technology.rollout?.hold != null),
    },
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
