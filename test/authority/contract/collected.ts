import { describe, expect, test } from "vitest";
import { hashOfCode } from "../../../src/authority/collection-codes.ts";
import type { Judge, NewAnswer } from "../../../src/authority/collected.ts";
import type { Held } from "./held.ts";

const of = { technology: "t1", collection: "c1" };
const anybody = { group: null, place: null };
const [first, second] = [hashOfCode("FIRST"), hashOfCode("SECOND")];
const steps = [5, 1, 5, 1, 5, 1, 5, 1, 5, 1];

const answer = (over: Partial<NewAnswer> = {}): NewAnswer => ({
  ...anybody,
  language: "en",
  content: { kind: "scale", steps },
  incomplete: false,
  arrived: 1000,
  sending: "s1",
  device: null,
  ...over,
});
/** Leaves a device that answers again out, and keeps what comes within one second. */
const judge: Judge = ({ device, second: together }) => ({
  doubts: [...(device ? (["device"] as const) : []), ...(together ? (["second"] as const) : [])],
  leftOut: device ? "device" : null,
});

export function collectedContract(held: Held): void {
  const collected = () => held.authority.collected;

  describe("answers of collections", () => {
    test("come by a code once, the same sending again is the same answer, also after a restart", async () => {
      await collected().addCodes(of, 1, { group: "older", place: 2 }, [first, second]);
      expect(await collected().find(first)).toEqual({ ...of, batch: 1, group: "older", place: 2, used: false });
      await collected().noteOpened(first);
      await collected().noteOpened(first);
      const all = [answer(), answer(), answer({ sending: "s2" })];
      expect(await Promise.all(all.map((one) => collected().answer(first, one, judge, null)))).toEqual([
        "taken",
        "again",
        "used",
      ]);
      await held.reopen();
      expect(await collected().answer(first, answer(), judge, null)).toBe("again");
      expect(await collected().progress(of)).toMatchObject({ opened: 1, finished: 1, link: null, frozen: false });
      const [stored] = await collected().answers(of, null, 10);
      expect(stored).toMatchObject({ content: { steps }, doubts: [], leftOut: null });
      expect(JSON.stringify(stored)).not.toContain(first);
    });

    test("over a link are so many and no more; doubts are counted where they are found", async () => {
      expect(await collected().ensureLink(of, "CODE", first)).toBe("CODE");
      expect(await collected().ensureLink(of, "OTHER", second)).toBe("CODE");
      const sent = async (over: Partial<NewAnswer>) => collected().answer(first, answer(over), judge, 4);
      expect(await sent({ sending: "a", device: "d" })).toBe("taken");
      expect(await sent({ sending: "b", device: "d", arrived: 2000 })).toBe("taken");
      expect(await sent({ sending: "c", arrived: 2000 })).toBe("taken");
      expect(await sent({ sending: "d", arrived: 3000, device: "d", incomplete: true })).toBe("taken");
      expect([await sent({ sending: "e" }), await sent({ sending: "a" })]).toEqual(["full", "again"]);
      expect(await collected().progress(of)).toMatchObject({
        finished: 4,
        incomplete: 1,
        leftOut: { device: 1, second: 0, straight: 0 },
        doubtfulKept: 1,
      });
    });

    test("stop while a collection is closed, go on where it was not, and go with its close; counts stay", async () => {
      await collected().addCodes(of, 1, anybody, [first, second]);
      await collected().freeze(of);
      expect(await collected().answer(first, answer(), judge, null)).toBe("frozen");
      await collected().thaw(of);
      expect(await collected().answer(first, answer(), judge, null)).toBe("taken");
      await collected().dropAnswers(of);
      expect(await collected().answers(of, null, 10)).toEqual([]);
      expect((await collected().progress(of)).finished).toBe(1);
      expect((await collected().find(first))?.used).toBe(true);
      await collected().dropCodes([second]);
      expect(await collected().find(second)).toBeNull();
    });

    test("of a moderator are their own to see and correct, and what stood there before stays beside", async () => {
      const [mine, theirs] = [{ code: first }, { person: "ann" }] as const;
      const sheet = (outcome: "success" | "failure") =>
        ({ kind: "tasks", sheet: [{ outcome, seconds: 4, helped: false, ease: null }] }) as const;
      expect(await collected().addSheet(of, mine, answer({ content: sheet("failure") }))).toBe(1);
      expect(await collected().addSheet(of, mine, answer({ content: sheet("failure") }))).toBe(1);
      expect(await collected().addSheet(of, theirs, answer({ content: sheet("success"), sending: "s2" }))).toBe(2);
      expect((await collected().sheets(of, mine, null, 10)).map(({ number }) => number)).toEqual([1]);
      expect(await collected().sheet(of, theirs, 1)).toBeNull();
      const change = { content: sheet("success"), group: null, incomplete: false, reason: "slip" };
      expect(await collected().correctSheet(of, theirs, 1, change)).toBe(false);
      expect(await collected().correctSheet(of, mine, 1, change)).toBe(true);
      expect(await collected().correctSheet(of, mine, 1, change)).toBe(true);
      expect((await collected().progress(of)).corrected).toBe(1);
      const stored = (await collected().answers(of, null, 10)).find(({ number }) => number === 1);
      expect(stored?.earlier.map(({ content, reason }) => [content, reason])).toEqual([
        [sheet("failure"), "slip"],
        [sheet("success"), "slip"],
      ]);
      await collected().freeze(of);
      expect(await collected().addSheet(of, mine, answer({ content: sheet("success"), sending: "s3" }))).toBeNull();
    });
  });
}
