import type { Deps } from "../deps.ts";
import { anyRole } from "../middleware/access.ts";
import { underTechnology } from "../room-words.ts";
import type { WarningWords, WorkWords } from "../room-words.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { consultationEvents, contributionEvents } from "./event-words.ts";
import { listPages } from "./list.ts";
import { pollRoutes } from "./poll/routes.ts";
import { consultationsOutside } from "./outside/routes.ts";

const owed: WarningWords = {
  href: (warning) => underTechnology(warning, `consultations/${warning.subject ?? ""}`),
  values: ({ format }, { due }) => ({ due: due === null ? "" : format.date(due) }),
};

const toDo = (page: string): WorkWords => ({
  group: "own",
  glyph: "waits",
  href: (item) => underTechnology(item, `consultations/${item.subject ?? ""}${page}`),
});

/** What the public is asked, what it says, and what becomes of it. */
export const consultationsRoom = {
  name: "consultations",
  page: "consultations",
  routes,
  outside: consultationsOutside,
  kind: "consultations",
  events: { ...consultationEvents, ...contributionEvents },
  acts: {
    OpenConsultation: { at: "consultations", from: ["technology", "pilot"] },
    AmendConsultation: { at: "consultations" },
    WithdrawConsultation: { at: "consultations" },
    IssuePollCodes: { at: "consultations" },
    MinuteHearing: { at: "consultations" },
    MakePoint: { at: "consultations" },
    RewordPoint: { at: "consultations" },
    JoinPoints: { at: "consultations" },
    AnswerPoint: { at: "consultations" },
    AnswerConsultation: { at: "consultations" },
  },
  conditions: { consultation: { see: "consultations" } },
  work: {
    "place-contributions": toDo("/contributions?point=none"),
    "answer-points": toDo("/points"),
    "answer-consultation": toDo("/answer"),
    "minute-hearing": toDo("/minutes"),
  },
  warnings: { "consultation-near": owed, "consultation-overdue": owed },
} satisfies Room;

function routes(all: Routes, deps: Deps): void {
  const base = "/technologies/:slug/consultations";
  all.get(base, anyRole, listPages(deps).show);
  pollRoutes(all, deps, `${base}/:id`);
}
