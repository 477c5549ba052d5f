import type { Gate } from "../../domain/policy/policy.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import type { Stage } from "../../domain/technology/state/stage.ts";
import { stateHelp } from "../say/help-states.ts";
import { stepper } from "../charts/stepper.ts";
import type { StepModel, StepsModel } from "../view/components.ts";
import type { TechnologyPage } from "../technology-page.ts";

const line: readonly (readonly [Gate, Stage])[] = [
  ["admission", "piloting"],
  ["completion", "evaluating"],
  ["rollout", "rolling-out"],
];

const stageBefore: { readonly [G in Gate]: Stage } = {
  admission: "proposed",
  completion: "piloting",
  rollout: "evaluating",
  adoption: "rolling-out",
};

/** Stages are lines, gates diamonds; an ended life shows how far it came. */
export function stepsOf(page: TechnologyPage): StepsModel {
  const { technology, language } = page;
  const steps = [
    ...line.flatMap(([gate, stage]) => [gateStep(page, gate), stageStep(page, stage)]),
    gateStep(page, "adoption"),
  ];
  const ended = !["proposed", "piloting", "evaluating", "rolling-out", "adopted"].includes(technology.stage);
  return stepper(
    language.t("technology:steps"),
    ended ? steps.map((step) => (step.state === "now" ? { ...step, state: "todo" } : step)) : steps,
  );
}

function gateStep({ technology, language, row }: TechnologyPage, gate: Gate): StepModel {
  const { t, format } = language;
  const decided = technology.decisions.findLast((decision) => decision.gate === gate);
  const passed =
    decided !== undefined && (decided.outcome === "approve" || decided.outcome === "approve-with-conditions");
  const now = technology.stage === stageBefore[gate];
  const state = now ? "now" : passed ? "done" : "todo";
  return {
    kind: "gate",
    state: state === "now" && row.gateWaits ? "now" : state === "now" ? "todo" : state,
    name: t(`words:gate.${gate}`),
    href: now || decided !== undefined ? `/technologies/${row.slug}/gates/${gate}` : stateHelp("gate", gate),
    notes: [
      ...(decided === undefined
        ? []
        : [t(`technology:decided.${decided.outcome}`, { day: format.dateShort(decided.at) })]),
      ...(now && row.gateDue !== null ? [t("technology:due", { day: format.dateShort(row.gateDue) })] : []),
    ],
  };
}

function stageStep(page: TechnologyPage, stage: Stage): StepModel {
  const { technology, language, row } = page;
  const { t } = language;
  const entered = technology.passages.findLast((passage) => passage.stage === stage);
  const current = technology.stage === stage;
  const stages = technology.passages.map((passage) => passage.stage);
  const left = entered !== undefined && !current && stages.lastIndexOf(stage) < stages.length - 1;
  return {
    kind: "stage",
    state: current ? "now" : left ? "done" : "todo",
    name: t(`words:stage.${stage}`),
    href: hrefOf(row.slug, technology, stage) ?? stateHelp("stage", stage),
    notes: notesOf(stage, page, entered?.at),
  };
}

function hrefOf(slug: string, technology: Technology, stage: Stage): string | undefined {
  if (stage === "piloting" && (technology.plan !== null || technology.stage === "piloting"))
    return `/technologies/${slug}/plan`;
  if (stage === "evaluating" && technology.evaluation !== null) return `/technologies/${slug}/evaluation`;
  if (stage === "rolling-out" && technology.rollout !== null) return `/technologies/${slug}/rollout`;
  return undefined;
}

function notesOf(
  stage: Stage,
  { technology, language: { t, format }, row: { rolledBackAt } }: TechnologyPage,
  at: string | undefined,
): string[] {
  if (stage === "piloting" && technology.plan !== null) {
    const { plan, openedOn } = technology.plan;
    return [
      openedOn === null
        ? t("technology:pilot.starts", { day: format.dateShort(plan.startsOn) })
        : t("technology:pilot.since", { day: format.dateShort(openedOn) }),
      t("technology:pilot.plan", { days: plan.days, sites: plan.siteCount, count: plan.siteCount }),
    ];
  }
  if (stage === "evaluating" && technology.evaluation !== null) {
    const { evaluators, revealed } = technology.evaluation;
    const submitted = evaluators.filter(({ state }) => state === "submitted").length;
    return [
      revealed === null
        ? t("technology:evaluation.blind", { submitted, count: evaluators.length })
        : t("technology:evaluation.revealed", { count: revealed.sheets.length, day: format.dateShort(revealed.at) }),
    ];
  }
  if (stage === "rolling-out" && technology.rollout !== null && technology.rollout.waves.length > 0) {
    const { waves, hold } = technology.rollout;
    const complete = waves.filter(({ state }) => state === "complete").length;
    if (rolledBackAt !== null) return [t("technology:rollout.rolledBack", { day: format.dateShort(rolledBackAt) })];
    return [
      t("technology:rollout.waves", { complete, count: waves.length }),
      ...(hold === null ? [] : [t("technology:rollout.held", { day: format.dateShort(hold.since) })]),
    ];
  }
  return at === undefined ? [] : [format.dateShort(at)];
}
