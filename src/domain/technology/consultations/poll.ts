import type { Decision } from "../../words/decision.ts";
import { unless, when } from "../../words/reasons.ts";
import { isDigest } from "../../words/required.ts";
import { pollCodesGiven } from "../state/consultations.ts";
import type { Facts } from "../state/facts.ts";
import { mayConsult } from "../state/may-consult.ts";
import type { CommandOf, Technology, TechnologyEvent } from "../state/technology.ts";
import { consultationLimits } from "./limits.ts";
import { onConsultation } from "./on-consultation.ts";

/** More codes for a poll that is not over. */
export const issuePollCodes = (t: Technology, c: CommandOf<"IssuePollCodes">, f: Facts): Decision<TechnologyEvent> =>
  onConsultation(t, c.consultation, (asking) => {
    const { consultation, count } = c;
    const { codes, answers, batches } = consultationLimits;
    const given = pollCodesGiven(asking);
    const sound = Number.isSafeInteger(count) && count > 0 && count <= codes;
    const reasons = [
      ...mayConsult(t, f.actor.id, f),
      ...when(asking.poll?.way !== "codes", "PollHasNoCodes"),
      ...when(asking.withdrawn !== null || asking.answered !== null || asking.closesOn < f.today, "ConsultationOver"),
      ...when(!sound, "CodeCountOutOfRange", "count", { most: codes }),
      ...when(sound && given + count > answers, "CodesTooMany", "count", { most: answers, given }),
      ...when(asking.batches.length >= batches, "BatchesTooMany", undefined, { most: batches }),
    ];
    const batch = asking.batches.length + 1;
    return unless(reasons, () => [{ type: "PollCodesIssued", schema: 1, payload: { consultation, batch, count } }]);
  });

/** What a poll came to, once and after its last day: nobody sees it before, and nobody chooses when it is counted. */
export const countPoll = (t: Technology, c: CommandOf<"CountPoll">, f: Facts): Decision<TechnologyEvent> =>
  onConsultation(t, c.consultation, (asking) => {
    const { consultation, counts, leftOut, digest } = c;
    const whole = [...counts, leftOut].every((count) => Number.isSafeInteger(count) && count >= 0);
    const reasons = [
      ...when(asking.poll === null, "NoPoll"),
      ...when(asking.withdrawn !== null, "ConsultationWithdrawnAlready"),
      ...when(f.today <= asking.closesOn, "ConsultationStillOpen", undefined, { closesOn: asking.closesOn }),
      ...when(asking.polled !== null, "PollCountedAlready"),
      ...when(
        !whole || counts.length !== (asking.poll?.options.length ?? 0) || !isDigest(digest),
        "CountsInconsistent",
      ),
    ];
    const given = asking.poll?.way === "codes" ? pollCodesGiven(asking) : null;
    return unless(reasons, () => [
      { type: "PollCounted", schema: 1, payload: { consultation, counts, given, leftOut, digest } },
    ]);
  });
