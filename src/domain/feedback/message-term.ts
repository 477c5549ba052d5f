import { addDays } from "../words/days.ts";
import type { Day } from "../words/text.ts";
import type { Pause, TermGround } from "./answer-term.ts";
import { isOpenMessage } from "./message.ts";
import type { Message } from "./message.ts";

/** Which answer is owed, or was given last: 0 the first, 1 the one after it was reopened. */
export const roundOf = ({ reopened }: Pick<Message, "reopened">): number => (reopened === null ? 0 : 1);

/** Questions back of that round: from the question's day to the reply's, or to the last day of waiting. */
export const pausesOf = (m: Message): readonly Pause[] =>
  m.questions
    .filter(({ stops, round }) => stops && round === roundOf(m))
    .map(({ on, until, reply }) => ({ from: on, to: reply === null || reply.on > until ? until : reply.on }));

/** What the message's term is made of: reopened, it begins anew, and an extension before that lengthens it no more. */
export const termGround = (m: Message): TermGround => ({
  receivedOn: startOf(m),
  days: m.days + (m.extension?.round === roundOf(m) ? m.extension.days : 0),
  pauses: pausesOf(m),
});

const startOf = ({ receivedOn, reopened }: Message): Day => reopened?.on ?? receivedOn;

/**
 * The last day on which anybody keeps how the writer is reached: so many days after the answer, or after the call that it
 * brought; null while either is owed.
 *
 * @param days of the policy
 */
export function contactEnds(m: Message, days: number): Day | null {
  if (isOpenMessage(m) || (m.callBack !== null && m.callBack.done === null)) return null;
  const last = [m.answers.at(-1)?.on, m.callBack?.done?.on]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  return last === undefined ? null : addDays(last, days);
}
