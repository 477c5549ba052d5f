import { expect } from "vitest";
import { canonicalJson } from "../../../../src/domain/words/canonical.ts";
import { sha256 } from "../../../../src/domain/words/digest.ts";
import type { Facts } from "../../../../src/domain/technology/state/facts.ts";
import type { SafeguardAnswers } from "../../../../src/domain/technology/state/safeguards.ts";
import { contentTrouble, piecesIn } from "./safeguard-contents.ts";
import type { PastEvent } from "../../../../src/domain/technology/state/envelope.ts";

/** What a suspicious reader notes of statements from the events alone, without the product's own helpers. */
export interface Notes {
  readonly authors: Set<string>;
  readonly conflicted: Set<string>;
  readonly gone: Set<string>;
  readonly expires: Map<string, string>;
  readonly items: Map<string, Noted>;
  readonly waivers: Map<string, Waived>;
  /** Days of the rollback drills that the rollout recorded. */
  readonly drills: string[];
  /** Last day of a declared version. */
  readonly ends: Map<string, string>;
}

interface Waived {
  readonly kind: string;
  readonly until: string;
  by: readonly string[];
  /** What stood at the last act on it. */
  stood: ReturnType<typeof stoodOf>;
}

interface Noted {
  readonly kind: string;
  answers: SafeguardAnswers;
  readonly writers: Set<string>;
  /** Handed in, and nobody has looked since. */
  waits: boolean;
  review: {
    readonly by: string;
    readonly words: string;
    readonly until: string | null;
    readonly version: string;
  } | null;
  /** The words that somebody returned. */
  returned: string | null;
  dropped: boolean;
}

export const noNotes = (): Notes => ({
  authors: new Set(),
  conflicted: new Set(),
  gone: new Set(),
  expires: new Map(),
  items: new Map(),
  waivers: new Map(),
  drills: [],
  ends: new Map(),
});

const wordsOf = (kind: string, answers: SafeguardAnswers): string =>
  sha256(canonicalJson({ kind, answers: answers as never }));

const only = (notes: Notes, kind: string): Noted | undefined =>
  [...notes.items.values()].find((noted) => noted.kind === kind && !noted.dropped);

function wordIn(answers: SafeguardAnswers, question: string): string {
  const answer = answers[question];
  return typeof answer === "string" ? answer : "";
}

const versionNow = (notes: Notes): string => wordIn(only(notes, "algorithm-dossier")?.answers ?? {}, "version");

export function noteSafeguards(notes: Notes, e: PastEvent): void {
  switch (e.type) {
    case "TechnologyProposed":
    case "ProposalRevised":
      notes.authors.add(e.actor).add(e.payload.proposal.sponsor);
      break;
    case "PilotPlanLocked":
    case "PilotPlanAmended":
      notes.authors.add(e.actor);
      break;
    case "PersonRecused":
      notes.conflicted.add(e.payload.person);
      break;
    case "EvidenceAttached":
      notes.expires.set(e.payload.evidence, e.payload.expiresOn);
      break;
    case "EvidenceWithdrawn":
    case "FileErased":
      notes.gone.add(e.payload.evidence);
      break;
    case "DrillRecorded":
      notes.drills.push(e.payload.on);
      break;
    case "StandardMoved":
      notes.ends.set(`${e.payload.standard}@${e.payload.version}`, e.payload.until);
      break;
    case "WaiverRequested":
      notes.waivers.set(e.payload.waiver, {
        kind: e.payload.condition,
        until: e.payload.until,
        by: [],
        stood: stoodOf(notes, e.payload.condition),
      });
      break;
    case "WaiverSupported":
    case "WaiverGranted": {
      const asked = notes.waivers.get(e.payload.waiver);
      if (asked === undefined) break;
      asked.stood = stoodOf(notes, asked.kind);
      if (e.type === "WaiverGranted") asked.by = e.payload.by;
      break;
    }
    case "WaiverLapsed":
      notes.waivers.delete(e.payload.waiver);
      break;
    default:
      noteStatement(notes, e);
  }
}

function noteStatement(notes: Notes, e: PastEvent): void {
  if (e.type === "SafeguardStated") {
    const before = notes.items.get(e.payload.item);
    const begun: Noted = {
      kind: e.payload.kind,
      answers: {},
      writers: new Set(),
      waits: false,
      review: null,
      returned: null,
      dropped: false,
    };
    const noted = before ?? begun;
    noted.answers = e.payload.answers;
    noted.waits = false;
    noted.writers.add(e.actor);
    notes.items.set(e.payload.item, noted);
    return;
  }
  if (!("item" in e.payload)) return;
  const noted = notes.items.get(e.payload.item);
  if (noted === undefined) return;
  if (e.type === "SafeguardSubmitted") noted.waits = true;
  if (e.type === "SafeguardReopened") noted.review = null;
  if (e.type === "SafeguardDropped") noted.dropped = true;
  if (e.type === "SafeguardReviewed") {
    noted.waits = false;
    const { outcome, of, until } = e.payload;
    noted.review = outcome === "accepted" ? { by: e.actor, words: of, until, version: versionNow(notes) } : null;
    noted.returned = outcome === "returned" ? of : null;
  }
}

const isPartial = (notes: Notes, { writers }: Noted, person: string): boolean =>
  writers.has(person) || notes.authors.has(person) || notes.conflicted.has(person);

/** Why a statement does not stand on a day; null: as far as anybody can tell, it does. */
function trouble(notes: Notes, noted: Noted, today: string): string | null {
  const { review, kind, answers } = noted;
  if (review === null || noted.waits) return "nobody has accepted it";
  if (review.words !== wordsOf(kind, answers)) return "it was edited since";
  if (isPartial(notes, noted, review.by)) return `${review.by} may not review it`;
  if (review.until !== null && review.until < today) return "it has lapsed";
  const ends = notes.ends.get(wordIn(answers, "standard"));
  if (ends !== undefined && ends < today) return "its standard is over";
  if ((kind === "independent-audit" || kind === "bias") && review.version !== versionNow(notes))
    return "it is of another version";
  const lost = piecesIn(answers).find((piece) => notes.gone.has(piece) || (notes.expires.get(piece) ?? "") < today);
  return lost === undefined
    ? contentTrouble(kind, answers, { today, drills: notes.drills })
    : `${lost} shows nothing any more`;
}

/** Whether the condition of a kind may be called met: everything of it stands, or an accepted dossier says it is not needed. */
export function mayBeMet(notes: Notes, kind: string, today: string): string | null {
  const statements = [...notes.items.values()].filter((noted) => noted.kind === kind && !noted.dropped);
  const dossier = only(notes, "algorithm-dossier");
  const hangs = kind === "independent-audit" || kind === "bias";
  if (hangs && dossier?.answers["decides"] === "no" && trouble(notes, dossier, today) === null) return null;
  if (statements.length === 0) return "nothing is stated";
  if (kind === "independent-audit" && statements.some(({ answers }) => answers["opinion"] === "adverse"))
    return "its opinion is adverse";
  return statements.map((noted) => trouble(notes, noted, today)).find((why) => why !== null) ?? null;
}

/** Rules of single events: who accepted what, who waived what. */
export function checkSafeguardEvent(notes: Notes, e: PastEvent, f: Facts): void {
  if (e.type === "SafeguardReviewed") {
    const noted = notes.items.get(e.payload.item);
    expect(noted?.waits, "it was handed in").toBe(true);
    expect(e.payload.of, "the words that stand there").toBe(noted && wordsOf(noted.kind, noted.answers));
    expect(noted && isPartial(notes, noted, e.actor), `${e.actor} reviews`).toBe(false);
    const roles = (id: string) => f.people.find((one) => one.id === id)?.roles ?? [];
    const offices = f.people.find((one) => one.id === e.actor)?.deputyFor ?? [];
    const own = roles(e.actor).some((role) => role === "approver" || role === "evaluator");
    const lent = offices.filter((office) => roles(office).includes("approver"));
    const free = lent.filter((office) => noted !== undefined && !isPartial(notes, noted, office));
    expect(own || free.length > 0, `${e.actor} holds an office that may review`).toBe(true);
  }
  if (e.type === "WaiverGranted")
    for (const person of e.payload.by) {
      expect(notes.authors.has(person), `${person} waives what they wrote`).toBe(false);
      expect(notes.conflicted.has(person), `${person} waives with a conflict`).toBe(false);
    }
}

/** Two have granted it until then, and for no less than what stands there now. */
export const isWaivedBy = (notes: Notes, kind: string, today: string): boolean =>
  [...notes.waivers.values()].some(
    (waiver) =>
      waiver.kind === kind &&
      waiver.until >= today &&
      new Set(waiver.by).size >= 2 &&
      answersFor(waiver.stood, stoodOf(notes, kind)),
  );

/** What of a kind is stated, and what of it somebody looked at and returned. */
function stoodOf(notes: Notes, kind: string) {
  const there = [...notes.items].filter(([, noted]) => noted.kind === kind && !noted.dropped);
  const isReturned = ({ waits, returned, answers }: Noted) => !waits && returned === wordsOf(kind, answers);
  return {
    stated: there.map(([item]) => item),
    accepted: there.filter(([, { review }]) => review !== null).map(([item]) => item),
    returned: there.filter(([, noted]) => isReturned(noted)).map(([item]) => item),
  };
}

/** Nobody who waived that nothing was stated answers for a statement begun since, nor for one returned since. */
function answersFor(then: ReturnType<typeof stoodOf>, now: ReturnType<typeof stoodOf>): boolean {
  const begunSince = now.stated.some((item) => !then.stated.includes(item) && !now.accepted.includes(item));
  const returnedSince = now.returned.some((item) => !then.returned.includes(item));
  const goneSince = now.stated.length === 0 && then.stated.length > 0;
  return !begunSince && !returnedSince && !goneSince;
}
