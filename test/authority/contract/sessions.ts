import { describe, expect, test } from "vitest";
import { sessionKey } from "../../../src/authority/sessions.ts";
import { aDay, aMinute, anHour } from "./held.ts";
import type { Held } from "./held.ts";

const row = { person: "ann", data: '{"person":"ann"}', device: "Firefox on Linux" };
const read = { person: "ann", data: '{"person":"ann"}' };

export function sessionsContract(held: Held): void {
  const sessions = () => held.authority.accounts.sessions;

  describe("sessions", () => {
    test("are read as they were saved, also after a restart; an unknown id is none", async () => {
      await sessions().save("s1", row);
      await held.reopen();
      expect(await sessions().read("s1")).toMatchObject(read);
      expect([await sessions().read("s2"), await sessions().owner("s2")]).toEqual([null, null]);
      await sessions().save("s1", { ...row, person: null, data: "{}" });
      expect(await sessions().read("s1")).toEqual({ person: null, data: "{}", seen: held.time.now });
    });

    test("end after half an hour without a request; touching begins it again, at most once a minute", async () => {
      await sessions().save("s1", row);
      held.time.now += 30 * aMinute - 1;
      expect(await sessions().read("s1")).toMatchObject(read);
      await sessions().touch("s1");
      held.time.now += aMinute - 1;
      await sessions().touch("s1");
      held.time.now += 29 * aMinute;
      expect(await sessions().read("s1")).toMatchObject(read);
      held.time.now += 1;
      expect(await sessions().read("s1")).toBeNull();
      await expect(sessions().touch("unknown")).resolves.toBeUndefined();
    });

    test("end after twelve hours, however busy", async () => {
      await sessions().save("s1", row);
      for (let passed = 0; passed < 12 * anHour - 20 * aMinute; passed += 20 * aMinute) {
        held.time.now += 20 * aMinute;
        await sessions().save("s1", row);
      }
      held.time.now += 20 * aMinute - 1;
      expect(await sessions().read("s1")).toMatchObject(read);
      held.time.now += 1;
      expect(await sessions().read("s1")).toBeNull();
    });

    test("one that was ended stays ended, whoever saves or touches it, and its owner is known for a week", async () => {
      await sessions().save("s1", row);
      await sessions().end("s1");
      await sessions().save("s1", row);
      held.time.now += 2 * aMinute;
      await sessions().touch("s1");
      expect(await sessions().read("s1")).toBeNull();
      expect(await sessions().owner("s1")).toBe("ann");
      held.time.now += 8 * aDay;
      await sessions().save("s2", row);
      expect(await sessions().owner("s1")).toBeNull();
    });

    test("the open ones of a person are listed by key, the last seen first", async () => {
      await sessions().save("s1", row);
      held.time.now += aMinute;
      await sessions().save("s2", { ...row, device: "" });
      await sessions().save("s3", { ...row, person: "bob" });
      await sessions().save("s4", row);
      await sessions().end("s4");
      const [now, before] = [held.time.now, held.time.now - aMinute];
      expect(await sessions().open("ann")).toEqual([
        { key: sessionKey("s2"), device: "", since: now, seen: now },
        { key: sessionKey("s1"), device: row.device, since: before, seen: before },
      ]);
      held.time.now += 30 * aMinute - 1;
      expect(await sessions().open("ann")).toHaveLength(1);
    });

    test("are ended one by one by their own person only, or all but the one in use, or all", async () => {
      for (const id of ["s1", "s2", "s3"]) await sessions().save(id, row);
      await sessions().save("other", { ...row, person: "bob" });
      const open = async () =>
        (await Promise.all(["s1", "s2", "s3", "other"].map((id) => sessions().read(id)))).map((one) => one !== null);
      await sessions().endOne("bob", sessionKey("s1"));
      expect(await open()).toEqual([true, true, true, true]);
      await sessions().endOne("ann", sessionKey("s1"));
      expect(await open()).toEqual([false, true, true, true]);
      await sessions().endAll("ann", "s3");
      expect(await open()).toEqual([false, false, true, true]);
      await sessions().endAll("ann");
      expect(await open()).toEqual([false, false, false, true]);
    });
  });
}
