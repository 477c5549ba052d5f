import { afterAll, beforeAll, expect, it } from "vitest";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { proposed } from "../gate/support.ts";
import { withDepartment } from "../proposal/support.ts";

const answers = Object.fromEntries(
  ["sensitive", "automated", "passedOn", "abroad", "majorEffect"].map((trigger) => [`answers.${trigger}`, "no"]),
);

let site: Site;
let planner: Member;
let evaluator: Member;
let statement: string;
beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  planner = await site.signedIn("planner");
  evaluator = await site.signedIn("evaluator");
  const slug = await proposed(site, planner, "Benefit sorter", { tier: "I", personalInformation: "general" });
  await planner.send(`/technologies/${slug}/safeguards/new/personal-impact`, { ...answers, intent: "submit" });
  statement = `/technologies/${slug}/safeguards/g1`;
});
afterAll(() => site.stop());

it("a statement says until when the law keeps it once it was accepted, and not before", async () => {
  const before = await evaluator.get(statement);
  expect(before.text).toContain("Waits for review");
  expect(before.text).not.toContain("Kept by law until");
  await evaluator.send(`${statement}/review`, { outcome: "accepted", of: before.value("of"), text: "" });
  const { text } = await planner.get(statement);
  const accepted = /Accepted .+?, (?:\d+ \w+) (\d{4}), /.exec(text)?.[1];
  const last = /Kept by law until (?:\d+ \w+) (\d{4})\. What was accepted/.exec(text)?.[1];
  expect(Number(last)).toBe(Number(accepted) + 3);
});
