import { retainedFor } from "../../safeguard-kinds/retained.ts";
import { isBefore } from "../../words/days.ts";
import type { Decision, Reason } from "../../words/decision.ts";
import { unless, when } from "../../words/reasons.ts";
import type { Facts } from "../state/facts.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import type { Technology, TechnologyCommand, TechnologyEvent } from "../state/technology.ts";
import { required } from "../../words/required.ts";

type Command<T extends TechnologyCommand["type"]> = Extract<TechnologyCommand, { type: T }>;

export const recordLessons = (_: Technology, c: Command<"RecordLessons">): Decision<TechnologyEvent> =>
  unless(required(c.text, "text"), () => [{ type: "LessonsRecorded", schema: 1, payload: { text: c.text } }]);

/** Digests of files and pieces are no texts: EraseFile is their way out. */
export function eraseText(t: Technology, c: Command<"EraseText">, f: Facts): Decision<TechnologyEvent> {
  const files = t.evidence.flatMap((piece) => [piece.digest, ...piece.files.map((file) => file.digest)]);
  const reasons = [
    ...when(!t.digests.includes(c.digest) || files.includes(c.digest), "TextUnknown", "digest"),
    ...when(t.erased.includes(c.digest), "AlreadyErased", "digest"),
    ...keptReasons(t, c.digest, f),
    ...required(c.ground, "ground"),
  ];
  return unless(reasons, () => [{ type: "TextErased", schema: 1, payload: { digest: c.digest, ground: c.ground } }]);
}

export function eraseFile(t: Technology, c: Command<"EraseFile">, f: Facts): Decision<TechnologyEvent> {
  const piece = t.evidence.find((piece) => piece.evidence === c.evidence);
  const reasons = [
    ...when(piece === undefined, "EvidenceUnknown", "evidence", { evidence: c.evidence }),
    ...when(piece?.files.every((file) => file.digest !== c.digest) ?? false, "FileUnknown", "digest"),
    ...when(t.erased.includes(c.digest), "AlreadyErased", "digest"),
    ...keptReasons(t, c.digest, f),
    ...required(c.ground, "ground"),
  ];
  return unless(reasons, () => [
    { type: "FileErased", schema: 1, payload: { digest: c.digest, evidence: c.evidence, ground: c.ground } },
  ]);
}

/** The law that takes personal data away keeps the record of how it was assessed. */
function keptReasons(t: Technology, digest: string, f: Facts): readonly Reason[] {
  const retained = retainedFor(t, pinnedPolicy(t, f), digest);
  return when(retained !== null && !isBefore(retained.until, f.today), "KeptByLaw", "digest", {
    until: retained?.until ?? "",
    safeguard: retained?.safeguard ?? "",
  });
}
