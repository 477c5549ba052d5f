import { afterAll, beforeAll, expect, test } from "vitest";
import { randomUUID } from "node:crypto";
import { eraseText } from "../../../src/application/erase.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { withDepartment } from "../proposal/support.ts";
import { gatePath, proposed, vote } from "./support.ts";
import { databaseOf } from "../../support/database.ts";

let site: Site;
let administrator: Member;
let planner: Member;
let auditor: Member;
let [ada, abel]: Member[] = [];
beforeAll(async () => {
  site = await startSite();
  administrator = await withDepartment(site);
  [planner, auditor] = [await site.signedIn("planner"), await site.signedIn("auditor")];
  [ada, abel] = [await site.signedIn("approver"), await site.signedIn("approver")];
});
afterAll(() => site.stop());

/** Admitted by two votes: slug, technology and the position of the decision. */
async function decided(name: string) {
  const slug = await proposed(site, planner, name);
  await vote(ada!, slug, { option: "approve", reason: "The need is plain." });
  await vote(abel!, slug, { option: "approve", reason: "Small and useful." });
  const { id = "" } = site.services.views.portfolio.bySlug(slug) ?? {};
  const state = (await site.services.views.technologyState(id))!;
  return { slug, id, state, position: state.decisions[0]!.position };
}

test("the record says what was decided, by whom, why, and on what; an auditor recomputes it and it is the same", async () => {
  const { slug, position } = await decided("On record");
  const page = await auditor.get(`/decisions/${position}`);
  expect(page.text).toContain("Approve , votes for it: 2; the quorum was 2.");
  expect(page.text).toContain("The need is plain.");
  expect(page.text).toContain("Small and useful.");
  expect(page.text).toContain("8 conditions met");
  expect(page.text).toContain(`npm run touchstone -- decision replay ${position}`);
  expect((await auditor.get(`/decisions/${position}/replay`)).text).toContain("Recomputed: same");
  expect((await auditor.get(gatePath(slug))).html).toContain(`href="/decisions/${position}"`);
});

test("a planted change is found: not the same, where, and that it is tampering", async () => {
  const { position } = await decided("Planted");
  const database = databaseOf(site.services);
  const { bytes } = database.prepare("SELECT bytes FROM leaf WHERE position = ?").get(position) as { bytes: Buffer };
  const altered = bytes.toString("utf8").replace('"quorum":2', '"quorum":1');
  expect(altered).not.toBe(bytes.toString("utf8"));
  database.prepare("UPDATE leaf SET bytes = ? WHERE position = ?").run(Buffer.from(altered), position);
  const page = await auditor.get(`/decisions/${position}/replay`);
  expect(page.text).toContain("Recomputed: not the same");
  expect(page.text).toContain("tampering");
  database.prepare("UPDATE leaf SET bytes = ? WHERE position = ?").run(bytes, position);
});

test("an erased reason is shown as erased on record, gate and sheet, and the decision still comes out the same", async () => {
  const { slug, id, state, position } = await decided("Erased");
  const digest = state.decisions[0]!.record.votes[0]!.reason;
  const erased = await eraseText(site.services, {
    actor: { id: administrator.id, roles: ["administrator"] },
    role: "administrator",
    commandId: randomUUID(),
    technology: id,
    digest,
    ground: { text: "It named a person." },
  });
  expect(erased.kind).toBe("accepted");
  const record = await auditor.get(`/decisions/${position}`);
  expect(record.text).not.toContain("The need is plain.");
  expect(record.text.toLowerCase()).toContain("erased");
  expect((await auditor.get(gatePath(slug))).text).not.toContain("The need is plain.");
  expect((await auditor.get(`/decisions/${position}/replay`)).text).toContain("Recomputed: same");
});

test("as of an earlier position the gate stands as it stood, says so, and takes no vote", async () => {
  const { slug, state } = await decided("Looked back");
  const [, first] = state.entries;
  const past = await ada!.get(`${gatePath(slug)}?asOf=${first!.position}`);
  expect(past.text).toContain(`as of entry ${first!.position}`);
  expect(past.text).toContain("One vote is in; the quorum is 2.");
  expect(past.text).toContain("The need is plain.");
  expect(past.text).not.toContain("Small and useful.");
  expect(past.text).toContain("This is the past: nothing can be decided here.");
  expect(past.html).not.toContain('name="option"');
  const picker = await ada!.get(`${gatePath(slug)}/as-of`);
  expect(picker.html).toContain(`?asOf&#x3D;${first!.position}"`);
  expect((await ada!.get(`${gatePath(slug)}/as-of?asOf=${first!.position}`)).location).toBe(
    `${gatePath(slug)}?asOf=${first!.position}`,
  );
  const sheet = await ada!.get(`${gatePath(slug)}/dossier?asOf=${first!.position}`);
  expect(sheet.text).toContain(`as of ledger entry ${first!.position}`);
  expect(sheet.text).toContain("Votes: 1 of 2 needed, 2 may vote");
  expect((await ada!.get(`${gatePath(slug)}?asOf=coffee`)).text).toContain(": Approve.");
});

test("the dossier has question, need, conditions, votes, ledger root, ground and the command to recompute", async () => {
  const { slug, position } = await decided("Sheet");
  const { text } = await auditor.get(`${gatePath(slug)}/dossier`);
  expect(text).toContain("May it go into a pilot?");
  expect(text).toContain("Carbon sheets smudge at the counter.");
  expect(text).toContain("Every condition is met or waived (8 in all)");
  expect(text).toMatch(/Decided on .*: Approve Approve · .*: The need is plain\. .* Small and useful\./);
  expect(text).not.toContain("If returned");
  expect(text).toMatch(/Ledger root at entry \d+: [0-9a-f]{64}/);
  expect(text).toContain(`decision replay ${position}`);
  expect(text).not.toContain("(you)");
});

test("what is no decision is not found", async () => {
  for (const position of ["1", "0", "-1", "coffee", "99999"])
    expect((await auditor.get(`/decisions/${position}`)).status).toBe(404);
});
