import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authorToken } from "../../../src/http/forms/author.ts";
import { mostTyped } from "../../../src/http/forms/typed.ts";
import type { FormPlaces } from "../../../src/http/forms/places.ts";
import { scenesNamed, startDemo } from "../../support/demo.ts";
import type { DemoSite } from "../../support/demo.ts";
import { browser } from "../../support/http.ts";
import type { Browser, Fields, Page } from "../../support/http.ts";

let demo: DemoSite;
let planner: Browser;
let approver: Browser;
const at = "/technologies/permit-reply-assistant";
const lessons = `${at}/lessons`;
beforeAll(async () => {
  demo = await startDemo(scenesNamed("Permit reply assistant"));
  [planner, approver] = [await demo.as("planner"), await demo.as("approver")];
}, 180_000);
afterAll(async () => demo.stop());

const navigating = { Accept: "text/html,application/xhtml+xml", "Sec-Fetch-Mode": "navigate" };
const press = async (own: Browser, path: string, fields: Fields): Promise<Page> => own.post(path, fields, navigating);
const idIn = (address: string): string => new URLSearchParams(address.split("?")[1]).get("draft") ?? "";
const head = async () => demo.services.ledger.head();

async function idOf(login: string): Promise<string> {
  const identity = await demo.services.accounts.identities.byEmail(`${login}@demo.invalid`);
  return identity?.person ?? "";
}

async function clear(login: string): Promise<void> {
  const person = await idOf(login);
  for (const { id } of await demo.services.drafts.of(person)) await demo.services.drafts.drop(person, id);
}

const fieldsOn = (page: Page, ...names: readonly string[]): Fields =>
  Object.fromEntries(["commandId", "draft", "author", "version", ...names].map((name) => [name, page.value(name)]));

describe("the answer to what cannot be taken back", () => {
  it("is one to its own question: for another command, or for something else that follows, it is asked again", async () => {
    const own = await demo.as("approver3");
    const path = `${at}/gates/rollout/recusal`;
    const before = await head();
    const question = await own.get((await press(own, path, { text: "My sister sells it." })).location);
    const commandId = question.value("commandId");
    const forged = ["1", commandId, question.value("confirmed").replace(commandId, randomUUID())];
    const another = `${commandId} gate:final.GateDecided.approve.rollout`;
    for (const confirmed of [...forged, another]) {
      const asked = await press(own, path, { ...fieldsOn(question, "text"), confirmed });
      expect((await own.get(asked.location)).text).toContain("Recuse yourself?");
    }
    expect(await head()).toEqual(before);
    await press(own, path, fieldsOn(question, "text", "confirmed"));
    expect(await head()).not.toEqual(before);
    await clear("approver3");
  });

  it("saves nobody the rules: a forged answer by another person, or to a form of an older page, enters nothing", async () => {
    const path = `${at}/gates/rollout/recusal`;
    const confirmed = (commandId: string) => `${commandId} evaluation:final.PersonRecused.approver`;
    const before = await head();
    const [mine, older] = [randomUUID(), randomUUID()];
    expect((await press(planner, path, { text: "x", commandId: mine, confirmed: confirmed(mine) })).status).toBe(403);
    const late = { text: "My cousin.", commandId: older, confirmed: confirmed(older), version: "1" };
    const again = await press(approver, path, late);
    expect((await approver.get(again.location)).text).toContain("changed");
    expect(await head()).toEqual(before);
    await clear("approver");
  });
});

describe("a draft that is opened", () => {
  it("enters nothing, whichever form it is of and whatever stands in it", async () => {
    const { forms } = demo.app.locals as { forms: FormPlaces };
    const seen = await demo.services.ledger.head();
    const logins = ["planner", "evaluator", "approver", "administrator"];
    const shown: string[] = [];
    for (const login of logins) {
      const own = await demo.as(login);
      const person = await idOf(login);
      for (const { path } of forms.all()) {
        const address = path
          .replace(":slug", "permit-reply-assistant")
          .replace(":gate", "rollout")
          .replace(":wave", "1")
          .replace(":person", await idOf("planner2"))
          .replace(/:\w+/g, "1");
        const id = await demo.services.drafts.save(
          person,
          {
            kind: "form",
            subject: address,
            title: "",
            fields: { text: "words", role: "auditor", commandId: randomUUID() },
          },
          {},
        );
        const page = await own.get(`/drafts/${id}`);
        if (page.status !== 303) continue;
        const form = await own.get(page.location);
        expect([200, 403, 404, 409], `${login} ${address}`).toContain(form.status);
        if (form.status === 200) shown.push(path);
        await demo.services.drafts.drop(person, id);
      }
    }
    expect(new Set(shown).size).toBeGreaterThan(20);
    expect(await demo.services.ledger.head()).toEqual(seen);
  });

  it("of another person is not there: not to be read, gone on with, deleted or saved over", async () => {
    const id = idIn((await planner.post(lessons, { text: "Mine alone.", intent: "draft" })).location);
    for (const path of [`/drafts/${id}`, `${lessons}?draft=${id}`, `${at}/incidents?draft=${id}`]) {
      const page = await approver.get(path);
      expect([page.status, page.html.includes("Mine alone.")]).toEqual([404, false]);
    }
    expect((await approver.post(`/drafts/${id}/deletion`)).status).toBe(404);
    const over = await approver.post(lessons, { text: "Not yours.", intent: "draft", draft: id });
    expect(idIn(over.location)).not.toBe(id);
    expect((await planner.get(lessons)).value("text")).toBe("Mine alone.");
    await clear("planner");
    await clear("approver");
  });

  it("complains in the language of its reader, not in that of the day before", async () => {
    const refused = await press(planner, `${at}/incidents`, { severity: "high", day: "2099-99-99", text: "It stood." });
    await planner.post("/language", { to: "zh-CN", back: "/work" });
    const page = await planner.get(refused.location);
    expect(page.text).not.toContain("Enter a real date");
    expect(page.value("text")).toBe("It stood.");
    expect(page.html).toContain('lang="zh-CN"');
    await planner.post("/language", { to: "en", back: "/work" });
    await clear("planner");
  });

  it("of a form that its writer may no longer use shows them their words, and can be deleted", async () => {
    const person = await idOf("planner");
    const content = {
      kind: "form",
      subject: `${at}/gates/rollout/recusal`,
      title: "",
      fields: { text: "Words of mine." },
    };
    const id = await demo.services.drafts.save(person, content, {});
    const page = await planner.get(`/drafts/${id}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain("Words of mine.");
    expect((await planner.send(`/drafts/${id}/deletion`, { back: "/work" })).text).toContain("The draft is deleted.");
  });
});

describe("the signed author of a form", () => {
  const signer = (now = demo.services.accounts.now()) => ({ secret: demo.services.accounts.secret, now: () => now });
  const days = 86_400_000;

  it("that is forged, of another server or older than a page stands open keeps nothing for anybody", async () => {
    const person = await idOf("planner");
    const now = demo.services.accounts.now();
    const real = authorToken(signer(), person);
    const forged = [
      `${person}.${"A".repeat(43)}`,
      real.replace(person, await idOf("approver")),
      real.replace(/\.\d+\./, ".99999."),
      authorToken({ secret: "another", now: () => now }, person),
      authorToken(signer(now - 15 * days), person),
    ];
    for (const author of forged) {
      const sent = await browser(demo.app).post(lessons, { text: "Planted.", author });
      expect(sent.location).toBe("/sign-in?sent=1");
    }
    expect(await demo.services.drafts.of(person)).toEqual([]);
    expect(await demo.services.drafts.of(await idOf("approver"))).toEqual([]);
    const honest = await browser(demo.app).post(lessons, {
      text: "Mine.",
      author: authorToken(signer(now - 13 * days), person),
    });
    expect(honest.location).toContain("/sign-in?kept=");
    await clear("planner");
  });

  it("lets whoever found a page of somebody push out none of their drafts, nor write over one", async () => {
    const person = await idOf("planner");
    const author = authorToken(signer(), person);
    const first = await planner.post(lessons, { text: "The first.", intent: "draft" });
    const page = await planner.get(lessons);
    const fields = { commandId: page.value("commandId"), draft: page.value("draft"), author };
    for (let number = 0; number < 120; number += 1) {
      const by = number % 2 === 0 ? browser(demo.app) : approver;
      await by.post(lessons, {
        ...fields,
        ...(number > 1 && { commandId: randomUUID(), draft: "" }),
        text: `Planted ${number}.`,
      });
    }
    const own = await demo.services.drafts.of(person);
    expect(own.filter(({ kind }) => kind === "held")).toHaveLength(20);
    expect((await planner.get(first.location)).value("text")).toBe("The first.");
    await clear("planner");
  });
});

describe("a form that came without its session", () => {
  it("is gone on with at one address: refused, and opened again by Back, it is still there", async () => {
    const author = authorToken(
      { secret: demo.services.accounts.secret, now: demo.services.accounts.now },
      await idOf("planner"),
    );
    const page = await planner.get(`${at}/incidents`);
    const fields = { text: "It stood.", day: "2099-99-99", severity: "2", commandId: page.value("commandId") };
    const sent = await browser(demo.app).post(`${at}/incidents`, { ...fields, author });
    const kept = new URLSearchParams(sent.location.split("?")[1]).get("kept") ?? "";
    const form = await planner.get((await planner.get(`/drafts/${kept}`)).location);
    expect(form.value("text")).toBe("It stood.");
    const refused = await press(planner, `${at}/incidents`, { ...fields, draft: form.value("draft") });
    expect(idIn(refused.location)).toBe(kept);
    expect((await planner.get(`${at}/incidents?draft=${kept}`)).value("text")).toBe("It stood.");
    await clear("planner");
  });
});

describe("a draft of ten megabytes", () => {
  const long = "字".repeat(200);

  it("is refused, with files beside it or without, and what is refused is not kept", async () => {
    const person = await idOf("planner");
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`field${at}`, long.repeat(20)]));
    const plain = await planner.post(lessons, { text: long.repeat(5000), intent: "draft" });
    expect(plain.status).toBe(413);
    const file = { field: "file", name: "a.csv", content: "a,b\n" };
    expect((await planner.upload(`${at}/evidence`, { ...many, intent: "draft" }, file)).status).toBe(413);
    const author = authorToken({ secret: demo.services.accounts.secret, now: demo.services.accounts.now }, person);
    const out = await browser(demo.app).upload(`${at}/evidence`, { ...many, author }, file);
    expect(out.location).toBe("/sign-in?sent=1");
    expect(await demo.services.drafts.of(person)).toEqual([]);
  });

  it("in pieces makes the oldest go", async () => {
    const person = await idOf("planner");
    const text = long.repeat(Math.floor(mostTyped / 3 / 200 / 10));
    for (let number = 0; number < 12; number += 1)
      await demo.services.drafts.save(
        person,
        { kind: "form", subject: lessons, title: "", fields: { text: text.repeat(9) } },
        {},
      );
    const all = await demo.services.drafts.of(person);
    expect(all.length).toBe(6);
    expect(JSON.stringify(all).length).toBeLessThan(1_200_000);
    await clear("planner");
  });
});
