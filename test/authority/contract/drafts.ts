import { describe, expect, test } from "vitest";
import { mostDrafts } from "../../../src/authority/drafts.ts";
import type { Held } from "./held.ts";

const draft = { kind: "proposal", subject: "", title: "Lamps", fields: { name: "Lamps", sites: ["a", "b"] } };

export function draftsContract(held: Held): void {
  const drafts = () => held.authority.drafts;

  describe("drafts", () => {
    test("are their writer's alone, also after a restart", async () => {
      const id = await drafts().save("ann", draft, {});
      await held.reopen();
      const saved = { id, ...draft, savedAt: new Date(held.time.now).toISOString() };
      expect(await drafts().find("ann", id)).toEqual(saved);
      expect(await drafts().of("ann")).toEqual([saved]);
      expect([await drafts().find("bob", id), await drafts().find("ann", "unknown")]).toEqual([null, null]);
      expect([await drafts().of("bob"), await drafts().drop("bob", id)]).toEqual([[], false]);
    });

    test("are saved over by their id; somebody else's, or one that is gone, makes a new one", async () => {
      const id = await drafts().save("ann", draft, {});
      expect(await drafts().save("ann", { ...draft, title: "Lamps 2" }, { id })).toBe(id);
      expect(await drafts().find("ann", id)).toMatchObject({ title: "Lamps 2" });
      expect(await drafts().save("bob", draft, { id })).not.toBe(id);
      expect(await drafts().save("ann", draft, { id: "gone" })).not.toBe(id);
      expect(await drafts().of("ann")).toHaveLength(2);
      expect(await drafts().find("ann", id)).toMatchObject({ title: "Lamps 2" });
    });

    test("one form saved twice at once, by its command, is one draft", async () => {
      const form = { ...draft, fields: { ...draft.fields, commandId: "c1" } };
      const [one, two] = await Promise.all([
        drafts().save("ann", form, { commandId: "c1" }),
        drafts().save("ann", form, { commandId: "c1" }),
      ]);
      expect(one).toBe(two);
      expect(await drafts().save("ann", { ...form, kind: "plan-lock" }, { commandId: "c1" })).not.toBe(one);
      expect(await drafts().save("ann", draft, {})).not.toBe(one);
      expect(await drafts().of("ann", "proposal")).toHaveLength(2);
    });

    test("one of another kind is gone on with at its own id where that is asked, and of its command there is no second", async () => {
      const form = { ...draft, kind: "form", fields: { ...draft.fields, commandId: "c1" } };
      const kept = await drafts().save("ann", form, { commandId: "c1" });
      const held = await drafts().save("ann", { ...form, kind: "held" }, { commandId: "c1" });
      expect(held).not.toBe(kept);
      expect(await drafts().save("ann", { ...form, title: "On" }, { id: held, commandId: "c1", from: "held" })).toBe(
        held,
      );
      expect(await drafts().of("ann")).toEqual([expect.objectContaining({ id: held, kind: "form", title: "On" })]);
      expect(await drafts().save("bob", form, { id: held, commandId: "c1", from: "held" })).not.toBe(held);
    });

    test("of a kind and subject that has one, there is one, also of two saved at once", async () => {
      const sheet = { ...draft, kind: "scores", subject: "t1" };
      const [one, two] = await Promise.all([drafts().saveOnly("ann", sheet), drafts().saveOnly("ann", sheet)]);
      expect(one).toBe(two);
      expect(await drafts().saveOnly("ann", { ...sheet, subject: "t2" })).not.toBe(one);
      expect(await drafts().saveOnly("bob", sheet)).not.toBe(one);
      expect(await drafts().of("ann", "scores")).toHaveLength(2);
    });

    test("are listed newest first, and by kind", async () => {
      const first = await drafts().save("ann", draft, {});
      held.time.now += 1000;
      const second = await drafts().saveOnly("ann", { ...draft, kind: "policy" });
      held.time.now += 1000;
      const third = await drafts().save("ann", draft, {});
      const ids = async (kind?: string) => (await drafts().of("ann", kind)).map(({ id }) => id);
      expect(await ids()).toEqual([third, second, first]);
      expect(await ids("proposal")).toEqual([third, first]);
    });

    test("are found by what they are about, whole or by its beginning, and no other is", async () => {
      const about = async (subject: string) => drafts().save("ann", { ...draft, subject }, {});
      const vote = await about("/technologies/lamps/gates/rollout/votes");
      held.time.now += 1000;
      const waiver = await about("/technologies/lamps/waivers/w1");
      const early = await about("");
      await about("/technologies/lamps-2/waivers/w1");
      const strange = await about("/technologies/[a]*?");
      const ids = async (...subjects: string[]) => (await drafts().at("ann", subjects)).map(({ id }) => id);
      expect(await ids("/technologies/lamps/gates/rollout/votes", "/technologies/lamps/waivers/*")).toEqual([
        waiver,
        vote,
      ]);
      expect(await ids("/technologies/lamps/gates/rollout")).toEqual([]);
      expect([await ids(""), await ids(), await ids("/technologies/[a]*?")]).toEqual([[early], [], [strange]]);
      expect(await ids("/technologies/?amps/waivers/w1", "/technologies/*mps/waivers/w1")).toEqual([]);
      expect(await drafts().at("bob", ["/technologies/lamps/*"])).toEqual([]);
      await drafts().save("bob", { ...draft, subject: "/people" }, {});
      expect(await drafts().at("bob", ["/people"])).toHaveLength(1);
    });

    test("are dropped one by one, or all of a kind", async () => {
      const id = await drafts().save("ann", draft, {});
      await drafts().save("ann", draft, {});
      await drafts().save("ann", { ...draft, kind: "policy" }, {});
      expect([await drafts().drop("ann", id), await drafts().drop("ann", id)]).toEqual([true, false]);
      await drafts().dropAll("ann", "policy");
      expect((await drafts().of("ann")).map(({ kind }) => kind)).toEqual(["proposal"]);
    });

    test("of a person who never tidies up the oldest make room", async () => {
      const first = await drafts().save("ann", draft, {});
      const others = await drafts().save("bob", draft, {});
      for (let number = 0; number < mostDrafts; number += 1) {
        held.time.now += 1000;
        await drafts().save("ann", draft, {});
      }
      expect(await drafts().of("ann")).toHaveLength(mostDrafts);
      expect([await drafts().find("ann", first), await drafts().find("bob", others)]).toEqual([
        null,
        expect.objectContaining({ id: others }),
      ]);
    });
  });
}
