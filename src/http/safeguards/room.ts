import { kindName } from "../stated/words.ts";
import { safeguardKinds } from "../../domain/safeguard-kinds/kinds.ts";
import { peopleChoices } from "../choices/people.ts";
import { departmentChoices } from "../choices/departments.ts";
import { technologyChoices } from "../choices/technologies.ts";
import { foundBy } from "../choices/choices.ts";
import type { Deps } from "../deps.ts";
import type { ListedWarning } from "../../projections/warnings/types.ts";
import { pathValue } from "../request-values.ts";
import { listRoutes } from "../lists/list-routes.ts";
import { anyRole, requireRole } from "../middleware/access.ts";
import { underTechnology } from "../room-words.ts";
import type { MetAt } from "../room-words.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import type { Language } from "../view/languages.ts";
import type { Values } from "../view/translate.ts";
import type { Request } from "express";
import type { Person } from "../visitor.ts";
import { statementRoutes } from "../statement-routes.ts";
import { droppingStatement, reopeningStatement } from "./acts.ts";
import { safeguardPages } from "./overview.ts";
import { publicRecordPages } from "./public-record.ts";
import { editStatementPages, newStatementPages, safeguardSchema } from "./state-pages.ts";
import { reviewSchema, statementPages } from "./statement-pages.ts";

const metAt = (key: string): MetAt => ({
  see: "safeguards",
  act: { command: "StateSafeguard", at: "safeguards" },
  anchor: key,
});

/** Statements that somebody makes and somebody independent reviews; a kind is a declaration of the domain. */
export const safeguardsRoom = {
  name: "safeguards",
  page: "safeguards",
  routes,
  kind: "safeguards",
  events: {
    SafeguardStated: {
      tell: (language, { kind, item, cleared }) => ({
        values: { safeguard: nameOf(language, kind), item, count: cleared.length },
        ...(cleared.length > 0 && { variant: "SafeguardStated_cleared" }),
      }),
    },
    SafeguardSubmitted: {
      tell: (language, { kind, item }) => ({ values: { safeguard: nameOf(language, kind), item } }),
    },
    SafeguardReviewed: {
      tell: (language, { kind, item, outcome, until, fixes }) => ({
        values: {
          safeguard: nameOf(language, kind),
          item,
          until: until === null ? "" : language.format.date(until),
          tier: fixes.tier === undefined ? "" : language.t(`words:tier.${fixes.tier}`),
        },
        variant: variantOf(outcome, until, fixes.tier),
      }),
    },
    SafeguardReopened: {
      tell: (language, { kind, item }) => ({ values: { safeguard: nameOf(language, kind), item } }),
      mark: () => ({ glyph: "drifted", word: "reopened" }),
    },
    SafeguardDropped: { tell: (language, { kind, item }) => ({ values: { safeguard: nameOf(language, kind), item } }) },
  },
  acts: {
    StateSafeguard: { at: "safeguards", from: ["technology", "pilot"] },
    ReviewSafeguard: { at: "safeguards", from: ["technology"] },
    ReopenSafeguard: { at: "safeguards" },
    DropSafeguard: { at: "safeguards" },
  },
  conditions: Object.fromEntries(safeguardKinds.map(({ key }) => [key, metAt(key)])),
  work: {
    "state-safeguard": {
      group: "own",
      href: (item) => underTechnology(item, placeOf(item.subject ?? "", "edit")),
      subject: (language, _, subject) => nameOf(language, subject.split("/")[0] ?? subject),
    },
    "review-safeguard": {
      group: "decision",
      href: (item) => underTechnology(item, placeOf(item.subject ?? "")),
      subject: (language, _, subject) => nameOf(language, subject.split("/")[0] ?? subject),
    },
  },
  warnings: {
    "safeguard-lapses": {
      href: toStatement,
      values: (language, { params }) => ({
        safeguard: kindName(language, { key: String(params["safeguard"]) }),
        item: String(params["item"]),
      }),
    },
    "remedy-due": { href: toStatement, values: remedyValues },
    "remedy-overdue": { href: toStatement, values: remedyValues },
    "drill-due": { href: toStatement, values: drillValues },
    "drill-overdue": { href: toStatement, values: drillValues },
  },
} satisfies Room;

function toStatement(warning: ListedWarning): string {
  return underTechnology(warning, `safeguards/${String(warning.params["item"])}`);
}

function remedyValues({ t }: Language, { params }: ListedWarning): Values {
  const severity = t(`safeguards/security-baseline:question.severity.option.${String(params["severity"])}`);
  return { item: String(params["item"]), severity };
}

/** Where one drill of any class is enough, none is named. */
function drillValues({ t }: Language, { params }: ListedWarning): Values {
  const [item, of] = [String(params["item"]), String(params["class"])];
  return { item, what: of === "any" ? t("safeguards:anyDrill") : t(`safeguards/response-plan:part.${of}`) };
}

function variantOf(outcome: string, until: string | null, tier: string | undefined): string {
  if (outcome === "returned") return "SafeguardReviewed_returned";
  if (tier !== undefined) return "SafeguardReviewed_tier";
  return until === null ? "SafeguardReviewed" : "SafeguardReviewed_until";
}

/** A kind that this version does not know has its key for a name. */
const nameOf = ({ t }: Language, kind: string): string =>
  t.has(`safeguards/${kind}:name`) ? t(`safeguards/${kind}:name`) : kind;

/** "<kind>" where nobody has begun one, "<kind>/<item>" else. */
function placeOf(subject: string, then = ""): string {
  const [kind = "", item] = subject.split("/");
  if (item === undefined) return `safeguards/new/${kind}`;
  return then === "" ? `safeguards/${item}` : `safeguards/${item}/${then}`;
}

function routes(all: Routes, deps: Deps): void {
  const { get, post } = all;
  const writer = requireRole("planner", "evaluator", "approver");
  const reviewer = requireRole("approver", "evaluator");
  const overview = safeguardPages(deps);
  get("/technologies/:slug/safeguards", anyRole, overview.show);
  listRoutes(all, "/technologies/:slug/safeguards", anyRole, overview.list);
  get("/technologies/:slug/safeguards/people", writer, foundBy(deps, people));
  get("/technologies/:slug/safeguards/departments", writer, foundBy(deps, departments));
  get("/technologies/:slug/safeguards/technologies", writer, foundBy(deps, technologies));
  const record = publicRecordPages(deps);
  get("/technologies/:slug/public-record", anyRole, record.show);
  listRoutes(all, "/technologies/:slug/public-record", anyRole, record.list);
  get("/technologies/:slug/public-record.json", anyRole, record.json);
  const begin = newStatementPages(deps);
  get("/technologies/:slug/safeguards/new/:kind", writer, begin.show);
  post("/technologies/:slug/safeguards/new/:kind", writer, safeguardSchema, begin.submit);
  const statement = statementPages(deps);
  get("/technologies/:slug/safeguards/:statement", anyRole, statement.show);
  const edit = editStatementPages(deps);
  get("/technologies/:slug/safeguards/:statement/edit", writer, edit.show);
  post("/technologies/:slug/safeguards/:statement/edit", writer, safeguardSchema, edit.submit);
  post("/technologies/:slug/safeguards/:statement/review", reviewer, reviewSchema, statement.submit, {
    form: "/technologies/:slug/safeguards/:statement",
  });
  statementRoutes(all, deps, reopeningStatement, droppingStatement);
}

const people = ({ services, people: identities }: Deps, language: Language) =>
  peopleChoices(identities, language, { among: services.views.people.all(), address: "" });

const departments = ({ services }: Deps, language: Language) =>
  departmentChoices(services.views.departments.all(), language, "");

/** Without the one that is stated about. */
const technologies = ({ services }: Deps, _language: Language, _person: Person, req: Request) =>
  technologyChoices(services.views.portfolio, { address: "", own: pathValue(req, "slug") });
