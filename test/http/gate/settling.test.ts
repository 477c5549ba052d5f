import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { HandClock } from "../../support/house.ts";
import { aPiece, admitted, decided, digest, happened, text, withEvidence } from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";
import { stateOf, told } from "../../support/told.ts";

const clock = new HandClock();
let site: Site;
let [planner, evaluator, auditor]: Member[] = [];
let [ada, abel, anna, axel]: Member[] = [];
beforeAll(async () => {
  site = await startSite({}, clock);
  [planner, evaluator, auditor] = [
    await site.signedIn("planner"),
    await site.signedIn("evaluator"),
    await site.signedIn("auditor"),
  ];
  [ada, abel, anna, axel] = [
    await site.signedIn("approver"),
    await site.signedIn("approver"),
    await site.signedIn("approver"),
    await site.signedIn("approver"),
  ];
  clock.day(40);
});
afterAll(() => site.stop());

const onE1 = { evidence: [{ evidence: "e1", digest: aPiece(1).digest }] };
const gone = (): readonly Happened[] => [
  ...withEvidence(),
  decided("completion", "approve", 32, onE1),
  happened("EvidenceWithdrawn", { evidence: "e1", reason: text("wrong file") }, "pia", 36),
];

/** As its form sends it: with what the page showed. */
async function settle(member: Member, page: string, fields: { readonly choice: string; readonly text: string }) {
  const { html } = await member.get(page);
  const shown = /name="shown" value="([0-9a-f]{64})"/.exec(html)?.[1] ?? "";
  return member.send(page, { ...fields, shown });
}

async function drifted() {
  const { id, slug } = await told(site, { ada: ada!, pia: planner! }, gone());
  const { position } = (await stateOf(site, id)).decisions.at(-1)!;
  return { id, position, page: `/technologies/${slug}/drift/${position}`, record: `/decisions/${position}` };
}

describe("what changed behind an approval", () => {
  test("is confirmed by an approver with a reason, which everybody then reads", async () => {
    const { id, page, record, position } = await drifted();
    expect((await ada!.get(page)).text).toContain("Evidence e1 (Load test) was withdrawn.");
    const without = await ada!.send(page, { choice: "confirm", text: "" });
    expect(without.status).toBe(422);
    await settle(ada!, page, { choice: "confirm", text: "A newer run of May says the same." });
    expect((await stateOf(site, id)).settlements).toMatchObject([{ decision: position }]);
    const read = await auditor!.get(record);
    expect(read.text).toContain("It stands all the same");
    expect(read.text).toContain("A newer run of May says the same.");
    const { slug } = await stateOf(site, id);
    for (const [language, said] of [
      ["en", "It stands all the same · Approver Person Number"],
      ["zh-CN", "仍然成立 · 审批人"],
    ] as const) {
      const sheet = await auditor!.get(`/technologies/${slug}/gates/completion/dossier`, {
        "Accept-Language": language,
      });
      expect(sheet.text.replaceAll(" ", "")).toContain(said.replaceAll(" ", ""));
      expect(sheet.text).toContain("A newer run of May says the same.");
    }
    expect(read.text).not.toContain("Evidence e1 (Load test) was withdrawn.");
  });

  test("is in the export of the ledger: which decision, what was confirmed and in which role, never in whose words", async () => {
    const { page, position } = await drifted();
    await settle(ada!, page, { choice: "confirm", text: "The run of June says the same." });
    const { html } = await auditor!.get("/ledger/export.jsonl");
    const entries = html
      .trimEnd()
      .split("\n")
      .filter((line) => line.includes('"DriftConfirmed"') && line.includes(`"decision":${position}`));
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatch(/"drift":\["[0-9a-f]{64}"\]/);
    expect(entries[0]).toContain('"approver"');
    expect(entries[0]).not.toContain("The run of June");
  });

  test("is settled by no planner, evaluator or auditor, on whatever form", async () => {
    const { id, page } = await drifted();
    for (const choice of ["confirm", "reopen"])
      for (const member of [planner!, evaluator!, auditor!]) {
        expect((await member.get(page)).status).toBe(403);
        expect((await member.post(page, { choice, text: "It is fine.", shown: digest("drift") })).status).toBe(403);
      }
    expect(await stateOf(site, id)).toMatchObject({ settlements: [], reopenings: [] });
  });

  test("is refused on a form that showed something else", async () => {
    const { id, page } = await drifted();
    const stale = await ada!.send(page, { choice: "confirm", text: "Fine.", shown: digest("another") });
    expect(stale.status).toBe(409);
    expect(stale.text).toContain("More has changed since you opened this page");
    expect((await stateOf(site, id)).settlements).toEqual([]);
  });

  test("has its gate asked again by as many as its quorum, and the vote is then open", async () => {
    const { id, page } = await drifted();
    for (const member of [ada!, abel!, anna!, axel!]) {
      if ((await stateOf(site, id)).reopened !== null) break;
      await settle(member, page, { choice: "reopen", text: "It has to be looked at again." });
    }
    const state = await stateOf(site, id);
    expect(state.reopened).toMatchObject({ gate: "completion" });
    expect(state.stage).toBe("evaluating");
    expect((await ada!.get(page)).status).toBe(404);
    const gate = await ada!.get(`/technologies/${state.slug}/gates/completion`);
    expect(gate.html).toContain('name="option"');
    expect((await auditor!.get("/warnings?kind=gate-asked-again")).text).toContain("is asked again");
  });

  test("reads the same in Chinese", async () => {
    const { page } = await drifted();
    const { text: read } = await ada!.get(`${page}?lang=zh-CN`);
    expect(read).not.toMatch(/gate:settling|\{\{/);
  });
});

describe("an approval of a lower tier", () => {
  const raised = (): readonly Happened[] => [
    ...admitted({ tier: "I" }),
    happened(
      "SafeguardReviewed",
      {
        kind: "impact-assessment",
        item: "g1",
        outcome: "accepted",
        of: digest("answers"),
        text: null,
        until: null,
        ground: {},
        fixes: { tier: "II" },
      },
      "eva",
      5,
    ),
  ];

  test("is confirmed on its page, with a reason, by approvers alone", async () => {
    const { id, slug } = await told(site, { ada: ada!, pia: planner!, eva: evaluator! }, raised());
    const { position } = (await stateOf(site, id)).decisions.at(-1)!;
    const page = `/technologies/${slug}/confirmations/${position}`;
    expect((await planner!.post(page, { text: "It stands." })).status).toBe(403);
    expect((await ada!.get(page)).text).toContain("confirm an approval");
    expect((await ada!.send(page, { text: "" })).status).toBe(422);
    await ada!.send(page, { text: "It stands under the higher tier too." });
    const { confirmations } = await stateOf(site, id);
    expect(confirmations.length).toBeLessThanOrEqual(1);
    const again = await ada!.send(page, { text: "Once more." });
    expect([403, 409]).toContain(again.status);
  });
});
