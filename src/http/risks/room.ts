import { foundBy } from "../choices/choices.ts";
import { departmentChoices } from "../choices/departments.ts";
import type { Deps } from "../deps.ts";
import { listRoutes } from "../lists/list-routes.ts";
import { anyRole, requireRole } from "../middleware/access.ts";
import { underTechnology } from "../room-words.ts";
import type { ListedWarning } from "../../projections/warnings/types.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { statementRoutes } from "../statement-routes.ts";
import type { Language } from "../view/languages.ts";
import { acrossPages, riskDepartments } from "./across.ts";
import { approversFound, askPages, askSchema } from "./ask.ts";
import { endingStatement } from "./end.ts";
import { libraryPages } from "./library.ts";
import { registerPages } from "./register.ts";
import { acceptSchema, riskPages } from "./risk.ts";

/** The register of risks of a technology, who answers for those above what may stand, and the same across technologies. */
export const risksRoom = {
  name: "risks",
  page: "risks",
  routes,
  kind: "risks",
  searched: { kind: "risk", href: (hit) => underTechnology(hit, `risks/${hit.item}`) },
  events: {
    RiskAcceptanceAsked: {
      tell: (language, { item, level, until }) => ({ values: { item, ...levelAndDay(language, level, until) } }),
    },
    RiskAccepted: {
      tell: (language, { item, level, until }) => ({ values: { item, ...levelAndDay(language, level, until) } }),
    },
    RiskAcceptanceRefused: { tell: (_, { item }) => ({ values: { item } }) },
    RiskAcceptanceEnded: {
      tell: (_, { item }) => ({ values: { item } }),
      mark: () => ({ glyph: "drifted", word: "reopened" }),
    },
  },
  finals: {
    RiskAccepted: { values: (language, { level, until }) => levelAndDay(language, level, until) },
  },
  acts: {
    AskRiskAcceptance: { at: "risks" },
    AcceptRisk: { at: "risks", from: ["technology"] },
    RefuseRiskAcceptance: { at: "risks" },
    EndRiskAcceptance: { at: "risks" },
  },
  conditions: {
    "risk-accepted": { see: "risks", act: { command: "AskRiskAcceptance", at: "risks" } },
  },
  warnings: {
    "risk-acceptance-ends": { href: toRisk },
    "risk-control-ends": { href: toRisk },
    "risk-unanswered": { href: toRisk },
    "risk-overdue": { href: toRisk },
  },
  work: {
    "treat-risk": {
      group: "own",
      ofRisk: true,
      href: (item) => underTechnology(item, `risks/${item.subject ?? ""}`),
    },
    "accept-risk": {
      group: "decision",
      glyph: "waits",
      ofRisk: true,
      href: (item) => underTechnology(item, `risks/${item.subject ?? ""}`),
    },
    "ask-risk": {
      group: "own",
      ofRisk: true,
      href: (item) => underTechnology(item, `risks/${item.subject ?? ""}`),
    },
  },
} satisfies Room;

/** The part of a subject before its first stroke: the risk. */
function toRisk({ technology, subject }: ListedWarning): string {
  return underTechnology({ technology }, `risks/${(subject ?? "").split("/")[0] ?? ""}`);
}

const levelAndDay = ({ t, format }: Language, level: string, until: string) => ({
  level: t(`words:riskStep.${level}`),
  until: format.date(until),
});

function routes(all: Routes, deps: Deps): void {
  const { get, post } = all;
  const base = "/technologies/:slug/risks";
  const across = acrossPages(deps);
  get("/risks", anyRole, across.show);
  listRoutes(all, "/risks", anyRole, across.list);
  get(
    riskDepartments,
    anyRole,
    foundBy(deps, (_deps, language) =>
      departmentChoices(deps.services.views.departments.all(), language, riskDepartments),
    ),
  );
  const library = libraryPages(deps);
  get("/risks/library", anyRole, library.show);
  const register = registerPages(deps);
  get(base, anyRole, register.show);
  listRoutes(all, base, anyRole, register.list);
  get(`${base}/library`, anyRole, library.pick);
  const risk = riskPages(deps);
  get(`${base}/:statement`, anyRole, risk.show);
  post(`${base}/:statement`, requireRole("approver"), acceptSchema, risk.submit);
  const ask = askPages(deps);
  get(`${base}/:statement/acceptance`, requireRole("planner"), ask.show);
  get(`${base}/:statement/acceptance/people`, requireRole("planner"), approversFound(deps));
  post(`${base}/:statement/acceptance`, requireRole("planner"), askSchema, ask.submit);
  statementRoutes(all, deps, endingStatement);
}
