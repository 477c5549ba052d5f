import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerTerm, daysTaken, workingDaysAfter } from "../../../src/domain/feedback/answer-term.ts";
import { standingOfMessage } from "../../../src/domain/feedback/message.ts";
import { termGround } from "../../../src/domain/feedback/message-term.ts";
import { workingDaysDefault as calendar } from "../../../src/domain/policy/safeguards/working-days.ts";
import { addDays } from "../../../src/domain/words/days.ts";
import { text } from "../../support/technology.ts";
import { after, received } from "./stories.ts";
import type { Step } from "./stories.ts";

const term = (receivedOn: string, days: number, pauses: { from: string; to: string }[] = []) =>
  answerTerm(calendar, { receivedOn, days, pauses });

describe("the term of an answer", () => {
  it.each([
    ["a Friday: day one is Monday", "2026-03-06", 5, [], "2026-03-13"],
    ["a Saturday counts as the Monday after", "2026-03-07", 5, [], "2026-03-16"],
    ["the first day of the spring holiday counts as the day after its last", "2026-02-15", 3, [], "2026-02-27"],
    ["a worked Saturday is a working day", "2026-02-26", 2, [], "2026-02-28"],
    ["waited for three working days", "2026-03-02", 5, [{ from: "2026-03-04", to: "2026-03-09" }], "2026-03-12"],
    ["asked and told on one day", "2026-03-02", 5, [{ from: "2026-03-04", to: "2026-03-04" }], "2026-03-09"],
    ["asked before it counts as received", "2026-03-07", 5, [{ from: "2026-03-07", to: "2026-03-08" }], "2026-03-16"],
    [
      "waited for twice",
      "2026-03-02",
      3,
      [
        { from: "2026-03-03", to: "2026-03-04" },
        { from: "2026-03-05", to: "2026-03-06" },
      ],
      "2026-03-09",
    ],
    ["into a year of which nothing is announced: its weekends alone", "2026-12-30", 3, [], "2027-01-04"],
  ] as const)("%s", (_, receivedOn, days, pauses, on) => {
    expect(term(receivedOn, days, [...pauses]).on).toBe(on);
  });

  it("says what made it longer, and which years it does not know", () => {
    expect(term("2026-02-13", 3)).toMatchObject({ counted: "2026-02-13", unlisted: [] });
    expect(term("2026-02-13", 3).holidays).toContain("2026-02-17");
    expect(term("2026-02-13", 3).working).toContain("2026-02-14");
    expect(term("2026-12-30", 3).unlisted).toEqual([2027]);
  });

  it("is never earlier than its days, and neither waiting nor a later arrival brings it nearer", () => {
    const day = fc.integer({ min: 0, max: 600 }).map((n) => addDays("2025-01-01", n));
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 20 }),
        (on, days, asked, waits) => {
          const plain = term(on, days);
          expect(workingDaysAfter(calendar, plain.counted, plain.on)).toBe(days);
          expect(plain.on >= addDays(on, days)).toBe(true);
          const pause = { from: addDays(on, asked), to: addDays(on, asked + waits) };
          const waited = term(on, days, [pause]);
          expect(waited.on >= plain.on).toBe(true);
          expect(workingDaysAfter(calendar, waited.counted, waited.on)).toBe(days + waited.waited);
          expect(term(addDays(on, 1), days).on >= plain.on).toBe(true);
          expect(daysTaken(calendar, { receivedOn: on, pauses: [] }, plain.on)).toBe(days);
        },
      ),
    );
  });
});

describe("the clock of a message", () => {
  const came: Step = ["2026-03-02", "public", received()];
  const asks: Step = ["2026-03-04", "pia", { type: "AskWriter", text: text("which counter?") }];

  it("is late only when the last day is over, and very late later on", () => {
    const message = after(came);
    expect(message.due).toEqual({ on: "2026-03-16", very: "2026-03-30", policy: 1 });
    expect(
      ["2026-03-16", "2026-03-17", "2026-03-30", "2026-03-31"].map((day) => standingOfMessage(message, day)),
    ).toEqual(["open", "overdue", "overdue", "very-overdue"]);
  });

  it("stands while the writer is asked, and goes on by itself where nothing comes", () => {
    const asked = after(came, asks);
    expect(standingOfMessage(asked, "2026-03-20")).toBe("waiting");
    // Fifteen working days from the 4th end on the 25th; eight of the ten were left.
    expect(asked.questions[0]?.until).toBe("2026-03-25");
    expect(asked.due.on).toBe("2026-04-07");
    expect(standingOfMessage(asked, "2026-03-26")).toBe("open");
    expect(standingOfMessage(asked, "2026-04-08")).toBe("overdue");
  });

  it("counts on from the day after the reply", () => {
    const replied = after(came, asks, ["2026-03-09", "public", { type: "ReplyFeedback", text: text("the second") }]);
    expect(replied.due.on).toBe("2026-03-19");
    expect(termGround(replied).pauses).toEqual([{ from: "2026-03-04", to: "2026-03-09" }]);
  });

  it("does not stand for a question that is asked when it is late already", () => {
    const late = after(came, ["2026-03-18", "pia", { type: "AskWriter", text: text("which counter?") }]);
    expect(late.due.on).toBe("2026-03-16");
    expect(standingOfMessage(late, "2026-03-18")).toBe("overdue");
  });

  it("is lengthened once, with the policy's days", () => {
    expect(after(came, ["2026-03-16", "pia", { type: "ExtendFeedback", text: text("a part is ordered") }]).due.on).toBe(
      "2026-03-30",
    );
  });

  it("begins anew where the answer was none", () => {
    const reopened = after(
      came,
      ["2026-03-05", "pia", { type: "ExtendFeedback", text: text("a part is ordered") }],
      ["2026-03-10", "pia", { type: "AnswerFeedback", outcome: "answered", text: text("it works again") }],
      ["2026-03-13", "public", { type: "ReopenFeedback", text: text("it does not") }],
    );
    expect(reopened.answers[0]?.workingDays).toBe(6);
    expect(reopened.due.on).toBe("2026-03-27");
  });
});
