import { describe, expect, test } from "vitest";
import { anHour } from "./held.ts";
import type { Held } from "./held.ts";

const stranger = { account: "ann@example.org", address: "192.0.2.1", device: null };

export function throttleContract(held: Held): void {
  const begin = (attempt: Partial<typeof stranger> | { device: string } = {}) =>
    held.authority.accounts.throttle.begin({ ...stranger, ...attempt });

  describe("the throttle", () => {
    test("lets five through, then doubles the wait, also after a restart", async () => {
      for (let tries = 0; tries < 5; tries += 1) expect(await begin()).toBe(0);
      expect(await begin()).toBe(2);
      await held.reopen();
      held.time.now += 1999;
      expect(await begin()).toBe(1);
      held.time.now += 1;
      expect(await begin()).toBe(0);
      expect(await begin()).toBe(4);
    });

    test("whoever is told to wait is not counted again for asking", async () => {
      for (let tries = 0; tries < 5; tries += 1) await begin();
      for (let tries = 0; tries < 9; tries += 1) expect(await begin()).toBe(2);
    });

    test("of many at once no more get through than one after the other", async () => {
      const waits = await Promise.all(Array.from({ length: 12 }, () => begin()));
      expect(waits.filter((seconds) => seconds === 0)).toHaveLength(5);
    });

    test("holds up neither another address nor a browser that is known, which counts for itself", async () => {
      for (let tries = 0; tries < 6; tries += 1) await begin();
      expect(await begin({ address: "192.0.2.2" })).toBe(0);
      for (let tries = 0; tries < 5; tries += 1) expect(await begin({ device: "known" })).toBe(0);
      expect(await begin({ device: "known" })).toBe(2);
      expect(await begin({ device: "another" })).toBe(0);
      await held.authority.accounts.throttle.succeeded({ ...stranger, device: "known" });
      for (let tries = 0; tries < 5; tries += 1) expect(await begin({ device: "known" })).toBe(0);
    });

    test("an address and an account have limits of their own", async () => {
      for (let one = 0; one < 31; one += 1) expect(await begin({ account: `p${one}` })).toBe(0);
      expect(await begin({ account: "p99" })).toBe(2);
      held.time.now += 2 * anHour;
      for (let one = 0; one < 21; one += 1) expect(await begin({ address: `198.51.100.${one}` })).toBe(0);
      expect(await begin({ address: "198.51.100.99" })).toBe(2);
    });

    test("forgets what counted here once the owner is in, and takes one back of what others share", async () => {
      const { throttle } = held.authority.accounts;
      for (let tries = 0; tries < 5; tries += 1) await begin();
      await throttle.succeeded(stranger);
      for (let tries = 0; tries < 5; tries += 1) expect(await begin()).toBe(0);
      expect(await begin()).toBe(2);
      held.time.now += 2 * anHour;
      for (let one = 0; one < 100; one += 1) {
        const office = { ...stranger, account: `p${one}`, address: "203.0.113.1" };
        expect(await throttle.begin(office)).toBe(0);
        await throttle.succeeded(office);
      }
    });

    test("a quiet hour, and it begins again", async () => {
      for (let tries = 0; tries < 6; tries += 1) await begin();
      held.time.now += anHour + 1;
      for (let tries = 0; tries < 5; tries += 1) expect(await begin()).toBe(0);
      expect(await begin()).toBe(2);
    });
  });
}
