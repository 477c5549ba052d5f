import { randomUUID } from "node:crypto";
import type { JsonObject } from "../../../src/domain/words/json.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusal, startSite } from "../../support/http.ts";
import type { Member, Page, Site } from "../../support/http.ts";
import { withDepartment } from "../proposal/support.ts";
import { piece, piloting, susCsv } from "./support.ts";

let site: Site;
let administrator: Member;
let planner: Member;
let auditor: Member;
let technology: string;
let at: string;
const sure = "yes";
const content = susCsv(12);

beforeAll(async () => {
  site = await startSite();
  administrator = await withDepartment(site);
  planner = await site.signedIn("planner");
  auditor = await site.signedIn("auditor");
  technology = `/technologies/${await piloting(site, planner, await site.signedIn("approver"), "Queue forecast")}`;
  at = `${technology}/evidence`;
  await planner.upload(at, { title: "Answers of May" }, piece("names of people.csv", content));
});
afterAll(() => site.stop());

const fileOf = (page: Page): string => /href="([^"]*\/files\/[0-9a-f]{64})"/.exec(page.html)?.[1] ?? "";

describe("a file", () => {
  it("comes back byte for byte under a name of ours, to signed-in people only", async () => {
    const href = fileOf(await auditor.get(`${at}/e1`));
    const file = await auditor.get(href);
    expect(file.status).toBe(200);
    expect(file.headers["content-disposition"]).toMatch(
      /^attachment; filename="?queue-forecast-e1-[0-9a-f]{8}\.bin"?$/,
    );
    expect(file.headers["x-content-type-options"]).toBe("nosniff");
    expect(file.headers["content-type"]).toBe("application/octet-stream");
    expect(file.html).toBe(content);
    expect((await site.browser().get(href)).location).toContain("/sign-in");
  });

  it("that no piece names is not there", async () => {
    expect((await auditor.get(`${at}/e1/files/${"0".repeat(64)}`)).status).toBe(404);
    expect((await auditor.get(`${at}/e1/files/..%2f..%2fledger.sqlite`)).status).toBe(404);
    expect((await auditor.get(`${at}/e9`)).status).toBe(404);
  });
});

describe("withdrawal", () => {
  it("is offered to whoever may, and asks for the reason", async () => {
    expect((await planner.get(`${at}/e1`)).html).toContain(`href="${at}/e1/withdrawal"`);
    expect((await auditor.get(`${at}/e1`)).html).not.toContain("/withdrawal");
    expect((await auditor.post(`${at}/e1/withdrawal`, { text: "No." })).status).toBe(403);
    const page = await planner.post(`${at}/e1/withdrawal`, { text: " " });
    expect(page.status).toBe(422);
    expect(page.text).toContain("Withdraw this piece");
  });

  it("keeps the piece with its reason, takes its figures away, and tells who in which role", async () => {
    const page = await planner.send(`${at}/e1/withdrawal`, { text: "The wrong questionnaire." });
    expect(page.text).toContain("The evidence is withdrawn.");
    expect(page.text).toContain("Withdrawn The wrong questionnaire.");
    expect(page.text).not.toContain("Usability: mean SUS");
    const one = await auditor.get(`${at}/e1`);
    expect(one.text).toMatch(
      /What happened to it .* Withdrawn Evidence e1 was withdrawn\. Planner entry \d+ .* Evidence e1 attached/,
    );
    expect(one.text).not.toContain("It moves");
    const again = await planner.post(`${at}/e1/withdrawal`, { text: "Once more." });
    expect(again.status).toBe(409);
    expect(again.text).toContain("Evidence e1 is no longer in force.");
  });
});

describe("erasure", () => {
  it("of a file is for administrators, asks for ground and confirmation, and is final", async () => {
    await planner.upload(at, { title: "Answers of June" }, piece("june.csv", susCsv(13, "Q")));
    const file = fileOf(await auditor.get(`${at}/e2`));
    expect((await planner.get(`${file}/erasure`)).status).toBe(403);
    expect((await administrator.get(`${at}/e2`)).html).toContain(`href="${file}/erasure"`);
    const unsure = await administrator.post(`${file}/erasure`, { ground: "Request 12, article 47" });
    expect(unsure.status).toBe(422);
    expect(unsure.text).toContain("Confirm that it is to be erased for good");
    expect(unsure.value("ground")).toBe("Request 12, article 47");
    const page = await administrator.send(`${file}/erasure`, { ground: "Request 12, article 47", sure });
    expect(page.text).toContain("The file is erased.");
    expect(page.text).toContain("erased on a legal ground");
    expect(page.text).toContain("Mean SUS");
    const gone = await auditor.get(file);
    expect(gone.status).toBe(410);
    expect(gone.text).toContain("This file was erased");
    expect((await auditor.get(at)).text).toContain("File erased");
    const again = await administrator.post(`${file}/erasure`, { ground: "Once more", sure });
    expect(again).toMatchObject(refusal("This was erased already."));
  });

  it("of a text lists the texts by where they stand, and every page then says that it is gone", async () => {
    const list = await administrator.get(`${technology}/erasure`);
    expect(list.text).toContain("Answers of June");
    expect(list.text).toContain("Carbon sheets smudge at the counter.");
    expect((await planner.get(`${technology}/erasure`)).status).toBe(403);
    const state = await site.services.views.technologyState(
      site.services.views.portfolio.bySlug("queue-forecast")?.id ?? "",
    );
    const title = state?.evidence.find(({ evidence }) => evidence === "e2")?.title ?? "";
    const form = await administrator.get(`${technology}/erasure/${title}`);
    expect(form.text).toContain("Answers of June");
    const page = await administrator.send(`${technology}/erasure/${title}`, { ground: "Request 13", sure });
    expect(page.text).toContain("The text is erased.");
    expect((await auditor.get(at)).text).not.toContain("Answers of June");
    expect((await auditor.get(`${at}/e2`)).text).toContain("Evidence e2");
    expect((await administrator.get(`${technology}/erasure/${"f".repeat(64)}`)).status).toBe(404);
  });
});

describe("withholding what an entry says", () => {
  let entry: number;
  let hash: string;

  /** The same piece once more, as entries were written while a group still stood in them by its name. */
  async function recordAsBefore(evidence: string, copy: string): Promise<void> {
    const { ledger, views } = site.services;
    const stream = `technology-${views.portfolio.bySlug("queue-forecast")?.id ?? ""}`;
    const past = await ledger.readStream(stream);
    const event = past.find(({ payload }) => payload["evidence"] === evidence);
    if (event === undefined) throw new Error(`no ${evidence}`);
    const { groupWords: _, ...payload } = event.payload;
    const named = JSON.stringify({ ...payload, evidence: copy }).replaceAll('"group":1', '"group":"Anna Muster"');
    await ledger.append({
      stream,
      expectedVersion: past.length,
      events: [{ type: event.type, schema: event.schema, payload: JSON.parse(named) as JsonObject }],
      actor: event.actor,
      role: event.role,
      time: past.at(-1)?.time ?? event.time,
      commandId: randomUUID(),
      commandDigest: "0".repeat(64),
    });
  }

  it("is for administrators, says what will be lost, asks for ground and confirmation", async () => {
    await planner.upload(
      at,
      { title: "Answers of July" },
      piece("july.csv", susCsv(14, "R").replaceAll("staff", "Anna Muster")),
    );
    await recordAsBefore("e3", "e4");
    expect((await administrator.get(`${at}/e4`)).html).toContain(`href="${at}/e4/withholding"`);
    expect((await planner.get(`${at}/e4`)).html).not.toContain("/withholding");
    expect((await planner.get(`${at}/e4/withholding`)).status).toBe(403);
    expect((await planner.post(`${at}/e4/withholding`, { ground: "x", sure })).status).toBe(403);
    const form = await administrator.get(`${at}/e4/withholding`);
    expect(form.text).toContain("removed from the ledger for good");
    expect(form.text).toContain("Backups and folders from earlier restores still hold the entry");
    const unsure = await administrator.post(`${at}/e4/withholding`, { ground: "Request 14" });
    expect(unsure.status).toBe(422);
    expect(unsure.value("ground")).toBe("Request 14");
    expect((await auditor.get(`${at}/e4`)).text).toContain("Mean SUS");
  });

  it("takes the figures from the piece, which says so", async () => {
    const { services } = site;
    const id = services.views.portfolio.bySlug("queue-forecast")?.id ?? "";
    entry = (await services.views.technologyState(id))?.evidence.find((one) => one.evidence === "e4")?.position ?? 0;
    hash = (await services.ledger.leafHash(entry)) ?? "";
    expect((await auditor.get(`/ledger/${entry}`)).html).toContain("Anna Muster");
    const page = await administrator.send(`${at}/e4/withholding`, { ground: "Request 14, article 47", sure });
    expect(page.text).toContain("The entry is withheld.");
    expect(page.text).toContain("its kind of evidence counts as unknown");
    expect(page.text).toMatch(/An administrator withheld what entry \d+ said of evidence e4/i);
    expect(page.text).not.toContain("Mean SUS");
    expect((await auditor.get(at)).text).toContain("a piece of evidence is withheld on a legal ground");
    const again = await administrator.get(`${at}/e4/withholding`);
    expect(again.text).toContain("This entry is withheld already.");
    expect(await administrator.post(`${at}/e4/withholding`, { ground: "Once more", sure })).toMatchObject(
      refusal(`Entry ${entry} is withheld already.`),
    );
  });

  it("leaves in the ledger the hash, the ground and the entry that withholds it", async () => {
    const page = await auditor.get(`/ledger/${entry}`);
    expect(page.text).toContain("The content of this entry was withheld on a legal ground by entry");
    expect(page.text).toContain("Ground: Request 14, article 47");
    expect(page.text).toContain(hash);
    expect(page.html).not.toContain("Anna Muster");
    const lines = (await auditor.get("/ledger/export.jsonl")).html.split("\n");
    expect(JSON.parse(lines[entry - 1] ?? "")).toMatchObject({ position: entry, hash, withheld: {} });
    const verified = await auditor.post("/ledger/verification");
    expect(verified.text).toContain("The ledger is whole");
    expect(verified.text).toContain("Entries withheld on a legal ground 1");
  });
});
