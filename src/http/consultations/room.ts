import type { z } from "zod";
import type { Deps } from "../deps.ts";
import { erasureSchema } from "../forms/erasing.ts";
import { listRoutes } from "../lists/list-routes.ts";
import { anyRole, requireRole } from "../middleware/access.ts";
import { underTechnology } from "../room-words.ts";
import type { WarningWords, WorkWords } from "../room-words.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import type { FormPage } from "../technology-form.ts";
import { answerPages, minutesPages, withdrawalPages } from "./acts.ts";
import { amendmentPages } from "./amendment.ts";
import { consultationPages } from "./consultation.ts";
import { contributionActPages, contributionActs } from "./contribution-acts.ts";
import { onePages } from "./contribution.ts";
import { contributionPages } from "./contributions.ts";
import { erasurePages } from "./erasure.ts";
import { consultationEvents, contributionEvents } from "./event-words.ts";
import { contributionsFile, pointsFile } from "./files.ts";
import { listPages } from "./list.ts";
import { openPages } from "./open.ts";
import { pollRoutes } from "./poll/routes.ts";
import { consultationsOutside } from "./outside/routes.ts";
import { placingPages, placingSchema } from "./placing.ts";
import { dispositionPages, joiningPages, newPointPages, rewordingPages } from "./point-acts.ts";
import { pointPages } from "./points.ts";
import { takeInPages, takeInSchema } from "./take-in.ts";

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
  finals: {
    ConsultationOpened: { variant: ({ kind }) => kind },
    ConsultationWithdrawn: {},
    ConsultationAnswered: {},
  },
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
  searched: { kind: "consultation", href: (hit) => underTechnology(hit, `consultations/${hit.item}`) },
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
  const { get, post } = all;
  const planner = requireRole("planner");
  const base = "/technologies/:slug/consultations";
  const asking = `${base}/:id`;
  get(base, anyRole, listPages(deps).show);
  form(`${base}/new`, openPages(deps));
  get(asking, anyRole, consultationPages(deps).show);
  form(`${asking}/amendment`, amendmentPages(deps));
  form(`${asking}/withdrawal`, withdrawalPages(deps));
  form(`${asking}/minutes`, minutesPages(deps));
  form(`${asking}/answer`, answerPages(deps));
  get(`${asking}/points`, anyRole, pointPages(deps).show);
  listRoutes(all, `${asking}/points`, anyRole, pointsFile(deps));
  form(`${asking}/points/new`, newPointPages(deps));
  form(`${asking}/points/:p/words`, rewordingPages(deps));
  form(`${asking}/points/:p/join`, joiningPages(deps));
  form(`${asking}/points/:p/answer`, dispositionPages(deps));
  contributionRoutes(all, deps, `${asking}/contributions`, "/technologies/:slug/contributions/:id");
  pollRoutes(all, deps, asking);

  function form<S extends z.ZodType>(address: string, { show, submit, schema }: FormPage<S>): void {
    get(address, planner, show);
    post(address, planner, schema, submit);
  }
}

function contributionRoutes(all: Routes, deps: Deps, base: string, contribution: string): void {
  const { get, post } = all;
  const planner = requireRole("planner");
  get(base, anyRole, contributionPages(deps).show);
  listRoutes(all, base, anyRole, contributionsFile(deps));
  const takeIn = takeInPages(deps);
  get(`${base}/new`, planner, takeIn.show);
  post(`${base}/new`, planner, takeInSchema, takeIn.submit);
  post(`${base}/put`, planner, placingSchema, placingPages(deps).submit, { form: base, answers: true });
  get(contribution, anyRole, onePages(deps).show);
  for (const place of Object.keys(contributionActs) as (keyof typeof contributionActs)[]) {
    const spec = contributionActs[place];
    const pages = contributionActPages<(typeof spec)["schema"]>(deps, spec, place);
    get(`${contribution}/${place}`, planner, pages.show);
    post(`${contribution}/${place}`, planner, spec.schema, pages.submit);
  }
  const administrator = requireRole("administrator");
  const erasure = erasurePages(deps);
  get(`${contribution}/erasure/:digest`, administrator, erasure.show);
  post(`${contribution}/erasure/:digest`, administrator, erasureSchema, erasure.submit);
}
