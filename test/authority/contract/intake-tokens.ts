import { describe, expect, test } from "vitest";
import { mostLiveTokens } from "../../../src/authority/intake-tokens.ts";
import type { NewIntakeToken } from "../../../src/authority/intake-tokens.ts";
import { aDay, aMinute } from "./held.ts";
import type { Held } from "./held.ts";

const asked: NewIntakeToken = {
  person: "ann",
  technology: "t1",
  scopes: ["attach"],
  name: "Nightly run",
  days: 2,
};

export function intakeTokensContract(held: Held): void {
  const tokens = () => held.authority.accounts.intakeTokens;
  const made = async (changes: Partial<NewIntakeToken> = {}) => {
    const token = await tokens().create({ ...asked, ...changes });
    if (token === null) throw new Error("no token");
    return token;
  };

  describe("intake tokens", () => {
    test("let their holder in until they end, also after a restart, and nobody else", async () => {
      const token = await made();
      await held.reopen();
      const { now } = held.time;
      const { id: _, ...used } = (await tokens().use(token)) ?? {};
      expect(used).toEqual({
        person: "ann",
        technology: "t1",
        scopes: ["attach"],
        name: "Nightly run",
        createdAt: now,
        expiresAt: now + 2 * aDay,
        usedAt: null,
        revokedAt: null,
      });
      expect([await tokens().use(`${token}x`), await tokens().use("")]).toEqual([null, null]);
      held.time.now += 2 * aDay - 1;
      expect(await tokens().use(token)).not.toBeNull();
      held.time.now += 1;
      expect(await tokens().use(token)).toBeNull();
    });

    test("are for one technology or for all of them, and for what was chosen, in one order", async () => {
      const everywhere = await made({ technology: null, scopes: ["answer", "read"] });
      expect(await tokens().use(everywhere)).toMatchObject({ technology: null, scopes: ["read", "answer"] });
      expect(await tokens().ofTechnology("t1")).toEqual([]);
      expect(await tokens().ofPerson("ann")).toMatchObject([{ technology: null, scopes: ["read", "answer"] }]);
    });

    test("say when they were used, to the minute", async () => {
      const token = await made();
      const usedAt = async () => (await tokens().ofPerson("ann"))[0]?.usedAt;
      expect(await usedAt()).toBeNull();
      await tokens().use(token);
      const first = held.time.now;
      held.time.now += aMinute;
      await tokens().use(token);
      expect(await usedAt()).toBe(first);
      held.time.now += 1;
      await tokens().use(token);
      expect(await usedAt()).toBe(held.time.now);
    });

    test("a person has so many live ones for one technology, also of many asked for at once", async () => {
      const all = await Promise.all(Array.from({ length: mostLiveTokens + 3 }, () => tokens().create(asked)));
      expect(all.filter((token) => token === null)).toHaveLength(3);
      expect(await tokens().create({ ...asked, technology: "t2" })).not.toBeNull();
      const [one] = await tokens().ofTechnology("t1");
      await tokens().revoke(one?.id ?? "");
      expect(await tokens().create(asked)).not.toBeNull();
      held.time.now += 2 * aDay;
      expect(await tokens().create(asked)).not.toBeNull();
    });

    test("are listed by technology and by person, newest first, ended ones too", async () => {
      await made({ name: "first" });
      held.time.now += 1;
      await made({ name: "second", person: "bob" });
      held.time.now += 1;
      await made({ name: "third", technology: "t2" });
      held.time.now += 9 * aDay;
      const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);
      expect(names(await tokens().ofTechnology("t1"))).toEqual(["second", "first"]);
      expect(names(await tokens().ofPerson("ann"))).toEqual(["third", "first"]);
    });

    test("are revoked once, one or all of a person's, and open nothing from then on", async () => {
      const [first, second, others] = [await made(), await made(), await made({ person: "bob" })];
      const id = (await tokens().use(first))?.id ?? "";
      expect(await tokens().revoke(id)).toBe(true);
      const revokedAt = held.time.now;
      held.time.now += 1;
      expect([await tokens().revoke(id), await tokens().revoke("unknown")]).toEqual([false, false]);
      await tokens().revokeAll("ann");
      expect([await tokens().use(first), await tokens().use(second)]).toEqual([null, null]);
      expect(await tokens().find(id)).toMatchObject({ id, revokedAt });
      expect(await tokens().find("unknown")).toBeNull();
      expect(await tokens().use(others)).not.toBeNull();
    });
  });
}
