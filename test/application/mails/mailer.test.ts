import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createApp, depsOf } from "../../../src/app.ts";
import { deliverMails } from "../../../src/application/mails/deliver.ts";
import type { MailWords } from "../../../src/application/mails/compose.ts";
import { mailOnce } from "../../../src/application/mails/mailer.ts";
import type { Handed, Letter, Postman } from "../../../src/application/mails/smtp.ts";
import { onPerson } from "../../../src/application/on-person.ts";
import { handle } from "../../../src/application/handle.ts";
import { mailWords } from "../../../src/http/mails/mail-words.ts";
import { usualPreferences } from "../../../src/domain/mails/preferences.ts";
import { House, dayNumber } from "../../support/house.ts";

let house: House;
let words: MailWords;
let letters: Letter[];
/** Where the next mail ends; then it goes out. */
let answers: ((letter: Letter, handOver: () => Promise<boolean>) => Promise<Handed>)[];

class Killed extends Error {}

const postman: Postman = {
  send: async (letter, handOver) => {
    const answer = answers.shift();
    if (answer !== undefined) return answer(letter, handOver);
    if (!(await handOver())) return { is: "lost" };
    letters.push(letter);
    return { is: "sent" };
  },
};

const look = (owner = "node"): Promise<void> => mailOnce(house.services, { words, postman, owner });
const textsTo = (email: string): string[] => letters.filter(({ to }) => to === email).map(({ text }) => text);

beforeEach(async () => {
  house = await House.open();
  await house.asIfAddressed("approver", "planner", "sponsor");
  words = mailWords(depsOf(house.services, house.services.config), "https://touchstone.example.org");
  letters = [];
  answers = [];
});
afterEach(async () => house.close());

describe("a day's mail", () => {
  test("comes at the person's hour, says why, and says nothing twice", async () => {
    const { mailReaders } = house.services;
    await mailReaders.save("approver", { ...usualPreferences, hour: 9 });
    await house.proposed();
    await look();
    const [text = ""] = textsTo("approver@example.org");
    expect(textsTo("approver@example.org")).toHaveLength(1);
    expect(text).toContain("Queue forecast: admission gate\nYour vote is missing · health\n");
    expect(text).toContain("Why you: you hold the role Approver");
    expect(text).toContain("https://touchstone.example.org/technologies/");
    expect(text, "no words that only some may read").not.toContain("Carbon sheets");
    expect(textsTo("planner@example.org"), "whose hour was over when they were first looked at").toEqual([]);
    await look();
    house.clock.instant = `${dayNumber(0)}T20:00:00.000Z`;
    await look();
    house.clock.day(1);
    await look();
    expect(textsTo("approver@example.org"), "an unchanged list is no news").toHaveLength(1);
    await house.proposed();
    await look();
    expect(textsTo("approver@example.org"), "the day was looked at").toHaveLength(1);
    house.clock.day(2);
    await look();
    const [, second = ""] = textsTo("approver@example.org");
    expect(second).toContain("Queue forecast 2");
    expect(second).toContain("One more thing waits for you as it did before.");
  });

  test("both parts say the same, in the language and zone of its person", async () => {
    await house.services.mailReaders.save("approver", {
      ...usualPreferences,
      hour: 17,
      locale: "zh-CN",
      timeZone: "Asia/Shanghai",
    });
    await house.proposed();
    await look();
    const [letter] = letters as [Letter];
    expect(letter.to).toBe("approver@example.org");
    expect(letter.subject).toBe("试金石：有 1 件事等您处理");
    const body = letter.html.slice(letter.html.indexOf("<body>"));
    const shown = body.replace(/<a href="([^"]*)">([^<]*)<\/a>/g, "$2 $1").replace(/<[^>]+>/g, " ");
    const words = (text: string): string[] =>
      text
        .replaceAll("&amp;", "&")
        .split(/[\s·]+/)
        .filter(Boolean)
        .toSorted();
    expect(words(shown.replaceAll("&#x3D;", "="))).toEqual(words(letter.text));
  });

  test("none for who wants none, who left, whose address takes none, and on days that are none of theirs", async () => {
    const { mailReaders, accounts } = house.services;
    await house.proposed();
    const attempts: readonly (() => Promise<unknown>)[] = [
      () => mailReaders.save("approver", { ...usualPreferences, hour: 9, digest: false }),
      // Day 0 is a Monday.
      () => mailReaders.save("approver", { ...usualPreferences, hour: 9, days: ["2", "3"] }),
      async () => {
        await mailReaders.save("approver", { ...usualPreferences, hour: 9 });
        await mailReaders.refuse("approver", "Approver@example.org", 550);
      },
    ];
    for (const prepare of attempts) {
      await prepare();
      await look();
      expect(letters).toEqual([]);
    }
    await accounts.identities.change("approver", "approver", "other@example.org");
    await look();
    expect(textsTo("other@example.org"), "another address is another address").toHaveLength(1);
    house.clock.day(1);
    await house.proposed();
    await handle(house.services, house.system(), onPerson("approver", { type: "DisablePerson" }));
    await look();
    expect(letters).toHaveLength(1);
  });
});

describe("what becomes of it", () => {
  const later = () => Promise.resolve<Handed>({ is: "later", answer: "ETIMEDOUT" });
  beforeEach(async () => {
    await house.services.mailReaders.save("approver", { ...usualPreferences, hour: 9 });
    await house.proposed();
  });

  test("what a server does not take for now is tried again, after longer and longer pauses", async () => {
    answers = [later, later];
    const start = Date.now();
    await look();
    expect(letters).toEqual([]);
    await look();
    expect(answers, "not before its time").toHaveLength(1);
    house.real = start + 70_000;
    await look();
    house.real = start + 70_000 + 90_000;
    await look();
    expect([answers.length, letters.length]).toEqual([0, 0]);
    house.real = start + 70_000 + 130_000;
    await look();
    expect(letters).toHaveLength(1);
    expect(await house.services.outbox.counts()).toMatchObject({ sent: 1, waiting: 0 });
  });

  test("what waited over a day is said in the next one, once", async () => {
    answers = [later];
    await look();
    house.clock.day(1);
    house.real = Date.now() + 86_400_000;
    await look();
    expect(textsTo("approver@example.org")).toHaveLength(1);
    expect(await house.services.outbox.counts()).toMatchObject({ sent: 1, dropped: 1, waiting: 0 });
  });

  test("5xx marks the address, which its person confirms", async () => {
    answers = [() => Promise.resolve({ is: "refused", code: 550 })];
    await look();
    const { mailReaders, outbox } = house.services;
    expect(await mailReaders.refusalOf("approver", "approver@example.org")).toMatchObject({ code: 550 });
    house.clock.day(1);
    await look();
    expect(letters).toEqual([]);
    await mailReaders.confirm("approver");
    house.clock.day(2);
    await look();
    expect(letters, "what never arrived is said now").toHaveLength(1);
    expect(await outbox.troubled({ after: null, limit: 5 })).toMatchObject([{ status: "refused", answer: "550" }]);
  });

  test("given up after many tries, and sent by hand", async () => {
    answers = Array.from({ length: 12 }, () => later);
    house.real = Date.now();
    for (let tries = 0; tries < 12; tries += 1) {
      await deliverMails(house.services, { postman, words, owner: "node" });
      if (tries === 0) await look();
      house.real += 7 * 3_600_000;
    }
    await deliverMails(house.services, { postman, words, owner: "node" });
    const [dead] = await house.services.outbox.troubled({ after: null, limit: 5 });
    expect(dead).toMatchObject({ status: "dead", attempts: 12 });
    expect(await house.services.outbox.retry(dead!.id)).toBe(true);
    await deliverMails(house.services, { postman, words, owner: "node" });
    expect(letters).toHaveLength(1);
  });

  test("two nodes at once send it once", async () => {
    await Promise.all([look("one"), look("two"), look("three")]);
    expect(letters).toHaveLength(1);
  });
});

test("killed two hundred times between claim and end: never two, and none is lost before it was handed over", async () => {
  const { outbox } = house.services;
  const mail = { person: "approver", purpose: "digest", subject: "s", text: "t", html: "h" } as const;
  house.real = Date.now();
  const started = new Map<string, "before" | "handed" | "taken">();
  for (let n = 0; n < 200; n += 1) {
    const where = (["before", "handed", "taken"] as const)[(n * 7) % 3]!;
    await outbox.add({ ...mail, span: String(n), text: String(n) }, [], { open: null, looked: null });
    answers = [
      async (letter, handOver) => {
        started.set(letter.text, where);
        if (where === "before") throw new Killed();
        await handOver();
        if (where === "taken") letters.push(letter);
        throw new Killed();
      },
    ];
    await expect(deliverMails(house.services, { postman, words, owner: `killed ${n}` })).rejects.toThrow(Killed);
    // Restarted at once: the one who was killed still holds it.
    await deliverMails(house.services, { postman, words, owner: `too early ${n}` });
    house.real += 5 * 60_000 + 1;
    await deliverMails(house.services, { postman, words, owner: `next ${n}` });
  }
  const arrived = new Map<string, number>();
  for (const { text } of letters) arrived.set(text, (arrived.get(text) ?? 0) + 1);
  for (const [text, where] of started) expect(arrived.get(text) ?? 0, where).toBe(where === "handed" ? 0 : 1);
  expect(await outbox.counts()).toMatchObject({ waiting: 0, handing: 0, sent: 67, unsure: 133 });
}, 30_000);

describe("what cannot wait", () => {
  test("a vote on the day before its last, told once", async () => {
    await house.proposed();
    const due = (await dueOfVote()) ?? "";
    const before = new Date(Date.parse(due) - 2 * 86_400_000).toISOString().slice(0, 10);
    house.clock.instant = `${before}T03:00:00.000Z`;
    await look();
    expect(letters).toEqual([]);
    house.clock.instant = `${new Date(Date.parse(due) - 86_400_000).toISOString().slice(0, 10)}T03:00:00.000Z`;
    await look();
    await look("another");
    const [letter] = letters;
    expect(letters.map(({ to }) => to)).toEqual(["approver@example.org"]);
    expect(letter?.subject).toMatch(/^Touchstone: Queue forecast: admission gate – Your vote is missing/);
    await house.services.mailReaders.save("approver", { ...usualPreferences, urgent: false });
    await house.proposed();
    await look();
    expect(letters).toHaveLength(1);
  });

  async function dueOfVote(): Promise<string | null> {
    await house.services.views.catchUp();
    const { items } = house.services.views.work.page(
      { id: "approver", roles: ["approver"] },
      { kinds: ["vote"], limit: 1 },
    );
    return items[0]?.due ?? null;
  }
});

test("one click ends them, from anywhere; another's signature ends nobody's", async () => {
  const { default: supertest } = await import("supertest");
  const app = createApp(house.services, house.services.config);
  const address = new URL(words.unsubscribe("approver")).pathname;
  const [, , token = ""] = address.split("/");
  const forged = address.replace(token, `${Buffer.from("planner").toString("base64url")}.${token.split(".")[1]}`);
  expect((await supertest(app).post(forged).type("form").send("List-Unsubscribe=One-Click")).status).toBe(404);
  expect((await supertest(app).post(address).type("form").send("List-Unsubscribe=One-Click")).status).toBe(200);
  const readers = await house.services.mailReaders.all();
  expect(readers.get("approver")?.preferences).toEqual({ ...usualPreferences, digest: false, urgent: false });
  expect(readers.get("planner")).toBeUndefined();
});
