import type { Decision, Reason } from "../../words/decision.ts";
import { unless, when } from "../../words/reasons.ts";
import type { Facts } from "../state/facts.ts";
import { findPerson, isAuthor } from "../state/people.ts";
import type { CommandOf, Technology, TechnologyEvent } from "../state/technology.ts";

/** What the public reads in plain words is written by the department whose technology it is. */
export function writePublicStatement(
  t: Technology,
  { statement }: CommandOf<"WritePublicStatement">,
  f: Facts,
): Decision<TechnologyEvent> {
  // A blank text is never sealed.
  const texts = statement.texts.filter(({ text }) => (text as string | null) !== null);
  const { record } = statement;
  const before = t.publicStatement;
  const accepted = t.safeguards
    .filter(({ review, digest }) => review?.outcome === "accepted" && review.of === digest)
    .map(({ digest }) => digest);
  const reasons: readonly Reason[] = [
    ...when(!isOurs(t, f), "PublicWordsNotYours"),
    ...when(
      record.some((digest) => !accepted.includes(digest)),
      "RecordNotAccepted",
      "record",
    ),
    ...when(texts.length === 0 && before === null && record.length === 0, "PublicStatementEmpty"),
    ...when(before !== null && same(before, { texts, record }), "NothingChanged"),
  ];
  return unless(reasons, () => [{ type: "PublicStatementWritten", schema: 1, payload: { texts, record } }]);
}

const same = (a: Pick<Written, "texts" | "record">, b: Pick<Written, "texts" | "record">): boolean =>
  JSON.stringify([a.texts.map(key).toSorted(), a.record.toSorted()]) ===
  JSON.stringify([b.texts.map(key).toSorted(), b.record.toSorted()]);

type Written = CommandOf<"WritePublicStatement">["statement"];

const key = ({ part, language, text }: Written["texts"][number]): string => `${part} ${language} ${text}`;

export const isOurs = (t: Technology, f: Facts): boolean =>
  isAuthor(t, f.actor.id) || findPerson(f, f.actor.id)?.department === t.proposal.department;
