import type { RequestHandler } from "express";
import type { TechnologyCommandType } from "../domain/technology/state/technology.ts";
import type { WarningKind } from "../domain/technology/warnings.ts";
import type { WorkKind } from "../domain/technology/work.ts";
import { accountRoom } from "./account/room.ts";
import { programsRoom } from "./api/page/room.ts";
import { administrationRoom } from "./administration/room.ts";
import { authRoom } from "./auth/room.ts";
import { calendarRoom } from "./calendar/room.ts";
import { collectionsRoom } from "./collections/room.ts";
import { committeeRoom } from "./committee/room.ts";
import { correctionRoom } from "./correction/room.ts";
import { demoRoom } from "./demo/room.ts";
import { costsRoom } from "./costs/room.ts";
import type { Deps } from "./deps.ts";
import { draftsRoom } from "./drafts/room.ts";
import { createKeeping } from "./forms/keeping.ts";
import { erasureRoom } from "./erasure/room.ts";
import { evaluationRoom } from "./evaluation/room.ts";
import { evidenceRoom } from "./evidence/room.ts";
import { consultationsRoom } from "./consultations/room.ts";
import { feedbackRoom } from "./feedback/room.ts";
import { gateRoom } from "./gate/room.ts";
import { helpRoom } from "./help/room.ts";
import { houseOf } from "./house.ts";
import { importsRoom } from "./imports/room.ts";
import { incidentsRoom } from "./incidents/room.ts";
import { interfacesRoom } from "./interfaces/room.ts";
import { leadershipRoom } from "./leadership/room.ts";
import { lessonsRoom } from "./lessons/room.ts";
import { ledgerRoom } from "./ledger/room.ts";
import { mailsRoom } from "./mails/room.ts";
import { methodsRoom } from "./methods/room.ts";
import { askedPage } from "./middleware/asked-page.ts";
import { askAgain } from "./middleware/ask-again.ts";
import { needsRoom } from "./needs/room.ts";
import { createOutside } from "./outside/routes.ts";
import type { OutsideRoute } from "./outside/routes.ts";
import { peopleRoom } from "./people/room.ts";
import { pilotRoom } from "./pilot/room.ts";
import { policyRoom } from "./policy/room.ts";
import { portfolioRoom } from "./portfolio/room.ts";
import { proposalRoom } from "./proposal/room.ts";
import { publicationRoom } from "./publication/room.ts";
import { questionsRoom } from "./questions/room.ts";
import { radarRoom } from "./radar/room.ts";
import { risksRoom } from "./risks/room.ts";
import type { Room } from "./room.ts";
import { rolloutRoom } from "./rollout/room.ts";
import { createRoutes } from "./routes.ts";
import type { Route } from "./routes.ts";
import type { EventType } from "./say/telling.ts";
import { safeguardsRoom } from "./safeguards/room.ts";
import { searchRoom } from "./search/room.ts";
import { sharingRoom } from "./sharing/room.ts";
import { standardsRoom } from "./standards/room.ts";
import { technologyRoom } from "./technology/room.ts";
import { tokensRoom } from "./tokens/room.ts";
import { warningsRoom } from "./warnings/room.ts";
import { webhooksRoom } from "./webhooks/room.ts";
import { workRoom } from "./work/room.ts";

/** Every room of the product. Where two addresses fit, the earlier room answers: "new" is no technology's. */
export const rooms = [
  workRoom,
  warningsRoom,
  draftsRoom,
  proposalRoom,
  importsRoom,
  portfolioRoom,
  radarRoom,
  interfacesRoom,
  leadershipRoom,
  searchRoom,
  lessonsRoom,
  pilotRoom,
  evidenceRoom,
  sharingRoom,
  incidentsRoom,
  needsRoom,
  costsRoom,
  questionsRoom,
  collectionsRoom,
  feedbackRoom,
  consultationsRoom,
  safeguardsRoom,
  risksRoom,
  evaluationRoom,
  gateRoom,
  rolloutRoom,
  committeeRoom,
  publicationRoom,
  technologyRoom,
  correctionRoom,
  erasureRoom,
  tokensRoom,
  programsRoom,
  peopleRoom,
  policyRoom,
  standardsRoom,
  ledgerRoom,
  mailsRoom,
  calendarRoom,
  webhooksRoom,
  administrationRoom,
  accountRoom,
  authRoom,
  helpRoom,
  methodsRoom,
  demoRoom,
] as const;

export const house = houseOf(rooms);

export type RoomRoute = Route & { readonly room: string };

/** Every address of the product: who may use it, what it takes, who answers. */
export function routes(deps: Deps): { readonly router: RequestHandler; readonly list: readonly RoomRoute[] } {
  // What an upload that broke off leaves there, the sweep takes away.
  const all = createRoutes(deps.services.vault.incoming, {
    costs: deps.costs,
    askAgain: askAgain(deps),
    keeping: createKeeping(deps.services, deps.forms),
    asked: askedPage,
  });
  const list = rooms.flatMap((room): RoomRoute[] => {
    const before = all.list.length;
    room.routes(all, deps);
    return all.list.slice(before).map((route) => ({ ...route, room: room.name }));
  });
  return { router: all.router, list };
}

export type OutsideRoomRoute = OutsideRoute & { readonly room: string };

/** Every address for people without an account: they stand in front of sessions. */
export function outsideRoutes(deps: Deps): {
  readonly router: RequestHandler;
  readonly list: readonly OutsideRoomRoute[];
} {
  const all = createOutside(deps);
  const list = (rooms as readonly Room[]).flatMap((room): OutsideRoomRoute[] => {
    const before = all.list.length;
    room.outside?.(all, deps);
    return all.list.slice(before).map((route) => ({ ...route, room: room.name }));
  });
  return { router: all.router, list };
}

/** Before there is a technology, of a plan's rows, and by the system. */
type WithoutPage =
  | "Propose"
  | "RecordImport"
  | "RevealScores"
  | "NoteStandard"
  | "NoteBorrowed"
  | "NoteFeedback"
  | "CountContributions"
  | "CountPoll"
  | "PublishDecisions"
  | "Sweep";
type Named<Part extends "events" | "acts" | "work" | "warnings"> = (typeof rooms)[number] extends infer R
  ? R extends { readonly [P in Part]: infer Words }
    ? keyof Words
    : never
  : never;
type Nothing<Missing extends never> = Missing;

/**
 * The compiler names the events that no room tells, the commands that none gives a place, the work and the warnings that none shows.
 *
 * @public
 */
export type Untold = [
  Nothing<Exclude<EventType, Named<"events">>>,
  Nothing<Exclude<TechnologyCommandType, WithoutPage | Named<"acts">>>,
  Nothing<Exclude<WorkKind, Named<"work">>>,
  Nothing<Exclude<WarningKind, Named<"warnings">>>,
];
