import { describe, expect, test } from "vitest";
import { mostSavedFilters } from "../../../src/authority/saved-filters.ts";
import type { Held } from "./held.ts";

const address = "/technologies?stage=piloting";

export function savedFiltersContract(held: Held): void {
  const filters = () => held.authority.savedFilters;
  const namesOf = async (person: string) => (await filters().of(person)).map(({ name }) => name);

  describe("saved filters", () => {
    test("are each person's own, by name, also after a restart", async () => {
      await filters().save("ann", { name: "Pilots", address });
      await filters().save("ann", { name: "Late", address: "/radar?state=late" });
      await filters().save("bob", { name: "Mine", address });
      await held.reopen();
      expect(await filters().of("ann")).toEqual([
        expect.objectContaining({ name: "Late", address: "/radar?state=late" }),
        expect.objectContaining({ name: "Pilots", address }),
      ]);
      expect(await namesOf("bob")).toEqual(["Mine"]);
    });

    test("are renamed and removed by nobody else", async () => {
      await filters().save("ann", { name: "Pilots", address });
      const [{ id } = { id: "" }] = await filters().of("ann");
      expect([await filters().rename("bob", id, "His"), await filters().remove("bob", id)]).toEqual([false, false]);
      expect(await filters().rename("ann", id, "Trials")).toBe(true);
      expect(await namesOf("ann")).toEqual(["Trials"]);
      expect([await filters().remove("ann", id), await filters().remove("ann", id)]).toEqual([true, false]);
      expect(await namesOf("ann")).toEqual([]);
    });

    test("are so many a person and no more, also at once", async () => {
      const all = Array.from({ length: mostSavedFilters + 3 }, (_, at) => ({ name: `Filter ${at}`, address }));
      const answers = await Promise.all(all.map((filter) => filters().save("ann", filter)));
      expect(answers.filter((answer) => answer === "full")).toHaveLength(3);
      expect(await namesOf("ann")).toHaveLength(mostSavedFilters);
      expect(await filters().save("bob", { name: "His", address })).toBe("saved");
    });
  });
}
