import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Services } from "../../../src/application/services.ts";
import { knownConditions } from "../../../src/domain/policy/conditions.ts";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import type { JsonObject } from "../../../src/domain/words/json.ts";
import { typedAtFirst } from "../../../src/http/policy/form.ts";
import { policyStream } from "../../../src/domain/policy/publishing/policy-stream.ts";
import { startSite } from "../../support/http.ts";
import type { Fields, Member, Page, Site } from "../../support/http.ts";
import { proposed } from "../gate/support.ts";
import { admitted, typedPlan } from "../pilot/support.ts";
import { withDepartment } from "../proposal/support.ts";
import { realLanguages } from "../view/support.ts";

/** What a release published that did not know this condition yet, nor that one rubric item. */
const older: Policy = {
  ...plainPolicy,
  criteria: plainPolicy.criteria.map((criterion) => ({
    ...criterion,
    indicators: criterion.indicators
      .filter(({ key }) => key !== "learning")
      .map((one) => (one.key === "recovery-from-error" ? { ...one, weight: 0.35 } : one)),
  })),
  gates: {
    ...plainPolicy.gates,
    completion: {
      ...plainPolicy.gates.completion,
      conditions: plainPolicy.gates.completion.conditions.filter(({ key }) => key !== "incidents-closed"),
    },
  },
};

async function publishOlder({ ledger, views, clock }: Services): Promise<void> {
  await ledger.append({
    stream: policyStream,
    expectedVersion: 0,
    events: [
      { type: "PolicyPublished", schema: 4, payload: { policy: JSON.parse(JSON.stringify(older)) as JsonObject } },
    ],
    actor: "system",
    role: "system",
    time: clock.now(),
    commandId: "older-policy",
    commandDigest: "0".repeat(64),
  });
  await views.catchUp();
}

let site: Site;
let administrator: Member;
beforeAll(async () => {
  site = await startSite({}, undefined, publishOlder);
  await withDepartment(site);
  administrator = await site.signedIn("administrator");
});
afterAll(async () => site.stop());

const current = (): Policy => site.services.views.policies.current();
const typed = (changes: Fields = {}): Fields => ({ ...typedAtFirst(current()), ...changes });

/** A row of a gate's table: its boxes by name, and what it says. */
function rowOf({ html }: Page, id: string): { readonly text: string; readonly ticked: readonly string[] } {
  const row = new RegExp(`<tr id="${id}">[^]*?</tr>`).exec(html)?.[0] ?? "";
  const ticked = [...row.matchAll(/name="([^"]+)" type="checkbox" value="([^"]+)" checked/g)];
  return {
    text: row.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " "),
    ticked: ticked.map(([, name = "", value = ""]) => `${name.split(".").at(-1) ?? ""}=${value}`),
  };
}

const incidents = "gates.completion.conditions.incidents-closed";

describe("the form of the policy", () => {
  it("offers every condition that this version knows for a gate, with what it asks in both languages", async () => {
    const page = await administrator.get("/policy/new");
    for (const { key, gates, fixed } of knownConditions)
      for (const gate of gates) {
        const { text } = rowOf(page, `gates-${gate}-conditions-${key}`);
        expect(text, `${gate} ${key}`).not.toBe("");
        expect(text.includes("Always asked, of every tier"), `${gate} ${key}`).toBe(fixed === true);
      }
    for (const locale of ["en", "zh-CN"] as const) {
      const { t } = realLanguages("UTC").of(locale);
      for (const { key } of knownConditions)
        for (const text of ["title", "asks"]) expect(t.has(`conditions:${key}.${text}`), `${locale} ${key}`).toBe(true);
    }
    expect(rowOf(page, "gates-completion-conditions-incidents-closed")).toEqual({
      text: expect.stringContaining("No incident of severity 1 or 2 is open, and none is past its day.") as string,
      ticked: ["waivable=yes", "deferrable=yes", "tiers=I", "tiers=II", "tiers=III", "tiers=IV"],
    });
    expect(rowOf(page, "gates-completion-conditions-evidence-fresh").ticked[0]).toBe("asked=yes");
  });

  it("begins with a list of its parts, each of which is on the page", async () => {
    const { html } = await administrator.get("/policy/new");
    const contents = /<nav class="ts-contents[^]*?<\/nav>/.exec(html)?.[0] ?? "";
    const links = [...contents.matchAll(/href="#([^"]+)"/g)].map(([, id = ""]) => id);
    for (const id of ["part-criteria-0", "rubric-recovery-from-failure", "gate-rollout", "part-accounts", "publish"])
      expect(links).toContain(id);
    for (const id of links) expect(html, id).toContain(`id="${id}"`);
  });

  it("refuses by name what no form of ours would send", async () => {
    const { [`gates.rollout.conditions.verdict-of-evidence.asked`]: _, ...without } = typed();
    const page = await administrator.post("/policy/versions", {
      ...without,
      "gates.rollout.conditions.scores-revealed.waivable": "yes",
      "gates.rollout.conditions.evaluators-enough.tiers": ["III", "IV"],
      "gates.rollout.conditions.sunny-weather.asked": "yes",
      "gates.rollout.conditions.sunny-weather.tiers": "I",
      "gates.admission.conditions.cost-stated.tiers": [],
      "indicators.mood.asked": "every",
      "indicators.mood.weight": "0.5",
      "indicators.mood.minimumSample": "1",
      "indicators.mood.value": "0 = 0; 1 = 1",
    });
    expect(page.status).toBe(422);
    for (const reason of [
      "the condition The evidence says pass cannot be left out",
      "the condition All evaluators' scores are revealed can be neither waived nor deferred",
      "the condition Enough evaluators have scored is asked of every tier",
      "there is no condition sunny-weather",
      "of which tiers the condition The cost is stated is asked must be said",
      "This version knows no indicator mood",
    ])
      expect(page.text).toContain(reason);
    expect(page.html).toContain('href="#gates-admission-conditions-cost-stated-tiers"');
    expect(rowOf(page, "gates-rollout-conditions-verdict-of-evidence").text).toContain("cannot be left out");
    expect(rowOf(page, "gates-admission-conditions-cost-stated").ticked).toEqual([
      "asked=yes",
      "waivable=yes",
      "deferrable=yes",
    ]);
    expect(current().version).toBe(1);
  });

  it("makes room for one more rubric item and keeps everything typed; nothing is published by that", async () => {
    const page = await administrator.post("/policy/versions", {
      ...typed({
        passMark: "7o",
        "rubrics.recovery-from-error.name.en": "Putting it right",
        [`${incidents}.asked`]: "yes",
      }),
      intent: "rubric-capacity",
    });
    expect(page.status).toBe(200);
    expect(page.value("passMark")).toBe("7o");
    expect(page.html).toContain('<h3 id="rubric-recovery-from-error">Putting it right</h3>');
    expect(rowOf(page, "gates-completion-conditions-incidents-closed").ticked[0]).toBe("asked=yes");
    expect(page.html).toMatch(/<h3 id="rubric-new_1" tabindex="-1" autofocus>New rubric item 1<\/h3>/);
    expect(page.value("rubrics.new_1.criterion")).toBe("capacity");
    expect(page.value("rubrics.new_1.minimumSample")).toBe("2");
    const empty = { key: "", weight: "", "name.en": "Archiving", "name.zh": "", "question.en": "", "question.zh": "" };
    const again = await administrator.post("/policy/versions", {
      ...typed(),
      "rubrics.new_1.criterion": "capacity",
      "rubrics.new_1.asked": "every",
      ...Object.fromEntries(Object.entries(empty).map(([at, value]) => [`rubrics.new_1.${at}`, value])),
      ...Object.fromEntries(
        [0, 1, 2, 3, 4].flatMap((i) => ["en", "zh"].map((word) => [`rubrics.new_1.anchors.${i}.${word}`, ""])),
      ),
      "rubrics.new_1.minimumSample": "2",
      "rubrics.new_1.value": "1 = 0; 5 = 100",
    });
    expect(again.status).toBe(422);
    expect(again.text).toContain("Archiving: grade 3 in Chinese: Fill in this answer");
    expect(again.html).toContain('href="#rubrics-new_1-anchors-2-zh"');
    expect(again.value("rubrics.new_1.name.en")).toBe("Archiving");
  });
});

describe("a condition that a later release brought", () => {
  it("is taken on in a new version: pilots under way keep the list of theirs, the next is asked for it, and both are shown", async () => {
    const planner = await site.signedIn("planner");
    const approver = await site.signedIn("approver");
    const lock = async (name: string): Promise<string> => {
      const slug = await admitted(site, planner, approver, name);
      await planner.send(`/technologies/${slug}/plan`, typedPlan(site));
      return slug;
    };
    const gate = async (slug: string): Promise<string> =>
      (await planner.get(`/technologies/${slug}/gates/completion`)).text;
    const running = await lock("Queue tickets");
    const title = "No grave or overdue incident is open";
    expect(await gate(running)).toContain("Every indicator of the plan has evidence");
    expect(await gate(running)).not.toContain(title);

    const page = await administrator.send(
      "/policy/versions",
      typed({
        [`${incidents}.asked`]: "yes",
        [`${incidents}.waivable`]: [],
        "gates.admission.conditions.cost-stated.tiers": ["III", "IV"],
        "gates.rollout.conditions.rater-agreement.asked": [],
        "indicators.sus.groups": "older, staff",
        "rubrics.learning.asked": "every",
        "rubrics.recovery-from-error.weight": "0.2",
        "rubrics.recovery-from-error.question.en": "Do people notice a mistake?",
      }),
    );
    expect(page.text).toContain("Version 2 is published");
    expect(page.text).toContain("No grave or overdue incident is open may be left open with a date and an owner");
    expect(page.text).toContain(
      "The cost is stated may be waived, or left open with a date and an owner; asked of impact tiers III and IV only",
    );
    expect(current().gates.completion.conditions.at(-1)).toEqual({
      key: "incidents-closed",
      waivable: false,
      deferrable: true,
    });

    const next = await lock("Room booking");
    expect(await gate(next)).toContain(title);
    expect(await gate(running)).not.toContain(title);
    expect((await planner.get("/policy/versions/1")).text).not.toContain("Completion gate No grave");
  });

  it("stands in the comparison with all else that came and went", async () => {
    const { text } = await administrator.get("/policy/comparison?from=1&to=2");
    expect(text).toContain(
      "New in version 2 Learning to use it Completion gate: No grave or overdue incident is open No longer in version 2 Rollout gate: The evaluators agree well enough",
    );
    for (const row of [
      "Completion gate: No grave or overdue incident is open not asked may be left open with a date and an owner",
      "Rollout gate: The evaluators agree well enough may be waived, or left open with a date and an owner not asked",
      "Admission gate: The cost is stated may be waived, or left open with a date and an owner may be waived, or left open with a date and an owner; asked of impact tiers III and IV only",
      "SUS, all users: groups that must each clear the floor none older, staff",
      "Learning to use it not in the policy every plan has it",
      "Learning to use it: grade 5 in English none At once; the guide is not needed.",
      "Recovery from error: weight within the criterion 35 % 20 %",
      "Do people notice a mistake?",
    ])
      expect(text).toContain(row);
    const chinese = (await administrator.get("/policy/comparison?from=1&to=2", { "Accept-Language": "zh" })).text;
    expect(chinese).toContain("第 2 版新增 上手学习 试点验收评审：无严重或逾期未结事件");
  });

  it("is asked of the tiers it names, on the page of the gate as well", async () => {
    const planner = await site.signedIn("planner");
    const small = await proposed(site, planner, "Notice board", { tier: "II" });
    const large = await proposed(site, planner, "Case files", { tier: "IV" });
    const gate = async (slug: string): Promise<string> =>
      (await planner.get(`/technologies/${slug}/gates/admission`)).text;
    expect(await gate(large)).toContain("The cost is stated");
    expect(await gate(small)).not.toContain("The cost is stated");
  });

  it("is sent back unchanged by the form as no change", async () => {
    const page = await administrator.post("/policy/versions", typed());
    expect(page.status).toBe(409);
    expect(page.text).toContain("This changes nothing");
  });
});
