import { describe, expect, test } from "vitest";
import { aDay } from "./held.ts";
import type { Held } from "./held.ts";

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
