import { LOSS_STREAM } from "../ledger/loss.ts";
import type { LedgerEvent } from "../ledger/port.ts";
import { UnknownEvent, asEvent } from "../domain/stream.ts";
import { technologies } from "../domain/technology/technology-stream.ts";
import { technologyOf } from "../domain/technology/streams.ts";
import { contributions } from "../domain/contributions/contribution-stream.ts";
import { contributionOf } from "../domain/contributions/streams.ts";
import { feedback } from "../domain/feedback/feedback-stream.ts";
import { feedbackOf } from "../domain/feedback/streams.ts";
import { policyStream } from "../domain/policy/publishing/policy-stream.ts";
import type { Writer } from "./read-model.ts";
import { recordKinds } from "./record-kinds.ts";

/**
 * What each event by itself adds to the read models. People, departments, policies and standards are kept beside the views
 * (records.ts).
 *
 * @throws {UnknownEvent}
 */
export function eventWriter(writers: readonly Writer[]): (event: LedgerEvent) => void {
  const ofTechnologies = writers.flatMap(({ event }) => event ?? []);
  const ofFeedback = writers.flatMap(({ feedback: write }) => write ?? []);
  const ofContributions = writers.flatMap(({ contribution }) => contribution ?? []);
  const ofPolicies = writers.flatMap(({ policy }) => policy ?? []);

  function ofRecord({ stream }: LedgerEvent): boolean {
    if (stream === policyStream) for (const write of ofPolicies) write();
    return recordKinds.some(({ idOf }) => idOf(stream) !== null);
  }

  return (event) => {
    const technology = technologyOf(event.stream);
    if (technology !== null) {
      const known = asEvent(technologies)(event);
      for (const write of ofTechnologies) write(technology, known, event);
      return;
    }
    const message = feedbackOf(event.stream);
    if (message !== null) {
      const known = asEvent(feedback)(event);
      for (const write of ofFeedback) write(message, known);
      return;
    }
    const contribution = contributionOf(event.stream);
    if (contribution !== null) {
      const known = asEvent(contributions)(event);
      for (const write of ofContributions) write(contribution, known);
    } else if (!ofRecord(event) && event.stream !== LOSS_STREAM) throw new UnknownEvent(event);
  };
}
