import { describe, expect, test } from "vitest";
import type { Mapping } from "../../../src/domain/evidence/mapping.ts";
import type { Held } from "./held.ts";

const mapping = {
  format: "incidents-csv",
  columns: { service: "Dienst" },
  conditions: {},
  rows: {},
} as const satisfies Mapping;

export function mappingsContract(held: Held): void {
  const mappings = () => held.authority.mappings;
  const remember = (source: string, said: Mapping, givenBy: string) =>
    mappings().remember({ source, mapping: said, givenBy });

  describe("remembered mappings", () => {
    test("are found by source, also after a restart, the newest or the one of a format", async () => {
      await remember("s1", mapping, "ann");
      const first = { source: "s1", mapping, givenBy: "ann", givenAt: held.time.now };
      held.time.now += 1000;
      await remember("s1", { ...mapping, format: "jmeter-csv" }, "bob");
      await held.reopen();
      expect(await mappings().find("s1")).toMatchObject({ givenBy: "bob", mapping: { format: "jmeter-csv" } });
      expect(await mappings().find("s1", "incidents-csv")).toEqual(first);
      expect([await mappings().find("s2"), await mappings().find("s1", "tasks-csv")]).toEqual([null, null]);
    });

    test("what is said anew of a source and format replaces what was said before, also at once", async () => {
      await Promise.all([remember("s1", mapping, "ann"), remember("s1", { ...mapping, rows: { a: "b" } }, "bob")]);
      expect(await mappings().find("s1")).toMatchObject({ givenBy: "bob", mapping: { rows: { a: "b" } } });
      expect(await mappings().same(mapping)).toBeNull();
    });

    test("when a file was observed holds for that file alone", async () => {
      const stated = { service: "portal", from: "2026-03-01T00:00:00Z", to: "2026-03-02T00:00:00Z" };
      await remember("s1", { ...mapping, stated }, "ann");
      expect((await mappings().find("s1"))?.mapping).toEqual({ ...mapping, stated: { service: "portal" } });
    });

    test("the very same is found whatever its encoding and what was stated of one file", async () => {
      await remember("s1", { ...mapping, encoding: "windows-1252" }, "ann");
      expect(await mappings().same({ ...mapping, stated: { service: "portal" } })).toMatchObject({ source: "s1" });
      expect(await mappings().same({ ...mapping, columns: { service: "Service" } })).toBeNull();
    });

    test("are forgotten as they were found: what somebody else said meanwhile stays", async () => {
      await remember("s1", mapping, "ann");
      const found = await mappings().find("s1");
      if (found === null) throw new Error("not remembered");
      await remember("s1", mapping, "bob");
      await mappings().forget(found);
      expect(await mappings().find("s1")).toMatchObject({ givenBy: "bob" });
      await remember("s1", mapping, "ann");
      await mappings().forget(found);
      expect(await mappings().find("s1")).toBeNull();
    });

    test("whose words are to be erased are forgotten, whoever said them; others stay", async () => {
      await remember("s1", mapping, "ann");
      await remember("s2", { ...mapping, columns: { service: "Service" } }, "ann");
      await mappings().forgetSame(mapping);
      await mappings().forgetSame(mapping);
      expect([await mappings().find("s1"), await mappings().same(mapping)]).toEqual([null, null]);
      expect(await mappings().find("s2")).not.toBeNull();
    });
  });
}
