import { afterAll, beforeAll, expect, test } from "vitest";
import { goodPieces, piece, sus } from "../../domain/scoring/pilot.ts";
import { aPlan, day, decided, happened, rollingOut, text } from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";
import { HandClock } from "../../support/house.ts";
import { publishEarlyPolicy } from "../../support/early-policy.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Page, Site } from "../../support/http.ts";
import { told } from "../../support/told.ts";
import { attached, goodLoad, looked, middlingUsability, scoredPilot } from "./looked.ts";
import { gatePath } from "./support.ts";

const clock = new HandClock();
let site: Site;
let pia: Member;
let ada: Member;
let otto: Member;
beforeAll(async () => {
  site = await startSite({}, clock, publishEarlyPolicy);
  [pia, ada, otto] = [await site.signedIn("planner"), await site.signedIn("approver"), await site.signedIn("auditor")];
  clock.day(18);
});
afterAll(() => site.stop());

const tell = (story: readonly Happened[]) => told(site, { pia, ada }, story);

/** Pages of looks by the links of the gate's list, oldest first. */
async function lookPagesOf(reader: Member, slug: string): Promise<Page[]> {
  const { html } = await reader.get(gatePath(slug, "rollout"));
  const links = new Set([...html.matchAll(new RegExp(`/technologies/${slug}/looks/\\d+`, "g"))].map(([link]) => link));
  const pages: Page[] = [];
  for (const link of [...links].sort()) pages.push(await reader.get(link));
  return pages;
}

const csvOf = ({ html }: Page, name: string): string =>
  decodeURIComponent(
    new RegExp(`href="data:text/csv;charset(?:=|&#x3D;)utf-8,([^"]*)" download="${name}"`).exec(html)?.[1] ?? "",
  );

test("a look that is still ahead is announced with its date", async () => {
  const { slug } = await tell(looked(scoredPilot(middlingUsability), 20).slice(0, -1));
  expect((await ada.get(gatePath(slug, "rollout"))).text).toMatch(
    /0 of 2 planned reviews of the evidence were made.*1 of 2 22 Mar 2026 not made yet/,
  );
  clock.day(42);
});

test("a pass that other weights would lose says which weight and how far, with chart, table and CSV", async () => {
  const { slug } = await tell(looked(scoredPilot(middlingUsability), 20));
  const [page] = await lookPagesOf(ada, slug);
  expect(page?.text).toMatch(/What the evidence says Pass/);
  expect(page?.text).toMatch(/The pass is lost where Usability weighs [\d.]+ % instead of 30 %/);
  expect(page?.text).toMatch(/Of 10 000 ways to weigh the criteria, 9\d\.\d % accept/);
  expect(page?.html).toContain('class="c-floor"');
  const csv = csvOf(page!, "weights.csv");
  expect(csv).toContain('Criterion or indicator,weight now,"a pass at, %",outcome turns');
  expect(csv).toMatch(/Usability,30\s%,0\.0–7\d\.\d,> 7\d\.\d\s%/);
  // The gate says the same in short, to everyone who may read it.
  for (const reader of [ada, otto]) {
    const gate = await reader.get(gatePath(slug, "rollout"));
    expect(gate.text).toMatch(/The pass is lost where Usability weighs [\d.]+ % instead of 30 %/);
    expect(gate.text).toContain("How firmly this stands");
  }
  const dossier = await ada.get(`${gatePath(slug, "rollout")}/dossier`);
  expect(dossier.text).toMatch(/How firmly: The pass is lost where Usability weighs/);
});

test("every piece and every evaluator's sheet is left out alone, by number and letter, never by name", async () => {
  const pieces = [...middlingUsability, piece(sus(4000, 69, 9), { digest: "more" })];
  const { slug } = await tell(looked(scoredPilot(pieces), 20));
  const [page] = await lookPagesOf(ada, slug);
  const csv = csvOf(page!, "left-out.csv");
  expect(
    csv
      .split("\r\n")
      .slice(1, 7)
      .map((line) => line.split(",")[0]),
  ).toEqual(
    ["Load test", "Availability", "Processed volume", "SUS answers", "Task results", "SUS answers"].map(
      (kind, i) => `e${i + 1} (${kind})`,
    ),
  );
  expect(csv).toMatch(/e4 \(SUS answers\),Pass,/);
  expect(csv).toMatch(/e1 \(Load test\),"Not enough evidence, the only piece of its kind",not known/);
  expect(csv).toContain("scores of evaluator A");
  expect(page?.text).toMatch(
    /e1 \(Load test\), .*e5 \(Task results\) are each the only piece of their kind: without one, what it measures would be unknown, and the evidence would say: Not enough evidence\./,
  );
  expect(page?.text).not.toMatch(/e4 \(SUS answers\)[^.]* are each the only piece/);
});

test("floors that are not cleared are named: no weight helps, and what the score alone would do is said beside", async () => {
  const story = scoredPilot([
    goodLoad,
    ...Object.values(goodPieces).filter(({ kind }) => kind !== "sus" && kind !== "load"),
    piece(sus(14, 70, 12)),
  ]);
  const { slug } = await tell(looked(story, 20));
  const page = await ada.get(gatePath(slug, "rollout"));
  // One line for all methods; the label stands once.
  expect(page.html.match(/How this is measured/g)).toHaveLength(1);
  expect(page.html).toMatch(/How this is measured: <span class="ts-dots"><a href="\/methods\/\w+">/);
  expect(page.text).toContain("Other weights cannot make it a pass: one floor is not cleared or not known");
  expect(page.text).toContain("A floor bars a pass whatever the criteria weigh: SUS, all users is not cleared.");
  expect(page.text).toContain("The score alone would clear the pass mark in 100 % of 10 000 ways");
});

test("a recorded verdict that today's method does not give is said to be so, and still stands", async () => {
  const { slug } = await tell(rollingOut());
  const page = await ada.get(gatePath(slug, "rollout"));
  expect(page.text).toContain("How firmly this stands cannot be said");
  expect(page.text).toMatch(/What the evidence says Pass/);
});

test("the record of a decision says how firmly the verdict it rested on stands", async () => {
  const before = looked(scoredPilot(middlingUsability), 20);
  const verdict = before.flatMap(({ event }) => (event.type === "LookTaken" ? [event.payload.verdict] : []))[0] ?? null;
  const { slug } = await tell([...before, decided("rollout", "approve", 22, { verdict })]);
  const gate = await otto.get(gatePath(slug, "rollout"));
  const record = await otto.get(/\/decisions\/\d+/.exec(gate.html)?.[0] ?? "");
  expect(record.text).toMatch(/The pass is lost where Usability weighs [\d.]+ % instead of 30 %/);
});

test("a look of another technology, or none, is not found", async () => {
  const { slug } = await tell(looked(scoredPilot(middlingUsability), 20));
  const { slug: other } = await tell([...scoredPilot(middlingUsability)]);
  const [link] = /\/looks\/\d+/.exec((await ada.get(gatePath(slug, "rollout"))).html) ?? [""];
  expect((await ada.get(`/technologies/${other}${link}`)).status).toBe(404);
  expect((await ada.get(`/technologies/${slug}/looks/x`)).status).toBe(404);
});

test("every look is listed with what came and went since the one before", async () => {
  const first = looked(scoredPilot(middlingUsability), 20);
  const { slug } = await tell(
    looked(
      [
        ...first,
        happened("EvidenceWithdrawn", { evidence: "e4", reason: text("wrong file") }, "pia", 25),
        attached(6, piece(sus(200, 82, 9)), 26),
      ],
      40,
    ),
  );
  for (const path of [gatePath(slug, "rollout"), `/technologies/${slug}/evidence`]) {
    const { text: said } = await ada.get(path);
    expect(said).toContain("2 of 2 planned reviews of the evidence were made");
    expect(said).toMatch(
      /1 of 2 \d+ \w+ 2026 planned for 22 Mar 2026 Pass [\d.]+ [\d.–]+ > 0\.999 5 added e1, e2, e3, e4 and e5 evaluators’ scores revealed/,
    );
    expect(said).toMatch(
      /2 of 2 \d+ \w+ 2026(?: planned for 11 Apr 2026)? Pass [\d.]+ [\d.–]+ > 0\.999 5 added e6 withdrawn e4/,
    );
    expect(said).toContain("opening a page is not a review and leaves no entry");
  }
});

test("looks under an earlier plan stay in the list, and one that was never taken is said to be so", async () => {
  const first = looked(scoredPilot(middlingUsability), 20);
  const returned = [...looked(first, 40), decided("rollout", "return", 41)];
  const locked = happened(
    "PilotPlanLocked",
    { number: 2, policyVersion: 1, plan: aPlan({ looks: [day(80)] }) },
    "pia",
    45,
  );
  for (const [story, title] of [
    [returned, "2 reviews are on record, under earlier plans"],
    [[...returned, locked], "2 reviews are on record, 0 of 1 under the plan in force"],
  ] as const) {
    const { slug } = await tell(story);
    const { text: said } = await ada.get(`/technologies/${slug}/evidence`);
    expect(said).toContain(title);
    expect(said).toMatch(/1 of 2 plan 1, superseded .* Pass/);
  }
  const { slug } = await tell([...first, decided("rollout", "approve", 22)]);
  expect((await ada.get(`/technologies/${slug}/evidence`)).text).toMatch(/2 of 2 11 Apr 2026 never made/);
});
