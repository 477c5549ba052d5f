import { indicatorName } from "../say/condition.ts";
import { figureText, measureIn } from "../say/figure.ts";
import { underTechnology } from "../room-words.ts";
import type { Room } from "../room.ts";
import { clockName } from "../say/clock.ts";
import { conditionWord } from "../say/event-words.ts";
import type { Telling } from "../say/telling.ts";
import type { PayloadOf } from "../../domain/technology/state/technology.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { Language } from "../view/languages.ts";
import type { Deps } from "../deps.ts";
import { requireRole, anyRole } from "../middleware/access.ts";
import { drillCorrection } from "./drill-correction.ts";
import { drillPages, drillSchema } from "./drill.ts";
import { planSchema, rolloutPlanPages } from "./plan.ts";
import { rolloutPages, stepSchema } from "./rollout.ts";
import { holdStatement, resumeStatement, retireStatement, rollBackStatement } from "./statements.ts";
import type { Routes } from "../routes.ts";
import { statementRoutes } from "../statement-routes.ts";

/** Waves, guards, holds, the end. */
export const rolloutRoom = {
  name: "rollout",
  page: "rollout",
  routes,
  kind: "rollout",
  events: {
    RolloutPlanned: { tell: (_, { waves, guards }) => ({ values: { waves: waves.length, guards: guards.length } }) },
    DrillRecorded: {
      tell: ({ format }, { on, minutes }) => ({ values: { day: format.date(on), minutes, count: minutes } }),
    },
    WaveOpened: { tell: (_, { wave }) => ({ values: { wave } }) },
    GuardAssessed: {
      tell: (language, { wave, indicator, state }, { policy }) => ({
        values: {
          wave,
          indicator: indicatorName(language, policy, indicator),
          state: language.t(`events:guard.${state}`),
        },
      }),
      mark: ({ state }) => (state === "breached" ? { glyph: "unmet", word: "breached" } : null),
    },
    RolloutHeld: {
      tell: (language, { cause }, { policy }) => heldBy(language, cause, policy),
      mark: () => ({ glyph: "held", word: "held" }),
    },
    RolloutResumed: {},
    WaveCompleted: { tell: (_, { wave }) => ({ values: { wave } }) },
    RolledBack: { mark: () => ({ glyph: "unmet", word: "rolledBack" }) },
    TechnologyRetired: {},
  },
  finals: {
    WaveOpened: { values: (_, { wave }) => ({ wave }) },
    WaveCompleted: { values: (_, { wave }) => ({ wave }) },
    RolledBack: {},
    TechnologyRetired: {},
  },
  acts: {
    PlanRollout: { at: "rollout/plan", from: ["technology"] },
    RecordDrill: { at: "rollout/drills/new", from: ["technology", "pilot"] },
    OpenWave: { at: "rollout", from: ["technology"] },
    HoldRollout: { at: "rollout", from: ["technology"] },
    ResumeRollout: { at: "rollout", from: ["technology"] },
    CompleteWave: { at: "rollout", from: ["technology"] },
    RollBack: { at: "rollout", from: ["technology"] },
    Retire: { at: "retirement", from: ["technology"] },
  },
  corrections: { DrillRecorded: drillCorrection },
  conditions: {
    "rollout-planned": { see: "rollout", act: { command: "PlanRollout", at: "rollout/plan" } },
    "waves-complete": { see: "rollout" },
    "guards-within": { see: "rollout", act: { command: "AttachEvidence", at: "evidence/new" } },
    "no-hold": { see: "rollout", act: { command: "ResumeRollout", at: "rollout/resumption" } },
  },
  work: {
    "plan-rollout": { group: "own", href: (item) => underTechnology(item, "rollout/plan") },
    wave: { group: "own", href: (item) => underTechnology(item, "rollout") },
    held: {
      group: "held",
      glyph: "held",
      href: (item) => underTechnology(item, "rollout"),
      undated: ({ t, format }, { since }, today) => ({
        due: t("work:heldFor", { days: format.days(Math.max(0, format.daysBetween(since, today))) }),
        dueNote: t("work:never"),
      }),
    },
  },
  warnings: {
    "wave-overdue": {
      href: (warning) => underTechnology(warning, "rollout"),
      values: ({ t }, { params }) => ({
        wave: Number(params["wave"]),
        step: t(params["held"] === 1 ? "rollout:overdue.held" : "rollout:overdue.open"),
      }),
    },
    "guard-near": {
      href: (warning) => underTechnology(warning, "rollout"),
      values: (language, { params }, policy) => {
        const indicator = String(params["indicator"]);
        const [bound, limit] = [Number(params["bound"]), Number(params["limit"])];
        const measure = measureIn(policy, indicator);
        return {
          indicator: indicatorName(language, policy, indicator),
          bound: figureText(language, measure, bound, { beside: limit }),
          limit: figureText(language, measure, limit),
          wave: Number(params["wave"]),
        };
      },
    },
  },
} satisfies Room;

function routes(all: Routes, deps: Deps): void {
  const { get, post } = all;
  const planner = requireRole("planner");
  const rollout = rolloutPages(deps);
  const onRollout = { on: "/technologies/:slug/rollout" };
  get("/technologies/:slug/rollout", anyRole, rollout.show);
  post("/technologies/:slug/rollout/waves/:wave/opening", planner, stepSchema, rollout.openWave, onRollout);
  post("/technologies/:slug/rollout/waves/:wave/completion", planner, stepSchema, rollout.completeWave, onRollout);
  const plan = rolloutPlanPages(deps);
  get("/technologies/:slug/rollout/plan", planner, plan.show);
  post("/technologies/:slug/rollout/plan", planner, planSchema, plan.submit);
  const drill = drillPages(deps);
  get("/technologies/:slug/rollout/drills/new", planner, drill.show);
  post("/technologies/:slug/rollout/drills", planner, drillSchema, drill.submit, {
    form: "/technologies/:slug/rollout/drills/new",
  });
  statementRoutes(all, deps, holdStatement, resumeStatement, rollBackStatement, retireStatement);
}

function heldBy(language: Language, cause: PayloadOf<"RolloutHeld">["cause"], policy: Policy): Telling {
  if (cause.kind === "guard")
    return {
      variant: "RolloutHeld_guard",
      values: { indicator: indicatorName(language, policy, cause.indicator), wave: cause.wave },
    };
  if (cause.kind === "condition-overdue")
    return {
      variant: "RolloutHeld_condition",
      values: { day: language.format.date(cause.dueOn), condition: conditionWord(language, cause.condition) },
    };
  if (cause.kind === "clock-overdue")
    return { variant: "RolloutHeld_clock", values: { clock: clockName(language, policy, cause.clock) } };
  return {};
}
