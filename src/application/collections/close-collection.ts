import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setImmediate } from "node:timers/promises";
import { canBecomeEvidence, kindsOf } from "../../domain/technology/collections/close-collection.ts";
import { collectionIn, counted } from "../../domain/technology/state/collections.ts";
import type { Collection } from "../../domain/technology/state/collections.ts";
import type { EvidenceKind } from "../../domain/evidence/kinds.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import { technologies } from "../../domain/technology/technology-stream.ts";
import type { CollectionOf, Progress, StoredAnswer } from "../../authority/collected.ts";
import { oneAtATime } from "../../ledger/one-at-a-time.ts";
import { attachEvidence } from "../attach-evidence.ts";
import type { AttachOutcome } from "../attach-evidence.ts";
import { gatherFacts } from "../facts.ts";
import { handle } from "../handle.ts";
import type { Outcome, TechnologySubmission } from "../outcome.ts";
import type { RawText } from "../raw-command.ts";
import type { Services } from "../services.ts";
import { sealText } from "../seal.ts";
import { technologyTask } from "../technology-task.ts";
import type { TextRef } from "../../domain/words/text.ts";
import { canonicalFile } from "./canonical-file.ts";

export interface Closing extends TechnologySubmission {
  readonly collection: string;
  readonly reason: RawText | null;
  /** What the piece is called. */
  readonly title: (kind: EvidenceKind) => string;
}

type Refusal = Exclude<AttachOutcome, { readonly kind: "accepted" | "repeated" | "existing" }>;

export type CloseOutcome = Outcome | Refusal;

/**
 * Ends a collection: from then on nothing is taken, the answers become evidence by the ordinary command, the closing is entered
 * with their counts, and only then the answers go. Interrupted anywhere, it is done again: the same answers make the same file,
 * which is attached once.
 */
export async function closeCollection(services: Services, closing: Closing): Promise<CloseOutcome> {
  const of = { technology: closing.technology, collection: closing.collection };
  return oneAtATime([`collection ${of.technology} ${of.collection}`], () => closeOnce(services, closing, of));
}

async function closeOnce(services: Services, closing: Closing, of: CollectionOf): Promise<CloseOutcome> {
  const { collected, views } = services;
  const state = await views.technologyState(of.technology);
  const collection = state === null ? undefined : collectionIn(state, of.collection);
  if (state === null || collection === undefined || collection.closed !== null)
    return enter(services, closing, await collected.progress(of), []);
  const refused = refusalsBefore(services, state, closing, await collected.progress(of));
  if (refused !== null) return refused;
  await collected.freeze(of);
  const progress = await collected.progress(of);
  const evidence: string[] = [];
  if (counted(progress) > 0 && canBecomeEvidence(state, collection, gatherFacts(services, closing.actor))) {
    const answers = await allAnswers(services, of);
    for (const kind of kindsOf(collection)) {
      if (!hasAnswersOf(kind, answers)) continue;
      const attached = await attach(services, closing, { state, collection, kind, answers });
      if (!("piece" in attached)) {
        await collected.thaw(of);
        return attached;
      }
      evidence.push(attached.piece);
    }
  }
  const outcome = await enter(services, closing, progress, evidence);
  if (outcome.kind === "accepted" || outcome.kind === "repeated") await collected.dropAnswers(of);
  // Where the answers stand as evidence already, nothing may be added to them: closing is tried again.
  else if (evidence.length === 0) await collected.thaw(of);
  return outcome;
}

/** What would be refused whatever the answers are, while they can still come. */
function refusalsBefore(services: Services, state: Technology, closing: Closing, progress: Progress): Outcome | null {
  const reason = closing.reason === null || closing.reason.text.trim() === "" ? null : sealText(closing.reason.text);
  const decision = technologies.decide(
    state,
    {
      type: "CloseCollection",
      collection: closing.collection,
      reason: (reason?.digest ?? null) as TextRef | null,
      counts: countsOf(progress),
      evidence: [],
    },
    gatherFacts(services, closing.actor),
  );
  if (decision.kind === "accepted") return null;
  const reasons = decision.reasons.filter(({ code }) => code !== "CollectionEvidenceMissing");
  return reasons.length === 0 ? null : { kind: "rejected", reasons };
}

function enter(
  services: Services,
  { collection, reason, technology, ...submission }: Closing,
  progress: Progress,
  evidence: readonly string[],
): Promise<Outcome> {
  const { expectedVersion: _, ...sent } = submission;
  const counts = countsOf(progress);
  const task = technologyTask(technology, { type: "CloseCollection", collection, reason, counts, evidence });
  // Sent twice it is one closing, though by then there is nothing left to count.
  return handle(services, sent, { ...task, bound: { technology, closing: collection, reason: reason?.text ?? null } });
}

const countsOf = ({ opened, finished, incomplete, leftOut, doubtfulKept, corrected }: Progress) => ({
  opened,
  finished,
  incomplete,
  leftOut,
  doubtfulKept,
  corrected,
});

/** Read in turns, between which requests come. */
async function allAnswers({ collected }: Services, of: CollectionOf): Promise<readonly StoredAnswer[]> {
  const all: StoredAnswer[] = [];
  for (;;) {
    const page = await collected.answers(of, all.at(-1)?.id ?? null, inTurn);
    all.push(...page);
    if (page.length < inTurn) return all;
    await setImmediate();
  }
}

const inTurn = 500;

/** A task sheet that asked how easy the tasks were may have no rating at all. */
const hasAnswersOf = (kind: EvidenceKind, answers: readonly StoredAnswer[]): boolean =>
  kind !== "seq" ||
  answers.some(({ content, leftOut }) =>
    leftOut !== null
      ? false
      : content.kind === "scale"
        ? content.steps.some((step) => step !== null)
        : content.kind === "tasks" && content.sheet.some((attempt) => (attempt?.ease ?? null) !== null),
  );

interface Piece {
  readonly state: Technology;
  readonly collection: Collection;
  readonly kind: EvidenceKind;
  readonly answers: readonly StoredAnswer[];
}

async function attach(
  services: Services,
  { title, commandId, collection: _, reason: __, expectedVersion: ___, ...submission }: Closing,
  { collection, kind, answers }: Piece,
): Promise<{ readonly piece: string } | Refusal> {
  const path = join(services.vault.incoming, randomUUID());
  const file = canonicalFile(kind, collection, answers, await taskNames(services, collection));
  await pipeline(Readable.from(file.lines), createWriteStream(path, { mode: 0o640 }));
  const outcome = await attachEvidence(services, {
    ...submission,
    commandId: `${commandId} ${kind}`,
    files: [{ path, name: `${collection.collection}-${kind}.csv` }],
    title: { text: title(kind) },
    format: file.format,
    sameFiles: "answer",
    period: periodOf(collection, answers),
  });
  switch (outcome.kind) {
    case "existing":
      return { piece: outcome.evidence };
    case "accepted":
    case "repeated": {
      const attached = outcome.events.find(({ type }) => type === "EvidenceAttached");
      const piece = attached?.payload["evidence"];
      if (typeof piece !== "string") throw new Error("Attaching entered no piece");
      return { piece };
    }
    default:
      return outcome;
  }
}

async function taskNames({ privateTexts }: Services, { tasks }: Collection): Promise<readonly string[]> {
  const words = await privateTexts.find(tasks.map(({ task }) => task));
  return tasks.map(({ task }, at) => {
    const text = words.get(task);
    return text === undefined || text === "erased" ? `Task ${at + 1}` : text.text;
  });
}

/** From the first answer to the last, in whole seconds; none came before it was opened. */
function periodOf({ openedAt }: Collection, answers: readonly StoredAnswer[]) {
  const seconds = answers.map(({ arrived }) => arrived);
  const from = seconds.reduce((first, second) => Math.min(first, second), Infinity);
  const to = seconds.reduce((last, second) => Math.max(last, second), 0);
  const notBefore = (second: number): string => new Date(Math.max(Date.parse(openedAt), second * 1000)).toISOString();
  return { from: notBefore(from), to: notBefore(to) };
}
