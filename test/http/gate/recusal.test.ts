import { afterAll, beforeAll, expect, test } from "vitest";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { withDepartment } from "../proposal/support.ts";
import { gatePath, proposed, vote } from "./support.ts";

let site: Site;
let planner: Member;
let [ada, abel, anna]: Member[] = [];
beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  planner = await site.signedIn("planner");
  [ada, abel, anna] = [
    await site.signedIn("approver"),
    await site.signedIn("approver"),
    await site.signedIn("approver"),
  ];
});
afterAll(() => site.stop());

test("a recusal never lowers the quorum: with too few left nothing closes, however many of them vote", async () => {
  const slug = await proposed(site, planner, "Recusal");
  expect((await anna!.get(gatePath(slug))).text).toContain("2 of the 3 who may vote.");
  expect((await ada!.get(`${gatePath(slug)}/recusal`)).text).toContain("The quorum stays as it is.");
  for (const member of [ada!, abel!]) {
    const page = await member.send(`${gatePath(slug)}/recusal`, { text: "My brother sells it." });
    expect(page.text).toContain("You are recused.");
  }
  const recused = await ada!.get(gatePath(slug));
  expect(recused.html).not.toContain('name="option"');
  expect(recused.text).toMatch(/Person Number \d+ \(you\) recused/);
  expect((await anna!.get(gatePath(slug))).text).toContain(
    "Too few may vote: another approver must be appointed. Quorum",
  );
  const alone = await vote(anna!, slug, { option: "approve" });
  expect(alone.text).not.toContain("closed the gate");
  const { id = "" } = site.services.views.portfolio.bySlug(slug) ?? {};
  expect((await site.services.views.technologyState(id))?.stage).toBe("proposed");
});

test("a recusal without its reason is asked for it, and only approvers recuse", async () => {
  const slug = await proposed(site, planner, "No reason");
  expect((await anna!.post(`${gatePath(slug)}/recusal`, { text: "" })).status).toBe(422);
  expect((await planner.post(`${gatePath(slug)}/recusal`, { text: "Mine." })).status).toBe(403);
  expect((await anna!.get(gatePath(slug, "coffee"))).status).toBe(404);
});
