import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import type { FeedbackCommand } from "../../../src/domain/feedback/message.ts";
import { contactEnds } from "../../../src/domain/feedback/message-term.ts";
import { noFeedback } from "../../../src/domain/technology/state/feedback.ts";
import { text } from "../../support/technology.ts";
import { after, facts, inUse, people, received, refusals } from "./stories.ts";
import type { Step } from "./stories.ts";

const came: Step = ["2026-03-02", "public", received()];
const answers: Step = ["2026-03-04", "pia", { type: "AnswerFeedback", outcome: "answered", text: text("done") }];
const reopens: Step = ["2026-03-05", "public", { type: "ReopenFeedback", text: text("not done") }];

describe("a message", () => {
  it("is taken from anybody through a form that is open, and not otherwise", () => {
    const f = facts("2026-03-02");
    expect(refusals(null, received(), f)).toEqual([]);
    const shut = { ...inUse, ...noFeedback };
    expect(refusals(null, received(), { ...f, technology: shut })).toEqual(["FeedbackFormShut"]);
    expect(refusals(null, received(), { ...f, technology: { ...inUse, stage: "stopped" } })).toEqual([
      "FeedbackNotInUse",
    ]);
    expect(refusals(after(came), received(), f)).toEqual(["FeedbackReceivedAlready"]);
    expect(
      refusals(
        null,
        received({ category: "spam", place: "Elsewhere", group: "nobody", channel: "phone", receivedOn: "2026-03-01" }),
        f,
      ),
    ).toEqual([
      "FeedbackChannelUnfit",
      "FeedbackCategoryUnknown",
      "FeedbackPlaceUnknown",
      "FeedbackGroupUnknown",
      "FeedbackDayUnfit",
    ]);
  });

  it("is typed in by staff for callers with the day it came, whether the form is open or not", () => {
    const call = received({ channel: "phone", receivedOn: "2026-02-26" });
    expect(refusals(null, call, facts("2026-03-02", "pia", { technology: { ...inUse, ...noFeedback } }))).toEqual([]);
    // Three working days, one of them a Saturday, have gone already.
    expect(after(["2026-03-02", "pia", call]).due.on).toBe("2026-03-11");
    expect(refusals(null, received({ ...call, receivedOn: "2026-03-03" }), facts("2026-03-02", "pia"))).toEqual([
      "FeedbackNotYetReceived",
    ]);
    expect(refusals(null, received(), facts("2026-03-02", "pia"))).toEqual(["FeedbackChannelUnfit"]);
  });

  const open = after(came);
  const asked = after(came, ["2026-03-03", "pia", { type: "AskWriter", text: text("where?") }]);
  const answered = after(came, answers);
  const rated = after(came, answers, ["2026-03-05", "public", { type: "RateFeedback", rating: 2 }]);
  const words = text("words");
  const staffOnly: readonly (readonly [FeedbackCommand, typeof open])[] = [
    [{ type: "AskWriter", text: words }, open],
    [{ type: "ExtendFeedback", text: words }, open],
    [{ type: "AnswerFeedback", outcome: "out-of-scope", text: words }, open],
    [{ type: "CallBack", reached: true, text: words }, rated],
  ];
  const both: readonly (readonly [FeedbackCommand, typeof open])[] = [
    [{ type: "ReplyFeedback", text: words }, asked],
    [{ type: "ReopenFeedback", text: words }, answered],
  ];

  it.each(people.map(({ id }) => id))("is answered by those who answer for the technology: %s", (id) => {
    const may = id === "pia" || id === "eva";
    for (const [command, state] of [...staffOnly, ...both])
      expect([command.type, refusals(state, command, facts("2026-03-05", id))]).toEqual([
        command.type,
        may ? [] : ["FeedbackNotForYou"],
      ]);
    expect(refusals(answered, { type: "RateFeedback", rating: 5 }, facts("2026-03-05", id))).toEqual([
      "FeedbackNotYours",
    ]);
    expect(
      refusals(
        open,
        { type: "EraseFeedbackText", digest: open.texts[0] ?? "", ground: words },
        facts("2026-03-05", id),
      ),
    ).toEqual(id === "ada" ? [] : ["RoleMissing"]);
  });

  it("lets its writer reply, rate and reopen, and do nothing that is staff's", () => {
    for (const [command, state] of staffOnly)
      expect(refusals(state, command, facts("2026-03-05"))).toContain("FeedbackNotForYou");
    for (const [command, state] of both) expect(refusals(state, command, facts("2026-03-05"))).toEqual([]);
    expect(refusals(answered, { type: "RateFeedback", rating: 5 }, facts("2026-03-05"))).toEqual([]);
  });

  it("is closed by an answer alone, reopened once, extended once, rated once, called back once", () => {
    expect(refusals(open, { type: "ReopenFeedback", text: words }, facts("2026-03-05"))).toEqual([
      "FeedbackNotAnswered",
    ]);
    expect(refusals(open, { type: "RateFeedback", rating: 1 }, facts("2026-03-05"))).toEqual(["FeedbackNotAnswered"]);
    const again = after(came, answers, reopens);
    expect(refusals(again, { type: "ReopenFeedback", text: words }, facts("2026-03-06"))).toEqual([
      "FeedbackReopenedAlready",
    ]);
    const closed = after(came, answers, reopens, [
      "2026-03-09",
      "eva",
      { type: "AnswerFeedback", outcome: "answered", text: words },
    ]);
    for (const type of ["AskWriter", "ExtendFeedback"] as const)
      expect(refusals(closed, { type, text: words }, facts("2026-03-10", "pia"))).toContain("FeedbackAnsweredAlready");
    expect(refusals(closed, { type: "ReopenFeedback", text: words }, facts("2026-03-10"))).toEqual([
      "FeedbackReopenedAlready",
    ]);
    expect(refusals(rated, { type: "RateFeedback", rating: 5 }, facts("2026-03-10"))).toEqual(["FeedbackRatedAlready"]);
    const called = after(
      came,
      answers,
      ["2026-03-05", "public", { type: "RateFeedback", rating: 2 }],
      ["2026-03-06", "pia", { type: "CallBack", reached: false, text: words }],
    );
    expect(refusals(called, { type: "CallBack", reached: true, text: words }, facts("2026-03-10", "pia"))).toEqual([
      "FeedbackCalledAlready",
    ]);
    expect(refusals(open, { type: "ExtendFeedback", text: words }, facts("2026-03-17", "pia"))).toEqual([
      "FeedbackOverdueAlready",
    ]);
  });

  it.each([
    [1, "2026-03-12"],
    [2, "2026-03-12"],
    [3, null],
    [5, null],
  ])("rated %i has its writer called by %s", (rating, due) => {
    expect(after(came, answers, ["2026-03-05", "public", { type: "RateFeedback", rating }]).callBack?.due ?? null).toBe(
      due,
    );
  });

  it("keeps how the writer is reached until some days after the answer, or after the call", () => {
    const { contactDays } = defaultPolicy.safeguards.feedback;
    expect(contactEnds(open, contactDays)).toBeNull();
    expect(contactEnds(answered, contactDays)).toBe("2026-06-02");
    expect(contactEnds(after(came, answers, reopens), contactDays)).toBeNull();
    expect(contactEnds(rated, contactDays)).toBeNull();
  });
});
