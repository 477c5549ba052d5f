import { describe, expect, test } from "vitest";
import { aDay, aMinute } from "./held.ts";
import type { Held } from "./held.ts";

export function keptFormsContract(held: Held): void {
  const forms = () => held.authority.accounts.keptForms;

  describe("kept forms", () => {
    const form = { path: "/technologies", body: { name: "一个字", items: ["a", "b"] } };

    test("are given back to who typed them for a day, also after a restart, and to nobody else", async () => {
      const token = await forms().keep("ann", form);
      await held.reopen();
      expect(await forms().find(token, "ann")).toEqual(form);
      expect([await forms().find(token, "bob"), await forms().find("another", "ann")]).toEqual([null, null]);
      held.time.now += aDay - 1;
      expect(await forms().find(token, "ann")).toEqual(form);
      held.time.now += 1;
      expect(await forms().find(token, "ann")).toBeNull();
    });

    test("of a person the ten newest are kept", async () => {
      const others = await forms().keep("bob", form);
      const tokens: string[] = [];
      for (let number = 0; number < 12; number += 1) {
        held.time.now += aMinute;
        tokens.push(await forms().keep("ann", form));
      }
      const found = await Promise.all(tokens.map(async (token) => (await forms().find(token, "ann")) !== null));
      expect(found).toEqual([false, false, ...Array.from({ length: 10 }, () => true)]);
      expect(await forms().find(others, "bob")).toEqual(form);
    });
  });
}

export function stagedFormsContract(held: Held): void {
  const forms = () => held.authority.stagedForms;

  describe("files of refused forms", () => {
    const owner = { person: "ann", technology: "t1" };
    const files = [{ stored: "staged-1", name: "结果.csv", bytes: 12 }];
    const table = { headings: ["a", "b"], sample: [["1", "2"]] };

    test("are found by their owner for their technology for a day, also after a restart", async () => {
      const id = await forms().add(owner, files);
      await held.reopen();
      expect(await forms().find(owner, id)).toEqual({ id, files, table: null });
      expect(await forms().find({ ...owner, person: "bob" }, id)).toBeNull();
      expect(await forms().find({ ...owner, technology: "t2" }, id)).toBeNull();
      expect(await forms().find(owner, "another")).toBeNull();
      expect(await forms().old()).toEqual([]);
      held.time.now += aDay;
      expect(await forms().find(owner, id)).toBeNull();
      expect(await forms().old()).toEqual([{ id, files, table: null }]);
    });

    test("remember the table that was seen, and are gone once dropped", async () => {
      const id = await forms().add(owner, files);
      await forms().sawTable(id, table);
      expect(await forms().find(owner, id)).toEqual({ id, files, table });
      await forms().drop(id);
      expect(await forms().find(owner, id)).toBeNull();
      await expect(forms().drop(id)).resolves.toBeUndefined();
    });

    test.each([
      ["a moment apart", 1],
      ["at one moment", 0],
    ])("beyond the five newest of a person are to make room: %s", async (_, apart) => {
      const ids: string[] = [];
      for (let number = 0; number < 7; number += 1) {
        held.time.now += apart;
        ids.push(await forms().add(owner, files));
      }
      await forms().add({ person: "bob", technology: "t1" }, files);
      expect((await forms().surplus("ann")).map(({ id }) => id)).toEqual([ids[1], ids[0]]);
      expect(await forms().surplus("bob")).toEqual([]);
    });
  });
}
