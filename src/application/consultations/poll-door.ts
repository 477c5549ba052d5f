import { hashOfCode, hashOfMark, parseCode } from "../../authority/collection-codes.ts";
import type { FoundCode, Taken } from "../../authority/collected.ts";
import type { AskedLanguage } from "../../domain/technology/state/collections.ts";
import { consultationIn, consultationStanding } from "../../domain/technology/state/consultations.ts";
import type { Consultation, PollTerms } from "../../domain/technology/state/consultations.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import { nowOf } from "../facts.ts";
import type { Services } from "../services.ts";

/** A poll behind a code, as whoever holds the code finds it. */
export interface OpenPoll {
  readonly technology: Technology;
  /** Its id. */
  readonly id: string;
  readonly consultation: Consultation;
  readonly poll: PollTerms;
  readonly code: FoundCode;
  /** As it stands in addresses. */
  readonly typed: string;
  readonly hash: string;
}

/** used: by a one-time code. full: as many have answered as the address takes. */
export type PollDoor =
  | { readonly kind: "mistyped" | "unknown" }
  | ({ readonly kind: "open" | "ahead" | "closed" | "used" | "full" } & OpenPoll);

/** Where a code leads now. @param typed as it came: from a card, a link, or anything else */
export async function pollDoorOf(services: Services, typed: string): Promise<PollDoor> {
  const code = parseCode(typed);
  if (code === null) return { kind: "mistyped" };
  const hash = hashOfCode(code);
  const known = await services.collected.find(hash);
  const technology = known === null ? null : await services.views.technologyState(known.technology);
  const consultation = known === null || technology === null ? undefined : consultationIn(technology, known.collection);
  const poll = consultation?.poll ?? null;
  // Codes are in place a moment before the entry that gives them out.
  const isGiven = known !== null && (known.batch === 0 || consultation?.batches[known.batch - 1] !== undefined);
  if (known === null || technology === null || consultation === undefined || poll === null || !isGiven)
    return { kind: "unknown" };
  const behind = { technology, id: known.technology, consultation, poll, code: known, typed: code, hash };
  return { kind: await standingOf(services, behind), ...behind };
}

async function standingOf(
  services: Services,
  { id, consultation, poll, code }: OpenPoll,
): Promise<"open" | "ahead" | "closed" | "used" | "full"> {
  const stands = consultationStanding(consultation, services.today());
  if (stands === "ahead") return "ahead";
  if (stands !== "open" || consultation.polled !== null) return "closed";
  if (code.batch > 0 && code.used) return "used";
  const of = { technology: id, collection: consultation.consultation };
  const { frozen, finished } = await services.collected.progress(of);
  if (frozen) return "closed";
  return poll.most !== null && finished >= poll.most ? "full" : "open";
}

/** A form as somebody sent it. */
interface Choice {
  /** From 1. */
  readonly option: number;
  readonly language: AskedLanguage;
  /** Drawn with the form: sent twice, it is one answer. */
  readonly sending: string;
  /** What the device calls itself to this poll; "" where it says nothing. */
  readonly device: string;
}

/**
 * Written and waited for before whoever chose is thanked. A second answer of the same device is kept and left out of the
 * count, as everybody was told before the first.
 */
export async function takeChoice(services: Services, door: OpenPoll, choice: Choice): Promise<Taken> {
  const { id, consultation, poll, hash } = door;
  const { option, language, sending, device } = choice;
  const mark = (of: string): string => hashOfMark(`${id} ${consultation.consultation}`, of);
  const answer = {
    group: null,
    place: null,
    language,
    content: { kind: "choice", option } as const,
    incomplete: false,
    arrived: Math.floor(Date.parse(nowOf(services)) / 1000),
    sending: mark(sending),
    device: device === "" ? null : mark(device),
  };
  return services.collected.answer(
    hash,
    answer,
    (seen) => ({
      doubts: seen.device ? ["device"] : [],
      leftOut: seen.device && poll.way === "link" ? "device" : null,
    }),
    poll.most,
  );
}
