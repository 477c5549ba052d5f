import { afterAll, beforeAll, expect, test } from "vitest";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { HandClock } from "../../support/house.ts";
import { aPiece, decided, happened, text, withEvidence } from "../../support/technology.ts";
import { stateOf, told } from "../../support/told.ts";

const clock = new HandClock();
let site: Site;
let auditor: Member;
let ada: Member;
let planner: Member;
beforeAll(async () => {
  site = await startSite({}, clock);
  [auditor, ada, planner] = [
    await site.signedIn("auditor"),
    await site.signedIn("approver"),
    await site.signedIn("planner"),
  ];
  clock.day(40);
});
afterAll(() => site.stop());

const onE1 = { evidence: [{ evidence: "e1", digest: aPiece(1).digest }] };
const story = () => [...withEvidence(), decided("completion", "approve", 32, onE1)];
const withdrawn = happened("EvidenceWithdrawn", { evidence: "e1", reason: text("wrong file") }, "pia", 36);

test("a decision whose evidence was withdrawn later says that its ground has changed, and by what", async () => {
  const { id } = await told(site, { ada, pia: planner }, [...story(), withdrawn]);
  const { position } = (await stateOf(site, id)).decisions.at(-1)!;
  const { text: read } = await auditor.get(`/decisions/${position}`);
  expect(read).toContain("The evidence behind this decision expired or changed");
  expect(read).toContain("Evidence e1 (Load test) was withdrawn.");
});

test("a decision whose evidence stands does not", async () => {
  const { id } = await told(site, { ada, pia: planner }, story());
  const { position } = (await stateOf(site, id)).decisions.at(-1)!;
  expect((await auditor.get(`/decisions/${position}`)).text).not.toContain(
    "The evidence behind this decision expired or changed",
  );
});
