import { canBecomeEvidence } from "../../domain/technology/collections/close-collection.ts";
import { isEnough, isStraight } from "../../domain/questionnaires/questionnaire.ts";
import type { QuestionnaireKind, TaskSheet } from "../../domain/questionnaires/questionnaire.ts";
import { collectionIn, doubts as allDoubts, standingOn } from "../../domain/technology/state/collections.ts";
import type { AskedLanguage, Collection } from "../../domain/technology/state/collections.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import { hashOfCode, hashOfMark, parseCode } from "../../authority/collection-codes.ts";
import type { Audience, CollectionOf, Content, FoundCode, Judge, Taken } from "../../authority/collected.ts";
import { gatherFacts, nowOf } from "../facts.ts";
import type { Services } from "../services.ts";
import { systemSubmission } from "../system.ts";

/** What stands behind a code, as whoever holds it finds it. */
export interface OpenDoor {
  readonly technology: Technology;
  /** Its id. */
  readonly id: string;
  readonly collection: Collection;
  readonly code: FoundCode;
  /** As it stands in addresses. */
  readonly typed: string;
  readonly hash: string;
}

/** used: by a one-time code. full: as many have answered as the address takes. */
export type Door =
  | { readonly kind: "mistyped" | "unknown" }
  | ({ readonly kind: "open" | "ahead" | "closed" | "used" | "full" } & OpenDoor);

/** Where a code leads now. @param typed as it came: from a card, a link, or anything else */
export async function doorOf(services: Services, typed: string): Promise<Door> {
  const code = parseCode(typed);
  if (code === null) return { kind: "mistyped" };
  const hash = hashOfCode(code);
  const known = await services.collected.find(hash);
  const technology = known === null ? null : await services.views.technologyState(known.technology);
  const collection = known === null || technology === null ? undefined : collectionIn(technology, known.collection);
  // Codes are in place a moment before the entry that gives them out.
  const isGiven = known !== null && (known.batch === 0 || collection?.batches[known.batch - 1] !== undefined);
  if (known === null || technology === null || collection === undefined || !isGiven) return { kind: "unknown" };
  const behind = { technology, id: known.technology, collection, code: known, typed: code, hash };
  return { kind: await standing(services, behind), ...behind };
}

async function standing(
  services: Services,
  { technology, id, collection, code }: OpenDoor,
): Promise<"open" | "ahead" | "closed" | "used" | "full"> {
  const taking = takesAnswers(services, technology, collection);
  if (taking !== "open") return taking;
  if (code.batch > 0 && code.used) return "used";
  const { frozen, finished } = await services.collected.progress({ technology: id, collection: collection.collection });
  if (frozen) return "closed";
  return collection.most !== null && finished >= collection.most ? "full" : "open";
}

/** Nothing is taken that could not become evidence: before the pilot is open, or once it has ended. */
export function takesAnswers(
  services: Services,
  technology: Technology,
  collection: Collection,
): "open" | "ahead" | "closed" {
  const facts = gatherFacts(services, systemSubmission().actor);
  const stands = standingOn(collection, facts.today);
  if (stands === "closed" || stands === "over") return "closed";
  if (stands === "ahead") return "ahead";
  if (canBecomeEvidence(technology, collection, facts)) return "open";
  return technology.plan?.number === collection.plan && technology.plan.openedOn === null ? "ahead" : "closed";
}

/** A form as somebody sent it. */
export interface Answered extends Audience {
  readonly language: AskedLanguage;
  readonly content: Content;
  /** Drawn with the form: sent twice, it is one answer. */
  readonly sending: string;
  /** What the device calls itself to this collection; "" where it says nothing. */
  readonly device: string;
}

/** Written and waited for before whoever answered is thanked. */
export async function takeAnswer(services: Services, door: OpenDoor, answered: Answered): Promise<Taken> {
  const { collection, id, hash } = door;
  const { questionnaire, doubtful, most } = collection;
  const of = { technology: id, collection: collection.collection };
  const straight = answered.content.kind === "scale" && isStraight(questionnaire, answered.content.steps);
  const judge: Judge = (seen) => {
    const signs = { ...seen, straight };
    const doubts = allDoubts.filter((doubt) => signs[doubt]);
    return { doubts, leftOut: doubts.find((doubt) => doubtful[doubt] === "leave-out") ?? null };
  };
  return services.collected.answer(hash, newAnswer(services, of, questionnaire, answered), judge, most);
}

/** The same for a task sheet, which has no doubts: a moderator answers for it. */
export const newAnswer = (
  services: Services,
  of: CollectionOf,
  questionnaire: QuestionnaireKind,
  { sending, device, ...answered }: Answered,
) => ({
  ...answered,
  incomplete: isIncomplete(questionnaire, answered.content),
  arrived: Math.floor(Date.parse(nowOf(services)) / 1000),
  sending: hashOfMark(`${of.technology} ${of.collection}`, sending),
  device: device === "" ? null : hashOfMark(`${of.technology} ${of.collection}`, device),
});

export const isIncomplete = (questionnaire: QuestionnaireKind, content: Content): boolean =>
  content.kind !== "scale" || questionnaire === "tasks"
    ? content.kind !== "tasks" || isEmptySheet(content.sheet)
    : !isEnough(questionnaire, content.steps);

const isEmptySheet = (sheet: TaskSheet): boolean => sheet.every((attempt) => attempt === null);
