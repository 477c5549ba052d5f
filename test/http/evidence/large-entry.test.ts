import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JsonObject } from "../../../src/domain/words/json.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { tokenOf } from "../api/support.ts";
import { withDepartment } from "../proposal/support.ts";
import { piece, piloting, susCsv } from "./support.ts";

/** Many groups, as an entry from before there were limits may hold: 9 MB of it. Quadratic work over them would take minutes. */
const groups = 400_000;

let site: Site;
let planner: Member;
let slug: string;
beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  planner = await site.signedIn("planner");
  slug = await piloting(site, planner, await site.signedIn("approver"), "Once attached");
  await planner.upload(`/technologies/${slug}/evidence`, { title: "Answers" }, piece("a.csv", susCsv(12)));
  await appendedAsBefore("sus", { kind: "sus", mean: 70, sd: 5, dropped: 0, alreadyCounted: 0, n: groups });
  await appendedAsBefore("outcomes", { kind: "outcomes" });
}, 60_000);
afterAll(() => site.stop());

/** The piece that stands, once more, with all the groups that a file then could have. */
async function appendedAsBefore(kind: string, statistics: JsonObject): Promise<void> {
  const { ledger, views } = site.services;
  const stream = `technology-${views.portfolio.bySlug(slug)?.id ?? ""}`;
  const past = await ledger.readStream(stream);
  const { groupWords: _words, ...before } = past.find(({ type }) => type === "EvidenceAttached")!.payload;
  const digest = kind.length.toString(16).repeat(64).slice(0, 64);
  const all = Array.from({ length: groups }, (_, i) => ({ group: `Person ${i}`, n: 1 }));
  await ledger.append({
    stream,
    expectedVersion: past.length,
    events: [
      {
        type: "EvidenceAttached",
        schema: 2,
        payload: {
          ...before,
          evidence: `e${past.length}`,
          digest,
          kind,
          files: [{ digest, bytes: 14_000_000 }],
          statistics: { ...statistics, rows: groups, rejected: 0, groups: all },
        },
      },
    ],
    actor: planner.id,
    role: "planner",
    time: site.services.clock.now(),
    commandId: randomUUID(),
    commandDigest: "0".repeat(64),
  });
  await views.catchUp();
}

describe("an entry of 400,000 groups from before there were limits", () => {
  it.each([
    ["the evidence page", () => `/technologies/${slug}/evidence`],
    ["the technology", () => `/technologies/${slug}`],
    ["its rollout gate", () => `/technologies/${slug}/gates/rollout`],
    ["its completion gate", () => `/technologies/${slug}/gates/completion`],
    ["the portfolio", () => "/technologies"],
    ["the work of a person", () => "/work"],
    ["the ledger", () => "/ledger"],
    ["the form for more evidence", () => `/technologies/${slug}/evidence/new`],
  ])("%s is shown, and is no longer than another", async (_name, path) => {
    const page = await planner.get(path());
    expect(page.status).toBe(200);
    expect(page.html.length).toBeLessThan(400_000);
  });

  it("fifty groups are shown, the others counted: on the evidence page, on the piece's and beside the comparison", async () => {
    const { text } = await planner.get(`/technologies/${slug}/evidence`);
    // One group of the piece that stands beside it, which the policy names.
    expect(text).toMatch(/and 399.951 more groups, not shown/);
    expect(text).toMatch(/and 399.950 more groups, not shown/);
    const pieces = (await site.services.views.technologyState(site.services.views.portfolio.bySlug(slug)!.id))!
      .evidence;
    for (const { evidence } of pieces.slice(1)) {
      const one = await planner.get(`/technologies/${slug}/evidence/${evidence}`);
      expect(one.status).toBe(200);
      expect(one.text).toMatch(/and 399.950 more groups, not shown/);
      expect(one.html.length).toBeLessThan(200_000);
    }
  });

  it("the entry itself is shown by its beginning, and says where all of it is", async () => {
    const { position } = await site.services.ledger.head();
    const page = await planner.get(`/ledger/${position}`);
    expect(page.status).toBe(200);
    expect(page.html.length).toBeLessThan(300_000);
    expect(page.text).toContain("The export holds the entry whole");
  });

  it("programs get their list", async () => {
    const token = await tokenOf(site, planner.id, site.services.views.portfolio.bySlug(slug)!.id);
    const page = await site
      .browser()
      .get(`/api/v1/technologies/${slug}/evidence`, { Authorization: `Bearer ${token}` });
    expect([page.status, page.html.length < 20_000]).toEqual([200, true]);
  });
});
