import { afterAll, beforeAll, expect, it } from "vitest";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { proposed } from "../gate/support.ts";
import { withDepartment } from "../proposal/support.ts";
import { piece, susCsv } from "./support.ts";

let site: Site;
let planner: Member;
let at: string;
beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  planner = await site.signedIn("planner");
  at = `/technologies/${await proposed(site, planner, "Quay lighting", { tier: "I" })}`;
});
afterAll(() => site.stop());

const offer = Buffer.from("%PDF-1.7\noffer of the harbour works\n%%EOF\n");

it("documents are attached to a proposal by its authors, and stand on its page", async () => {
  const form = await planner.get(`${at}/evidence/new`);
  expect(form.text).toContain("No pilot is open yet, so only documents can be attached");
  expect(form.html).toMatch(/name="document"[^>]* checked/);
  const sent = await planner.upload(
    `${at}/evidence`,
    { title: "The offer", document: "yes" },
    piece("offer.pdf", offer),
  );
  expect(sent.status).toBe(303);
  const page = await planner.get(`${at}/proposal`);
  expect(page.text).toContain("Attached documents The offer attached on");
  expect(page.html).toContain(`href="${sent.location}"`);
  expect((await planner.get(sent.location)).status).toBe(200);
});

it("what is measured waits for an open pilot, and says so", async () => {
  const refused = await planner.upload(`${at}/evidence`, { title: "Answers" }, piece("sus.csv", susCsv(12)));
  expect([refused.status, refused.value("title")]).toEqual([409, "Answers"]);
  expect(refused.text).toContain("No pilot plan is locked yet");
});

it("a document that is attached by mistake is withdrawn with a reason, and stays told", async () => {
  await planner.send(`${at}/evidence/e1/withdrawal`, { text: "It was an old offer." });
  expect((await planner.get(`${at}/proposal`)).text).toContain("The offer attached on");
  expect((await planner.get(`${at}/proposal`)).text).toContain("withdrawn since");
});
