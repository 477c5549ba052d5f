import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scenesNamed, startDemo, type DemoSite } from "../../support/demo.ts";
import type { Browser } from "../../support/http.ts";

let site: DemoSite;
let planner: Browser;
let approver: Browser;
let chinese: Browser;

beforeAll(async () => {
  site = await startDemo(
    scenesNamed(
      "Pension eligibility check",
      "Snow clearing orders",
      "Hotline call transcription",
      "Permit reply assistant",
      "Digital ID counter kiosk",
      "Hospital appointment exchange",
      "E-invoice archive",
      "Fax gateway",
      "Tax letter drafts",
      "Crowd counting cameras",
      "Chat counter for residents",
      "Tree inventory from images",
    ),
  );
  [planner, approver, chinese] = [
    await site.as("planner"),
    await site.as("approver"),
    await site.as("approver", "zh-CN"),
  ];
}, 120_000);
afterAll(() => site.stop());

const read = async (who: Browser, slug: string): Promise<string> => {
  const page = await who.get(`/technologies/${slug}`);
  expect(page.status).toBe(200);
  return page.text;
};

describe("who has it", () => {
  test.each([
    ["en", /Who has it Planner: /, /Who has it (Any approver|Approvers)/],
    ["zh-CN", /责任方 规划人：/, /责任方 任一有权决定的审批人|责任方 审批人/],
  ] as const)(
    "is whoever owes what the gate still lacks, and approvers once it lacks nothing (%s)",
    async (lang, owed, ready) => {
      const reader = lang === "en" ? planner : chinese;
      expect(await read(reader, "permit-reply-assistant")).toMatch(owed);
      expect(await read(reader, "permit-reply-assistant")).not.toMatch(ready);
      expect(await read(reader, "pension-eligibility-check")).toMatch(ready);
    },
  );
});

describe("the technology's page says where it stands", () => {
  test.each([
    ["pension-eligibility-check", "Now at the admission gate: every condition is met, and approvers decide by"],
    ["snow-clearing-orders", "of its conditions are open."],
    ["hotline-call-transcription", "Pilot day 57 of 66."],
    ["permit-reply-assistant", "Now at the rollout gate: 5 conditions are open, and approvers decide by"],
    ["digital-id-counter-kiosk", "Ahead is the adoption gate: 2 of its conditions are open."],
    ["hospital-appointment-exchange", "The rollout is held since"],
    ["e-invoice-archive", "Adopted and in service. Something of it waits to be done."],
    ["fax-gateway", "Retired: nothing waits."],
    ["tax-letter-drafts", "Stopped with a result: its lessons are on record."],
    ["crowd-counting-cameras", "Rejected with a result: its lessons are on record."],
    ["chat-counter-for-residents", "Withdrawn by its planner."],
    ["tree-inventory-from-images", "Ahead is the completion gate"],
  ])("%s: %s", async (slug, sentence) => {
    expect(await read(planner, slug)).toContain(sentence);
  });

  test.each([
    ["permit-reply-assistant", "当前处于推广评审：尚有 5 项条件未满足"],
    ["hospital-appointment-exchange", "推广自"],
    ["tax-letter-drafts", "已中止，有结果：经验教训已记录。"],
  ])("in Chinese: %s", async (slug, sentence) => {
    expect(await read(chinese, slug)).toContain(sentence);
  });
});

test("the steps show what was decided, what is now and by when", async () => {
  const { html, text } = await planner.get("/technologies/permit-reply-assistant");
  expect(text).toMatch(/Admission gate passed \d+ \w+ Piloting since/);
  expect(text).toMatch(/Rollout gate due \d+ \w+/);
  expect(html.match(/aria-current="step"/g)).toHaveLength(1);
});

test.each(["tax-letter-drafts", "crowd-counting-cameras", "chat-counter-for-residents", "fax-gateway"])(
  "an ended life has no current step: %s",
  async (slug) => {
    expect((await planner.get(`/technologies/${slug}`)).html).not.toContain('aria-current="step"');
  },
);

test("lessons of a stopped pilot stand on its page", async () => {
  expect(await read(planner, "tax-letter-drafts")).toContain(
    "Officers distrust a sentence whose source they cannot see",
  );
});

test("an approver is offered the decision, a planner a waiver, never the other's", async () => {
  const decides = await read(approver, "permit-reply-assistant");
  expect(decides).toContain("Decide at the rollout gate");
  expect(decides).not.toContain("Ask for a waiver");
  const asks = await read(planner, "permit-reply-assistant");
  expect(asks).toContain("Ask for a waiver");
  expect(asks).not.toContain("Decide at the rollout gate");
});

test("an auditor is offered nothing", async () => {
  expect(await read(await site.as("auditor"), "permit-reply-assistant")).not.toContain("What you can do here");
});

test("the criteria's title is the finding, with scores and floors as a table too", async () => {
  const page = await planner.get("/technologies/digital-id-counter-kiosk");
  expect(page.text).toContain("All three criteria clear their floors as of the last review");
  expect(page.html).toContain("digital-id-counter-kiosk-criteria.csv");
  expect(await read(planner, "pension-eligibility-check")).toContain("No criterion has evidence yet");
});

test("decisions are listed; one whose evidence was withdrawn says that its ground has changed", async () => {
  const text = await read(planner, "digital-id-counter-kiosk");
  expect(text).toMatch(/The evidence behind this decision expired or changed Rollout gate: approved/);
  expect(await read(planner, "permit-reply-assistant")).not.toContain(
    "The evidence behind this decision expired or changed",
  );
});

test("every link of every page leads somewhere", async () => {
  for (const who of [planner, approver]) {
    for (const slug of [
      "permit-reply-assistant",
      "hospital-appointment-exchange",
      "tax-letter-drafts",
      "snow-clearing-orders",
    ]) {
      const { html } = await who.get(`/technologies/${slug}`);
      const links = [...html.matchAll(/href="(\/(?:technologies|decisions|ledger)[^"#]*)"/g)].map(
        ([, href]) => href ?? "",
      );
      for (const href of new Set(links)) {
        const { status } = await who.get(href.replaceAll("&amp;", "&"));
        expect([href, status]).toEqual([href, 200]);
      }
    }
  }
}, 60_000);

test("an unknown slug is not found, on the page and on its history", async () => {
  expect((await planner.get("/technologies/no-such-thing")).status).toBe(404);
  expect((await planner.get("/technologies/no-such-thing/history")).status).toBe(404);
});

const olderThan = (html: string): string | undefined => {
  const links = [...html.matchAll(/href="([^"]*history\?before[^"]*)"/g)];
  return links.at(-1)?.[1]?.replaceAll("&#x3D;", "=");
};

describe("the history", () => {
  test("is told in sentences under its days, newest first, with the ledger's positions", async () => {
    const { text, html } = await planner.get("/technologies/hospital-appointment-exchange/history");
    expect(text).toContain(
      "The rollout is held: the guard “Answered within the latency level” of wave 1 was breached.",
    );
    expect(text).toContain("Rollout gate decided: approved with conditions ; conditions met or waived: 10 of 11.");
    expect(text).not.toContain("Recorded:");
    const positions = [...html.matchAll(/href="\/ledger\/(\d+)"/g)].map(([, at]) => Number(at));
    expect(positions).toEqual(positions.toSorted((a, b) => b - a));
    const days = [...html.matchAll(/<h2 class="ts-day">([^<]*)</g)].map(([, day]) => day);
    expect(new Set(days).size).toBe(days.length);
  });

  test("marks an amendment made after data were seen", async () => {
    let page = await planner.get("/technologies/permit-reply-assistant/history");
    let { text } = page;
    for (let older = olderThan(page.html); older !== undefined; older = olderThan(page.html)) {
      page = await planner.get(older);
      text += page.text;
    }
    expect(text).toContain(
      "After data were seen A planner amended the pilot plan: sites, number of sites, exit plan and rollback plan.",
    );
    expect(text).toContain("An evaluator put a dissent on record.");
  });

  test("pages by key: every entry once, and back to the newest", async () => {
    const { text, html } = await planner.get("/technologies/digital-id-counter-kiosk/history?before=120");
    expect(text).toContain("Newest entries");
    for (const [, at] of html.matchAll(/href="\/ledger\/(\d+)"/g)) expect(Number(at)).toBeLessThan(120);
  });

  test.each(["en", "zh-CN"] as const)("has no entry without its sentence, in %s", async (language) => {
    const who = language === "en" ? planner : chinese;
    for (const slug of ["e-invoice-archive", "fax-gateway", "tree-inventory-from-images"]) {
      const { text, status } = await who.get(`/technologies/${slug}/history`);
      expect(status).toBe(200);
      expect(text).not.toMatch(/Recorded:|已记录：|\b[a-z-]+:[a-zA-Z]+\.[a-zA-Z]+/);
    }
  });
});
