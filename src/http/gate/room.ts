import type { Room } from "../room.ts";
import { conditionWord, gateWord } from "../say/event-words.ts";
import { gateWarnings } from "./gate-warnings.ts";
import { gateWork } from "./gate-work.ts";
import { foundBy } from "../choices/choices.ts";
import type { Deps } from "../deps.ts";
import { asOfPages } from "./as-of.ts";
import { dossierAsked, dossierFiles } from "./dossier-files.ts";
import { dossierPages } from "./dossier.ts";
import { conditionOwners, draftPages, draftSchema } from "./draft.ts";
import { driftPages, driftSchema } from "./drift-page.ts";
import { gatePages } from "./gate.ts";
import { lookPages } from "./look.ts";
import { papersAsked, papersPages, papersPath } from "./papers.ts";
import { recordPages } from "./record.ts";
import { replayPages } from "./replay.ts";
import { confirmationStatement, fulfilmentStatement, recusalStatement } from "./statements.ts";
import { castVote, voteSchema } from "./vote.ts";
import { waiverDecisionPages, waiverDecisionSchema } from "./waiver-decision.ts";
import { waiverPages, waiverSchema } from "./waiver.ts";
import { requireRole, anyRole } from "../middleware/access.ts";
import type { Routes } from "../routes.ts";
import { statementRoutes } from "../statement-routes.ts";

/** Gates, waivers, decisions. */
export const gateRoom = {
  name: "gate",
  routes,
  kind: "gates",
  events: {
    ConditionsDrafted: {
      tell: (language, { gate, conditions }) => ({
        values: { gate: gateWord(language, gate), count: conditions.length },
      }),
    },
    VoteCast: {
      tell: (language, { gate, option, onBehalfOf }) => ({
        values: { gate: gateWord(language, gate), option: language.t(`events:option.${option}`) },
        ...(onBehalfOf !== null && { variant: "VoteCast_deputy" }),
      }),
    },
    VotesLapsed: {
      tell: (language, { gate, voters, why }) => ({
        values: { gate: gateWord(language, gate), count: voters.length, why: language.t(`events:lapse.${why}`) },
      }),
    },
    GateDecided: {
      tell: ({ t }, { gate, outcome, record: { conditions } }) => ({
        values: {
          gate: t(`words:gate.${gate}`),
          outcome: t(`events:decided.${outcome}`),
          met: conditions.filter(({ status }) => status === "met" || status === "waived").length,
          total: conditions.length,
        },
      }),
    },
    ConditionFulfilled: {
      tell: (language, { condition }) => ({ values: { condition: conditionWord(language, condition) } }),
    },
    DecisionConfirmed: {
      tell: ({ t }, { decision, tier, complete }) => ({
        values: { position: decision, tier: t("words:impactTier", { tier: t(`words:tier.${tier}`) }) },
        ...(complete && { variant: "DecisionConfirmed_complete" }),
      }),
    },
    DriftConfirmed: { tell: (_, { decision, drift }) => ({ values: { position: decision, count: drift.length } }) },
    ReopeningSupported: {
      tell: (language, { decision, gate, complete }) => ({
        values: { position: decision, gate: gateWord(language, gate) },
        ...(complete && { variant: "ReopeningSupported_complete" }),
      }),
    },
    TierLowered: {
      tell: ({ t }, { from, to }) => ({ values: { from: t(`words:tier.${from}`), to: t(`words:tier.${to}`) } }),
    },
    WaiverRequested: {
      kind: "waivers",
      tell: (language, { waiver, gate, condition, until }) => ({
        values: {
          waiver,
          gate: gateWord(language, gate),
          condition: conditionWord(language, condition),
          day: language.format.date(until),
        },
      }),
    },
    WaiverSupported: { kind: "waivers", tell: (_, { waiver }) => ({ values: { waiver } }) },
    WaiverGranted: { kind: "waivers", tell: (_, { waiver, by }) => ({ values: { waiver, count: by.length } }) },
    WaiverRefused: { kind: "waivers", tell: (_, { waiver }) => ({ values: { waiver } }) },
    WaiverLapsed: { kind: "waivers", tell: (_, { waiver }) => ({ values: { waiver } }) },
  },
  finals: {
    ReopeningSupported: {
      variant: ({ complete }) => (complete ? "complete" : "support"),
      values: ({ t }, { gate }) => ({ gate: t(`words:gate.${gate}`) }),
    },
    GateDecided: {
      variant: ({ gate, outcome }) => (outcome === "reject" ? outcome : `${outcome.replace(/-.*/, "")}.${gate}`),
      values: ({ t }, { gate }) => ({ gate: t(`words:gate.${gate}`) }),
    },
  },
  acts: {
    CastVote: { at: "gates" },
    DraftConditions: { at: "gates" },
    RecuseApprover: { at: "gates" },
    FulfilCondition: { at: "gates" },
    ConfirmDecision: { at: "gates" },
    ConfirmDrift: { at: "drift" },
    ReopenGate: { at: "drift" },
    RequestWaiver: { at: "gates" },
    GrantWaiver: { at: "waivers" },
    RefuseWaiver: { at: "waivers" },
  },
  conditions: {
    "approval-conditions-fulfilled": {},
    "lower-tier-confirmed": {},
  },
  work: gateWork,
  warnings: gateWarnings,
} satisfies Room;

function routes(all: Routes, deps: Deps): void {
  const { get, post } = all;
  const approver = requireRole("approver");
  const asker = requireRole("planner", "evaluator");
  const gate = gatePages(deps);
  get("/technologies/:slug/gates/:gate", anyRole, gate.show, { costs: "sensitivity" });
  get("/technologies/:slug/gates/:gate/as-of", anyRole, asOfPages(deps).show);
  get("/technologies/:slug/looks/:position", anyRole, lookPages(deps).show, { costs: "sensitivity" });
  post("/technologies/:slug/gates/:gate/votes", approver, voteSchema, castVote(deps), {
    on: "/technologies/:slug/gates/:gate",
  });
  const dossier = dossierPages(deps);
  get("/technologies/:slug/gates/:gate/dossier", anyRole, dossier.show, { costs: "sensitivity" });
  const files = dossierFiles(deps, dossierAsked);
  get("/technologies/:slug/gates/:gate/dossier.pdf", anyRole, files.pdf, { costs: "document" });
  get("/technologies/:slug/gates/:gate/dossier.docx", anyRole, files.docx, { costs: "document" });
  get(papersPath, anyRole, papersPages(deps).show);
  const papers = dossierFiles(deps, papersAsked);
  get(`${papersPath}.pdf`, anyRole, papers.pdf, { costs: "document" });
  get(`${papersPath}.docx`, anyRole, papers.docx, { costs: "document" });
  const draft = draftPages(deps);
  get("/technologies/condition-owners/choices", approver, foundBy(deps, conditionOwners));
  get("/technologies/:slug/gates/:gate/conditions", approver, draft.show);
  post("/technologies/:slug/gates/:gate/conditions", approver, draftSchema, draft.submit);
  const waiver = waiverPages(deps);
  get("/technologies/:slug/gates/:gate/waivers/new", asker, waiver.show);
  post("/technologies/:slug/gates/:gate/waivers", asker, waiverSchema, waiver.submit, {
    form: "/technologies/:slug/gates/:gate/waivers/new",
  });
  const waiverDecision = waiverDecisionPages(deps);
  get("/technologies/:slug/waivers/:waiver", approver, waiverDecision.show);
  post("/technologies/:slug/waivers/:waiver", approver, waiverDecisionSchema, waiverDecision.submit);
  statementRoutes(all, deps, recusalStatement, fulfilmentStatement, confirmationStatement);
  const drift = driftPages(deps);
  get("/technologies/:slug/drift/:position", approver, drift.show);
  post("/technologies/:slug/drift/:position", approver, driftSchema, drift.submit);
  const record = recordPages(deps);
  get("/decisions/:position", anyRole, record.show, { costs: "sensitivity" });
  get("/decisions/:position/replay", anyRole, replayPages(deps).show, { costs: "replay" });
}
