import { describe, expect, test } from "vitest";
import type { Held } from "./held.ts";

export function identitiesContract(held: Held): void {
  const identities = () => held.authority.accounts.identities;

  describe("identities", () => {
    test("there is nobody before the first one, and unknown ids are nobody", async () => {
      expect(await identities().any()).toBe(false);
      await identities().add("ann", "Ann Ashe", "ann@example.org");
      expect(await identities().any()).toBe(true);
      expect([await identities().find("bob"), await identities().password("bob")]).toEqual([null, null]);
      expect(await identities().byEmail("bob@example.org")).toBeNull();
    });

    test("are found by id and by e-mail, whatever its capitals, and survive a restart", async () => {
      await identities().add("ann", "Ann Ashe", "Ann@Example.org");
      await identities().setLocale("ann", "zh-CN");
      await identities().setPassword("ann", "a hash");
      await held.reopen();
      const ann = { person: "ann", name: "Ann Ashe", email: "Ann@Example.org", locale: "zh-CN", invited: false };
      expect(await identities().find("ann")).toEqual(ann);
      expect(await identities().singleKeys("ann")).toBe(true);
      await identities().setSingleKeys("ann", false);
      expect(await identities().singleKeys("ann")).toBe(false);
      expect(await identities().byEmail("ANN@example.org")).toEqual(ann);
      expect(await identities().password("ann")).toBe("a hash");
    });

    test("what is not one address is stored by no way", async () => {
      await expect(identities().add("ann", "Ann", "ann@example.org\r\nBcc: all@example.org")).rejects.toThrow();
      await identities().add("ann", "Ann", "ann@example.org");
      await expect(identities().change("ann", "Ann", "ann@example.org, bob@example.org")).rejects.toThrow();
      expect(await identities().find("ann")).toMatchObject({ email: "ann@example.org" });
    });

    test("who has no password yet is invited", async () => {
      await identities().add("ann", "Ann", "ann@example.org");
      expect(await identities().find("ann")).toMatchObject({ invited: true, locale: null });
      await identities().setPassword("ann", "a hash");
      expect(await identities().find("ann")).toMatchObject({ invited: false });
    });

    test("an e-mail belongs to one person: of two who take it at once, one does", async () => {
      const added = await Promise.all([
        identities().add("ann", "Ann", "same@example.org"),
        identities().add("bob", "Bob", "Same@example.org"),
      ]);
      expect(added.toSorted()).toEqual([false, true]);
      await identities().add("cyd", "Cyd", "cyd@example.org");
      expect(await identities().change("cyd", "Cyd", "SAME@example.org")).toBe(false);
      expect(await identities().find("cyd")).toMatchObject({ email: "cyd@example.org" });
      expect(await identities().change("cyd", "Cyd Cole", "CYD@example.org")).toBe(true);
      expect(await identities().find("cyd")).toMatchObject({ name: "Cyd Cole", email: "CYD@example.org" });
    });

    test("a search among all finds today's names, however often it was asked before", async () => {
      const called = async (text: string) =>
        (await identities().search({ text, among: null, limit: 9 })).map(({ person, name }) => `${person} ${name}`);
      expect(await called("ash")).toEqual([]);
      await identities().add("ann", "Ann Ashe", "ann@example.org");
      await identities().add("bob", "Bob Ash", "bob@example.org");
      expect(await called("ash")).toEqual(["ann Ann Ashe", "bob Bob Ash"]);
      await identities().change("ann", "Ann Birch", "ann@example.org");
      expect(await called("ash")).toEqual(["bob Bob Ash"]);
      await identities().remove("bob");
      expect([await called("ash"), await called("birch")]).toEqual([[], ["ann Ann Birch"]]);
    });

    test("names are answered for the ids that have one, each once", async () => {
      await identities().add("ann", "Ann", "ann@example.org");
      await identities().add("o'hara, [x]", "Odd", "odd@example.org");
      const names = await identities().names(["ann", "gone", "ann", "o'hara, [x]"]);
      expect(names).toEqual(
        new Map([
          ["ann", "Ann"],
          ["o'hara, [x]", "Odd"],
        ]),
      );
      expect(await identities().names([])).toEqual(new Map());
    });

    test("a page is in the order of names, ids telling namesakes apart, and goes on after the last one", async () => {
      for (const [person, name] of [
        ["p3", "Same"],
        ["p1", "Zoe"],
        ["p2", "Same"],
        ["p4", "Abe"],
      ] as const)
        await identities().add(person, name, `${person}@example.org`);
      const page = async (after: string | null) =>
        (await identities().page({ search: "", after, limit: 2 })).map(({ person }) => person);
      expect(await page(null)).toEqual(["p4", "p2"]);
      expect(await page("p2")).toEqual(["p3", "p1"]);
      const among = async (...people: string[]) =>
        (await identities().page({ search: "", among: people, after: "p2", limit: 9 })).map(({ person }) => person);
      expect([await among("p1", "p4", "gone"), await among()]).toEqual([["p1"], []]);
      expect(await page("p1")).toEqual([]);
    });

    test("a choice finds names by each of their words, whoever it is among, and a whole e-mail", async () => {
      for (const [person, name] of [
        ["p1", "Anna Weber"],
        ["p2", "Hanna Adams"],
        ["p3", "Weber, Jo_Ann"],
        ["p4", "王小明"],
        ["p5", "Émile Roy"],
      ] as const)
        await identities().add(person, name, `${person}@example.org`);
      const found = async (text: string, among: readonly string[] | null = null, limit = 9) =>
        (await identities().search({ text, among, limit })).map(({ person }) => person);
      expect(await found("ann")).toEqual(["p1", "p2", "p3"]);
      expect(await found("weber ann")).toEqual(["p1", "p3"]);
      expect(await found("weber")).toEqual(["p3", "p1"]);
      expect(await found("hanna")).toEqual(["p2"]);
      expect(await found("ann", ["p2", "p3", "gone"])).toEqual(["p2", "p3"]);
      expect(await found("ann", [])).toEqual([]);
      expect(await found("ann", null, 1)).toEqual(["p1"]);
      expect(await found("小明")).toEqual(["p4"]);
      expect(await found("émile")).toEqual(["p5"]);
      expect(await found("o_ann")).toEqual(["p3"]);
      expect(await found(" P2@example.org ")).toEqual(["p2"]);
      expect(await found("p2@example")).toEqual([]);
      expect(await found("  ")).toEqual([]);
    });

    test("a search finds names and e-mails, and takes its signs as they are", async () => {
      await identities().add("ann", "Ann 100%", "ann_a@example.org");
      await identities().add("bob", "Bob 100", "annxa@example.org");
      const found = async (search: string) =>
        (await identities().page({ search, after: null, limit: 9 })).map(({ person }) => person);
      expect(await found("100%")).toEqual(["ann"]);
      expect(await found("ANN_A@")).toEqual(["ann"]);
      expect(await found("example")).toEqual(["ann", "bob"]);
      expect(await found("\\")).toEqual([]);
    });

    test("whoever is removed has neither name nor password, and the e-mail is free again", async () => {
      await identities().add("ann", "Ann", "ann@example.org");
      await identities().setPassword("ann", "a hash");
      await identities().remove("ann");
      await identities().remove("nobody");
      expect([await identities().find("ann"), await identities().password("ann")]).toEqual([null, null]);
      expect(await identities().names(["ann"])).toEqual(new Map());
      expect(await identities().add("bob", "Bob", "ann@example.org")).toBe(true);
    });
  });
}
