import { describe, expect, test } from "vitest";
import { linkLife } from "../../../src/authority/links.ts";
import { aDay } from "./held.ts";
import type { Held } from "./held.ts";

export function linksContract(held: Held): void {
  const links = () => held.authority.accounts.links;

  describe("one-time links", () => {
    test("are found by their token until it ends, also after a restart; no other token is one", async () => {
      const token = await links().create("reset", "ann");
      await held.reopen();
      const link = { purpose: "reset", person: "ann", expiresAt: held.time.now + linkLife.reset };
      expect(await links().find(token)).toEqual(link);
      expect([await links().find("another"), await links().use("another")]).toEqual([null, false]);
      held.time.now += linkLife.reset;
      expect([await links().find(token), await links().use(token)]).toEqual([null, false]);
    });

    test("work once: of two who use one at once, one does", async () => {
      const token = await links().create("invitation", "ann");
      const used = await Promise.all([links().use(token), links().use(token)]);
      expect(used.toSorted()).toEqual([false, true]);
      expect(await links().find(token)).toBeNull();
    });

    test("a new one replaces those of its person and purpose, and no others", async () => {
      const [setUp, reset, others] = [
        await links().create("set-up", null),
        await links().create("reset", "ann"),
        await links().create("reset", "bob"),
      ];
      const invitation = await links().create("invitation", "ann");
      const newer = [await links().create("reset", "ann"), await links().create("set-up", null)];
      expect([await links().find(setUp), await links().find(reset)]).toEqual([null, null]);
      for (const token of [others, invitation, ...newer]) expect(await links().find(token)).not.toBeNull();
    });

    test("all of a person's are revoked at once", async () => {
      const own = [await links().create("reset", "ann"), await links().create("invitation", "ann")];
      const [others, setUp] = [await links().create("reset", "bob"), await links().create("set-up", null)];
      await links().revoke("ann");
      for (const token of own) expect(await links().find(token)).toBeNull();
      for (const token of [others, setUp]) expect(await links().find(token)).not.toBeNull();
    });
  });
}

export function devicesContract(held: Held): void {
  const devices = () => held.authority.accounts.devices;

  describe("known browsers", () => {
    test("are known for their own person, also after a restart, half a year after they were used last", async () => {
      const token = await devices().remember("ann");
      await held.reopen();
      expect([await devices().knows(token, "bob"), await devices().knows("another", "ann")]).toEqual([false, false]);
      held.time.now += 180 * aDay - 1;
      expect(await devices().knows(token, "ann")).toBe(true);
      held.time.now += 180 * aDay - 1;
      expect(await devices().knows(token, "ann")).toBe(true);
      held.time.now += 180 * aDay;
      expect(await devices().knows(token, "ann")).toBe(false);
    });

    test("are forgotten with their person's password", async () => {
      const [first, second, others] = [
        await devices().remember("ann"),
        await devices().remember("ann"),
        await devices().remember("bob"),
      ];
      await devices().forgetAll("ann");
      expect([await devices().knows(first, "ann"), await devices().knows(second, "ann")]).toEqual([false, false]);
      expect(await devices().knows(others, "bob")).toBe(true);
    });
  });
}
