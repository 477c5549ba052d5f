import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handle } from "../../../src/application/handle.ts";
import { onOutside } from "../../../src/application/on-outside.ts";
import { parseReceiptCode } from "../../../src/application/receipt-code.ts";
import { sweepAll } from "../../../src/application/sweep.ts";
import { verifyRecord } from "../../../src/application/verify.ts";
import { checkProof } from "../../support/check-proof.ts";
import { HandClock } from "../../support/house.ts";
import { startSite } from "../../support/http.ts";
import type { Browser, Member, Page, Site } from "../../support/http.ts";
import { admitted } from "../pilot/support.ts";
import { withDepartment } from "../proposal/support.ts";

let site: Site;
let clock: HandClock;
let planner: Member;
let approver: Member;
let administrator: Member;
let stranger: Browser;
let slug: string;
let at: string;

beforeAll(async () => {
  clock = new HandClock();
  site = await startSite({}, clock);
  administrator = await withDepartment(site);
  planner = await site.signedIn("planner");
  approver = await site.signedIn("approver");
  slug = await admitted(site, planner, approver, "Queue screen");
  at = `/technologies/${slug}`;
  stranger = site.browser();
});
afterAll(() => site.stop());

const secretWords = "The screen at my counter stays dark <script>alert(1)</script>";
const contact = "phone 555-0142";

async function openDoor(): Promise<void> {
  const by = { actor: { id: administrator.id, roles: ["administrator"] as const }, role: "administrator" as const };
  await handle(site.services, { ...by, commandId: randomUUID() }, onOutside({ type: "OpenDoor", door: "feedback" }));
}

/** What a form of the page holds beside what is typed. */
const hidden = (page: Page) => ({ commandId: page.value("commandId"), code: page.value("code") });
const codeOn = (page: Page): string => /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(page.text)?.[0] ?? "";
const written = { text: secretWords, category: "fault", severity: "hindering", place: "Town hall", group: "", contact };

let code = "";
let message = "";

type ReceiptFile = {
  readonly receipt: {
    readonly position: number;
    readonly entry: string;
    readonly words: { readonly text: string; readonly salt: string };
  };
};

describe("the form", () => {
  it("is as unknown as any other address until an administrator opens the door and a planner the form", async () => {
    expect((await stranger.get(`/public/feedback/${slug}`)).status).toBe(404);
    await openDoor();
    expect((await stranger.get(`/public/feedback/${slug}`)).status).toBe(404);
    expect((await planner.get(`${at}/feedback`)).text).toContain("The form for the public is shut.");
    const page = await planner.send(`${at}/feedback/form`, {
      open: "yes",
      places: "Town hall\nLibrary",
      groups: "older",
    });
    expect(page.text).toContain("The form is as you set it.");
    expect(page.html).toContain(`href="/public/feedback/${slug}"`);
    const form = await stranger.get(`/public/feedback/${slug}`);
    expect([form.status, form.headers["set-cookie"]]).toEqual([200, undefined]);
    expect(form.text).toContain("Town hall");
    expect(form.text).toContain("Answered within 10 working days.");
  });

  it("keeps what was typed where something is missing", async () => {
    const form = await stranger.get(`/public/feedback/${slug}`);
    const page = await stranger.post(`/public/feedback/${slug}`, { ...hidden(form), ...written, category: "" });
    expect(page.status).toBe(422);
    expect(page.value("text")).toBe(secretWords);
    expect(page.value("code")).toBe(form.value("code"));
  });

  it("takes a message once, however often it is sent, and gives a code with the day of the answer", async () => {
    const form = await stranger.get(`/public/feedback/${slug}`);
    const sent = { ...hidden(form), ...written };
    const thanks = await stranger.post(`/public/feedback/${slug}`, sent);
    expect(thanks.status).toBe(200);
    code = codeOn(thanks);
    expect(parseReceiptCode(code)).not.toBeNull();
    expect(thanks.text).toContain("10 working days");
    expect(thanks.html).toContain('action="/public/feedback/proof');
    expect(thanks.html).not.toContain("<script>alert");
    const before = (await site.services.ledger.head()).position;
    expect(codeOn(await stranger.post(`/public/feedback/${slug}`, sent))).toBe(code);
    expect((await site.services.ledger.head()).position).toBe(before);
    const other = await stranger.post(`/public/feedback/${slug}`, { ...sent, text: "Something else" });
    expect(other.status).toBe(409);
    expect(other.value("code")).not.toBe(form.value("code"));
  });

  it("is proved by the program of the public pages, words and all, to whoever has the code", async () => {
    const answer = await stranger.post("/public/feedback/proof", { code });
    expect(answer.headers["content-disposition"]).toBe("attachment; filename=proof.json");
    expect(answer.headers["cache-control"]).toBe("no-store");
    const file = JSON.parse(answer.html) as ReceiptFile;
    expect(await checkProof(file)).toContain(`Its words are: ${JSON.stringify(secretWords)}`);
    const { receipt } = file;
    for (const wrong of [
      { ...receipt, words: { ...receipt.words, text: "I am content." } },
      { ...receipt, entry: receipt.entry.replace("hindering", "minor") },
      { ...receipt, position: receipt.position + 1 },
    ])
      expect(await checkProof({ ...file, receipt: wrong })).toMatch(/^Wrong: /);
    expect((await stranger.post("/public/feedback/proof", { code: "K7PM-3XQA-TW9D-8CRF" })).status).toBe(422);
  });

  it("is no address that leads to a message: codes are typed, and a wrong one is told from none", async () => {
    expect((await stranger.get("/public/feedback")).status).toBe(200);
    const wrong = await stranger.post("/public/feedback", { code: "K7PM-3XQA-TW9D-8CRF" });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining("There is no message under this code.")]);
    const found = await stranger.post("/public/feedback", { code: code.toLowerCase().replaceAll("-", " ") });
    expect(found.text).toContain("You get an answer by");
  });
});

describe("staff", () => {
  it("finds it in the list and opens it; others of the house read no words, and nobody else the contact", async () => {
    const list = await planner.get(`${at}/feedback`);
    expect(list.text).toContain("1 message so far.");
    message = /href="([^"]*\/feedback\/[0-9a-f]{32})"/.exec(list.html)?.[1] ?? "";
    const page = await planner.get(message);
    expect(page.text).toContain("The screen at my counter stays dark");
    expect(page.html).not.toContain("<script>alert");
    expect(page.text).toContain(contact);
    const [, report = ""] = /href="([^"]*\?message=\d+)"/.exec(page.html.replaceAll("&#x3D;", "=")) ?? [];
    expect((await planner.get(report)).value("text")).toMatch(/^From message \d+ of the public:/);
    const colleague = await site.signedIn("planner");
    const theirs = await colleague.get(message);
    expect(theirs.status).toBe(200);
    for (const secret of ["stays dark", "555-0142"]) expect(theirs.text).not.toContain(secret);
    const deciding = await approver.get(message);
    expect(deciding.text).toContain("stays dark");
    expect(deciding.text).not.toContain("555-0142");
    for (const act of ["answer", "question", "extension", "reply", "reopening", "call"])
      expect([act, (await colleague.get(`${message}/${act}`)).status]).toEqual([act, 403]);
    const forged = await colleague.post(`${message}/answer`, { outcome: "answered", text: "Go away." });
    expect([forged.status, forged.text]).toEqual([409, expect.stringContaining("planners and evaluators")]);
  });

  it("asks back; the writer replies under the code, and the clock stood meanwhile", async () => {
    const asked = await planner.send(`${message}/question`, { text: "Which counter is it?" });
    expect(asked.text).toContain("The question stands under the writer’s code.");
    clock.day(3);
    const receipt = await stranger.post("/public/feedback", { code });
    expect(receipt.text).toContain("Which counter is it?");
    const replied = await stranger.post("/public/feedback/reply", { code, reply: "Counter seven" });
    expect(replied.text).toContain("It is entered.");
    expect(replied.text).toContain("which do not count");
    expect((await planner.get(message)).text).toContain("Counter seven");
  });

  it("answers; the writer rates it badly, is called back, and opens it again once", async () => {
    await planner.send(`${message}/answer`, { outcome: "answered", text: "A new screen hangs there." });
    const receipt = await stranger.post("/public/feedback", { code });
    expect(receipt.text).toContain("A new screen hangs there.");
    const rated = await stranger.post("/public/feedback/rating", { code, rating: "2" });
    expect(rated.text).toContain("You were not satisfied.");
    expect((await planner.get("/work")).text).toContain("Call back somebody who rated an answer badly");
    const call = await planner.get(`${message}/call`);
    expect(call.text).toContain(contact);
    await planner.send(`${message}/call`, { reached: "yes", text: "The cable was loose." });
    const reopened = await stranger.post("/public/feedback/reopening", { code, reopening: "Dark again" });
    expect(reopened.text).toContain("You get an answer by");
    expect((await stranger.post("/public/feedback/reopening", { code, reopening: "Still" })).status).toBe(409);
  });

  it("types in what a caller says, and reads the code out once", async () => {
    const blank = await planner.get(`${at}/feedback/new`);
    const { contact: _, ...said } = written;
    const taken = await planner.post(`${at}/feedback/new`, {
      ...hidden(blank),
      ...said,
      channel: "phone",
      receivedOn: site.services.today(),
    });
    expect(taken.status).toBe(200);
    const told = codeOn(taken);
    expect((await stranger.post("/public/feedback", { code: told })).text).toContain("by telephone");
  });
});

describe("what is owed", () => {
  it("is overdue when its day is over, without anything having run: here, outside, and for the next wave", async () => {
    clock.day(40);
    await sweepAll(site.services);
    expect((await planner.get(`${at}/feedback`)).text).toContain("answers are overdue");
    expect((await stranger.get(`/public/feedback/${slug}`)).text).toContain("2 of them are overdue.");
    expect((await planner.get("/warnings")).text).toContain("An answer to the public");
    expect((await stranger.post("/public/feedback", { code })).text).toContain("late.");
    const filtered = await planner.get(
      `${at}/feedback?state=overdue&severity=hindering&category=fault&place=Town+hall`,
    );
    expect(filtered.html.match(/\/feedback\/[0-9a-f]{32}"/g)).toHaveLength(2);
    const file = await planner.get(`${at}/feedback.csv`);
    expect(file.html).toContain("Something does not work");
    expect(file.html).not.toContain("stays dark");
  });
});

describe("nothing of it", () => {
  it("stands on the ledger in clear or in the log, and every entry was its actor's to make", async () => {
    const entries = await site.services.ledger.readAll(0, 10_000);
    const ours = entries.filter(({ stream }) => stream.startsWith("feedback-"));
    expect(ours.length).toBeGreaterThan(7);
    const said = JSON.stringify(entries) + JSON.stringify(site.log());
    for (const secret of [
      "stays dark",
      "555-0142",
      "Counter seven",
      "cable was loose",
      parseReceiptCode(code) ?? "",
      code,
    ])
      expect([secret, said.includes(secret)]).toEqual([secret, false]);
    const verification = await verifyRecord({ dataDir: site.services.config.dataDir, payloads: true });
    expect(verification.findings).toEqual([]);
  });

  it("stays once it is erased: neither here nor under the code", async () => {
    const page = await administrator.get(message);
    const erase = /href="([^"]*\/erasure\/[0-9a-f]{64})"/.exec(page.html)?.[1] ?? "";
    const gone = await administrator.send(erase, { ground: "The writer asked for it.", sure: "yes" });
    expect(gone.status).toBe(200);
    expect((await planner.get(message)).text).not.toContain("stays dark");
    expect((await planner.get(message)).text).not.toContain("555-0142");
    expect((await stranger.post("/public/feedback", { code })).text).not.toContain("stays dark");
  });
});
