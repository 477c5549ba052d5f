import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { openThrottle } from "../../../src/authority/sqlite/throttle.ts";
import { password, startSite } from "../../support/http.ts";
import type { Page, Site } from "../../support/http.ts";
import { databaseOf } from "../../support/database.ts";

let site: Site;
beforeAll(async () => {
  site = await startSite({ trustedProxies: 1 });
});
afterAll(async () => site.stop());

const from = (address: string) => ({ "X-Forwarded-For": address });
const guess = (email: string, address: string): Promise<Page> =>
  site.browser().post("/sign-in", { email, password: "a wrong long sentence" }, from(address));

async function guesses(email: string, address: string, count: number): Promise<Page> {
  let last = await guess(email, address);
  for (let i = 1; i < count; i += 1) last = await guess(email, address);
  return last;
}

describe("guessing", () => {
  it("is slowed down from the sixth try on, and says for how long", async () => {
    const { email } = await site.add("planner");
    expect((await guesses(email, "192.0.2.1", 5)).status).toBe(422);
    const sixth = await guess(email, "192.0.2.1");
    expect(sixth.status).toBe(429);
    expect(Number(sixth.headers["retry-after"])).toBeGreaterThan(0);
    expect(sixth.text).toContain("Too many attempts from here. Try again in");
    expect(sixth.value("email")).toBe(email);
    const right = await site.browser().post("/sign-in", { email, password }, from("192.0.2.1"));
    expect(right.status).toBe(429);
    expect(site.log().some((line) => line["event"] === "sign-in-wait")).toBe(true);
  });

  it("waits longer each time, and starts anew after a quiet hour", async () => {
    const { email } = await site.add("planner");
    await guesses(email, "192.0.2.2", 5);
    const waits: number[] = [];
    for (let i = 0; i < 4; i += 1) {
      const wait = Number((await guess(email, "192.0.2.2")).headers["retry-after"]);
      waits.push(wait);
      site.time.now += wait * 1000;
      await guess(email, "192.0.2.2");
    }
    expect(waits).toEqual([2, 4, 8, 16]);
    site.time.now += 3_700_000;
    expect((await site.browser().post("/sign-in", { email, password }, from("192.0.2.2"))).status).toBe(303);
  });

  it("does not lock its victim out at another address", async () => {
    const { email } = await site.add("planner");
    await guesses(email, "192.0.2.3", 6);
    expect((await guess(email, "192.0.2.3")).status).toBe(429);
    expect((await site.browser().post("/sign-in", { email, password }, from("198.51.100.3"))).status).toBe(303);
  });

  it("from many addresses holds a strange browser up for half a minute at most, and a known one not at all", async () => {
    const { email } = await site.add("planner");
    const known = site.browser();
    expect((await known.post("/sign-in", { email, password }, from("198.51.100.4"))).status).toBe(303);
    await known.post("/sign-out");
    for (let i = 0; i < 40; i += 1) await guess(email, `203.0.113.${i}`);
    const strange = await site.browser().post("/sign-in", { email, password }, from("198.51.100.5"));
    expect(strange.status).toBe(429);
    expect(Number(strange.headers["retry-after"])).toBeLessThanOrEqual(30);
    expect((await known.post("/sign-in", { email, password }, from("198.51.100.4"))).status).toBe(303);
  });

  it("is counted for unknown addresses in the same way", async () => {
    await guesses("nobody@example.org", "192.0.2.6", 5);
    expect((await guess("nobody@example.org", "192.0.2.6")).status).toBe(429);
  });

  it("over many accounts from one address is slowed down too", async () => {
    for (let i = 0; i < 31; i += 1) await guess(`somebody-${i}@example.org`, "192.0.2.7");
    expect((await guess("somebody-99@example.org", "192.0.2.7")).status).toBe(429);
  });

  it("is not what an office does that signs in from one address: right passwords count against nobody", async () => {
    const { email } = await site.add("planner");
    for (let i = 0; i < 32; i += 1) {
      const answer = await site.browser().post("/sign-in", { email, password }, from("192.0.2.9"));
      expect(answer.status).toBe(303);
    }
  });

  it("at once, in parallel, is counted before the passwords are compared", async () => {
    const { email } = await site.add("planner");
    const answers = await Promise.all(Array.from({ length: 12 }, () => guess(email, "192.0.2.8")));
    expect(answers.filter(({ status }) => status === 422).length).toBeLessThanOrEqual(5);
  });

  it("by a neighbour at the same address does not hold up a browser that signed in before", async () => {
    const { email } = await site.add("planner");
    const known = site.browser();
    await known.post("/sign-in", { email, password }, from("192.0.2.10"));
    await known.post("/sign-out");
    for (let i = 0; i < 35; i += 1) await guess(`neighbour-${i}@example.org`, "192.0.2.10");
    expect((await guess("neighbour-99@example.org", "192.0.2.10")).status).toBe(429);
    expect((await known.post("/sign-in", { email, password }, from("192.0.2.10"))).status).toBe(303);
  });

  it("is what is counted, not looking: the pages that lead in may be opened as often as one likes", async () => {
    for (let i = 0; i < 310; i += 1)
      expect((await site.browser().get("/sign-in", from("192.0.2.11"))).status).toBe(200);
    expect((await site.browser().get("/sign-in")).text).toContain("Wrong passwords make the next try wait");
  });

  it("at one-time links is braked by address, and never for who holds one that exists", async () => {
    const { id } = await site.add("planner");
    const link = `/link/${await site.accounts.links.create("reset", id)}`;
    const miss = async (n: number) => (await site.browser().get(`/link/no-such-${n}`, from("192.0.2.12"))).status;
    for (let i = 0; i < 60; i += 1) expect(await miss(i)).toBe(404);
    expect(await miss(61)).toBe(429);
    expect((await site.browser().get(link, from("192.0.2.12"))).status).toBe(200);
  });

  it("by ever new addresses at ever new accounts fills no disk: the quietest counters go first", async () => {
    const db = databaseOf(site.services);
    const throttle = openThrottle(drizzle(db), "a secret", () => site.time.now, 30);
    for (let i = 0; i < 50; i += 1) {
      site.time.now += 10;
      await throttle.begin({ account: `bot-${i}`, address: `198.51.100.${i}`, device: null });
    }
    expect(db.prepare("SELECT count(*) FROM sign_in_failure").pluck().get()).toBeLessThanOrEqual(33);
  });
});
