import fc from "fast-check";
import { expect, it } from "vitest";
import { decideMessage } from "../../../src/domain/feedback/decide-message.ts";
import { thePublic } from "../../../src/domain/people/the-public.ts";
import { evolveMessage } from "../../../src/domain/feedback/evolve-message.ts";
import { feedback } from "../../../src/domain/feedback/feedback-stream.ts";
import { isOpenMessage, standingOfMessage } from "../../../src/domain/feedback/message.ts";
import type { FeedbackCommand, FeedbackEvent, Message } from "../../../src/domain/feedback/message.ts";
import type { Envelope } from "../../../src/domain/stream.ts";
import { payloadFault } from "../../../src/domain/stream.ts";
import type { JsonObject } from "../../../src/domain/words/json.ts";
import { addDays } from "../../../src/domain/words/days.ts";
import { workingDaysAfter } from "../../../src/domain/feedback/answer-term.ts";
import { defaultPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { text } from "../../support/technology.ts";
import { facts, people, received } from "./stories.ts";

const who = fc.constantFrom(thePublic, "pia", "eva", ...people.map(({ id }) => id));
const words = text("words");
const command: fc.Arbitrary<FeedbackCommand> = fc.oneof(
  fc.record({
    type: fc.constantFrom("AskWriter", "ReplyFeedback", "ExtendFeedback", "ReopenFeedback"),
    text: fc.constant(words),
  }),
  fc.record({
    type: fc.constant("AnswerFeedback"),
    text: fc.constant(words),
    outcome: fc.constantFrom("answered", "out-of-scope"),
  }),
  fc.record({ type: fc.constant("RateFeedback"), rating: fc.integer({ min: 0, max: 6 }) }),
  fc.record({ type: fc.constant("CallBack"), text: fc.constant(words), reached: fc.boolean() }),
  fc.record({
    type: fc.constant("EraseFeedbackText"),
    digest: fc.constantFrom(words, text("else")),
    ground: fc.constant(words),
  }),
  fc.constant(received()),
) as fc.Arbitrary<FeedbackCommand>;
const steps = fc.array(fc.record({ later: fc.integer({ min: 0, max: 9 }), actor: who, command }), { maxLength: 25 });
const severity = fc.constantFrom("minor", "hindering", "severe");
const calendar = defaultPolicy.safeguards.workingDays;

it("keeps its laws whatever is done with it, by whomever and when", () => {
  fc.assert(
    fc.property(steps, severity, fc.integer({ min: 0, max: 300 }), (all, weight, begins) => {
      let today = addDays("2026-01-01", begins);
      let state: Message | null = null;
      const past: (FeedbackEvent & Envelope)[] = [];
      const act = (actor: string, asked: FeedbackCommand): void => {
        const decision = decideMessage(state, asked, facts(today, actor));
        if (decision.kind === "rejected") {
          expect(decision.reasons.length).toBeGreaterThan(0);
          return;
        }
        for (const event of decision.events) {
          expect(payloadFault(feedback, { ...event, payload: event.payload as unknown as JsonObject })).toBeNull();
          // Everybody who got so far held a role in which the entry can be made.
          const roles = feedback.rolesToEnter({ type: event.type, version: 1, actor, id: "m" });
          const held = actor === thePublic ? ["public"] : (people.find(({ id }) => id === actor)?.roles ?? []);
          expect(held.some((role) => roles?.has(role))).toBe(true);
          const position: number = past.length + 1;
          const entry = {
            ...event,
            position,
            version: position,
            time: `${today}T12:00:00.000Z`,
            actor,
            role: "public",
          };
          past.push(entry);
          state = evolveMessage(state, entry);
        }
      };
      act(thePublic, received({ severity: weight, receivedOn: today }));
      for (const { later, actor, command: asked } of all) {
        today = addDays(today, later);
        act(actor, asked);
        check(state, today);
      }
      expect(past.reduce<Message | null>(evolveMessage, null)).toEqual(state);
    }),
    { numRuns: 300 },
  );
});

function check(m: Message | null, today: string): void {
  if (m === null) throw new Error("it was received");
  const standing = standingOfMessage(m, today);
  // Closed by an answer, and by nothing else; two at most.
  expect(standing === "answered").toBe(!isOpenMessage(m));
  expect(m.answers.length).toBeLessThanOrEqual(m.reopened === null ? 1 : 2);
  expect(m.answers.length > 0 || isOpenMessage(m)).toBe(true);
  if (m.reopened !== null) expect(m.answers.length).toBeGreaterThan(0);
  // Never due before its days have gone, and very overdue only after it is overdue.
  const start = m.reopened?.on ?? m.receivedOn;
  if (isOpenMessage(m)) expect(workingDaysAfter(calendar, start, m.due.on)).toBeGreaterThanOrEqual(m.days);
  expect(m.due.very > m.due.on).toBe(true);
  expect(standing === "waiting" && today > m.due.on).toBe(false);
  if (m.rating !== null) expect(m.answers.length).toBeGreaterThan(0);
  if (m.callBack !== null) expect(m.rating?.rating).toBeLessThan(3);
}
