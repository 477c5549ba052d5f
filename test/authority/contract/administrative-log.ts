import { describe, expect, test } from "vitest";
import type { LogQuery } from "../../../src/authority/administrative-log.ts";
import { aMinute } from "./held.ts";
import type { Held } from "./held.ts";

export function administrativeLogContract(held: Held): void {
  const log = () => held.authority.administrativeLog;
  const page = (query: Partial<LogQuery> = {}) => log().page({ before: null, from: "", limit: 50, ...query });
  const kinds = async (query: Partial<LogQuery> = {}) => (await page(query)).map(({ kind }) => kind);

  describe("the administrative log", () => {
    test("keeps what was noted, also after a restart", async () => {
      await log().note({ kind: "token-made", actor: "ann", subject: "ann", about: "t1" });
      await log().note({ kind: "restored", actor: "system", subject: null });
      await held.reopen();
      const at = new Date(held.time.now).toISOString();
      expect((await page()).map(({ id: _, ...entry }) => entry)).toEqual([
        { at, kind: "restored", actor: "system", subject: null, about: null },
        { at, kind: "token-made", actor: "ann", subject: "ann", about: "t1" },
      ]);
    });

    test("a page goes on where the one before ended, and begins no earlier than asked", async () => {
      for (const kind of ["backed-up", "restored", "token-made", "token-revoked"] as const) {
        await log().note({ kind, actor: "ann", subject: null });
        if (kind !== "restored") held.time.now += aMinute;
      }
      const [, last] = await page({ limit: 2 });
      expect(await kinds({ before: last ?? null, limit: 9 })).toEqual(["restored", "backed-up"]);
      expect(await kinds({ before: last ?? null, limit: 1 })).toEqual(["restored"]);
      expect(await kinds({ from: last?.at ?? "" })).toEqual(["token-revoked", "token-made", "restored"]);
    });

    test("is asked by kind, and by person as who did it or whom it is about, each entry once", async () => {
      await log().note({ kind: "token-made", actor: "ann", subject: "ann" });
      await log().note({ kind: "token-revoked", actor: "bob", subject: "ann" });
      await log().note({ kind: "token-revoked", actor: "ann", subject: "cyd" });
      await log().note({ kind: "token-revoked", actor: "bob", subject: "cyd" });
      expect(await kinds({ kind: "token-made" })).toEqual(["token-made"]);
      expect(await kinds({ person: "ann" })).toEqual(["token-revoked", "token-revoked", "token-made"]);
      expect(await page({ person: "ann", kind: "token-revoked" })).toHaveLength(2);
      expect(await page({ person: "ann", limit: 1 })).toHaveLength(1);
      expect(await page({ person: "nobody" })).toEqual([]);
    });

    test("the same is noted once in an hour, also of many at once; of another account it is not the same", async () => {
      const entry = { kind: "sign-in-refused", actor: "nobody", subject: "ann" } as const;
      await Promise.all(Array.from({ length: 5 }, () => log().noteOnceIn(60, entry)));
      expect(await page()).toHaveLength(1);
      await log().noteOnceIn(60, { ...entry, subject: null });
      await log().noteOnceIn(60, { ...entry, subject: null });
      expect(await page()).toHaveLength(2);
      held.time.now += 60 * aMinute - 1;
      await log().noteOnceIn(60, entry);
      expect(await page()).toHaveLength(2);
      held.time.now += 1;
      await log().noteOnceIn(60, entry);
      expect(await page()).toHaveLength(3);
    });
  });
}
