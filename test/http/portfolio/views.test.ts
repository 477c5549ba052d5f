import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { handle } from "../../../src/application/handle.ts";
import { onDepartments } from "../../../src/application/on-departments.ts";
import { propose } from "../../../src/application/propose.ts";
import type { AssertedStage } from "../../../src/domain/technology/state/imports.ts";
import { radarInJson } from "../../../src/domain/radar/read-json.ts";
import type { Json } from "../../../src/domain/words/json.ts";
import { aProposal, mustAccept } from "../../support/house.ts";
import { startSite, type Member, type Site } from "../../support/http.ts";

/** As a browser reads them. */
const unescaped = (html: string): string => html.replaceAll("&#x3D;", "=").replaceAll("&amp;", "&");

let site: Site;
let planner: Member;
let auditor: Member;
let chinese: Member;

async function add(name: string, department: string, asserted: AssertedStage | null = null): Promise<void> {
  const imported = { import: "i1", plan: "p1", row: 2, stage: asserted, label: null };
  const outcome = await propose(site.services, {
    actor: { id: planner.id, roles: ["planner"] },
    role: "planner",
    commandId: randomUUID(),
    proposal: aProposal({ name, department, sponsor: planner.id }),
    predecessor: null,
    ...(asserted !== null && { imported }),
  });
  mustAccept(outcome);
}

beforeAll(async () => {
  site = await startSite();
  [planner, auditor, chinese] = [
    await site.signedIn("planner"),
    await site.signedIn("auditor"),
    await site.signedIn("auditor"),
  ];
  await chinese.post("/language", { to: "zh-CN", back: "/work" });
  for (const [key, en, zh] of [
    ["health", "Health", "卫生健康委"],
    ["transport", "Transport", "交通运输局"],
  ] as const) {
    const command = { type: "AddDepartment", key, name: { en, zh } } as const;
    const system = { actor: { id: "system", roles: [] }, role: "system" as const, commandId: randomUUID() };
    mustAccept(await handle(site.services, system, onDepartments(command)));
  }
  await add("Queue forecast", "health");
  await add("Ward sensors", "health", "adopted");
  await add("Bus lanes", "transport", "piloting");
  for (let n = 1; n <= 9; n += 1) await add(`Ticket gate ${n}`, "transport");
}, 60_000);
afterAll(() => site.stop());

describe("the radar", () => {
  test("shows what a decision or a file gave a ring, and says which; a proposal has none", async () => {
    const { text, html } = await auditor.get("/radar");
    expect(text).toContain("2 technologies, each where decisions have put it.");
    expect(html).toContain("<title>Ward sensors</title>");
    expect(html.match(/c-radar-asserted/g)?.length).toBeGreaterThanOrEqual(4);
    expect(text).toContain("New; asserted by an imported file");
    expect(text).toContain("2 hollow dots stand where an imported file puts them.");
    expect(text).not.toContain("Queue forecast");
  });

  test("keeps the selection of the portfolio, and its ways lead on with it", async () => {
    const { text, html: escaped } = await auditor.get("/radar?department=transport");
    const html = unescaped(escaped);
    expect(text).toContain("Bus lanes");
    expect(text).not.toContain("Ward sensors");
    expect(html).toContain('href="/technologies?department=transport"');
    expect(html).toContain('href="/portfolio/timeline?department=transport"');
  });

  test("of a day before says what stood there then, and refuses days that are none", async () => {
    expect((await auditor.get("/radar?from=2019-01-01&to=2019-12-31")).text).toContain(
      "No technology with a decision matches.",
    );
    expect((await auditor.get("/radar?from=2026-99-01&to=abc")).text).toContain(
      "The two days must be days that have come",
    );
  });

  test("is read by our own import in the formats that go out", async () => {
    for (const [format, ids] of [
      ["backstage", ["ward-sensors", "bus-lanes"]],
      ["byor", ["", ""]],
      ["zalando", ["", ""]],
    ] as const) {
      const answer = await auditor.get(`/radar/as/${format}`);
      const read = radarInJson(JSON.parse(answer.html) as Json);
      expect(read?.format).toBe(format);
      expect(read?.entries.map(({ name, ring, id }) => [name, ring, id])).toEqual([
        ["Ward sensors", "adopt", ids[0]],
        ["Bus lanes", "assess", ids[1]],
      ]);
    }
    expect((await auditor.get("/radar/as/aoe")).status).toBe(200);
    expect((await auditor.get("/radar/as/else")).status).toBe(404);
  });

  test("speaks Chinese", async () => {
    const { text } = await chinese.get("/radar");
    expect(text).toContain("共 2 项技术，位置由已作出的决定得出。");
    expect(text).toContain("新进入；仅为导入文件所称");
  });
});

describe("the pipeline", () => {
  test("pages each column by itself", async () => {
    const first = await auditor.get("/portfolio/pipeline");
    expect(first.text).toContain("Proposed 12");
    const next = /href="(\/portfolio\/pipeline\?proposed-after=[^"#]*)/.exec(unescaped(first.html))?.[1] ?? "";
    const second = await auditor.get(next);
    const names = (html: string) => [...html.matchAll(/<li><a class="strong" href="([^"]*)"/g)].map(([, href]) => href);
    expect(names(first.html)).toHaveLength(8);
    expect(names(second.html)).toHaveLength(4);
    expect(new Set([...names(first.html), ...names(second.html)]).size).toBe(12);
    expect((await chinese.get("/portfolio/pipeline")).text).toContain("已提出 12");
  });
});

describe("heat map and timeline", () => {
  test("say what is not measured, and when a decision is due", async () => {
    const heat = await auditor.get("/portfolio/heat-map");
    expect(heat.text).toContain("no evidence yet");
    const dates = await auditor.get("/portfolio/timeline?department=health");
    expect(dates.text).toContain("decision due");
    expect(dates.text).not.toContain("Ticket gate");
    expect((await chinese.get("/portfolio/heat-map")).text).toContain("尚无证据");
    expect((await chinese.get("/portfolio/timeline?days=365")).text).toContain("未来一年");
  });

  test("go out as tables, a line a technology and a line a date", async () => {
    const heat = await auditor.get("/portfolio/heat-map.csv?q=bus");
    expect(heat.html.trim().split("\r\n")).toHaveLength(2);
    expect((await auditor.get("/portfolio/timeline.csv?q=bus")).html).toContain("Bus lanes,bus-lanes,Transport");
  });
});

describe("side by side", () => {
  const two = "/portfolio/comparison?of=ward-sensors&of=bus-lanes";

  test("marks what differs and nothing else", async () => {
    const { html } = await auditor.get(two);
    const row = (title: string) => new RegExp(`<tr([^>]*)><th scope="row">${title}`).exec(html)?.[1];
    expect(row("Department")).toContain("is-different");
    expect(row("Stage")).toBe("");
  });

  test("shows the first four, adds by name and takes out", async () => {
    const five = [1, 2, 3, 4, 5].map((n) => `of=ticket-gate-${n}`).join("&");
    expect((await auditor.get(`/portfolio/comparison?${five}`)).text).toContain("the first 4 are shown");
    const html = unescaped((await auditor.get(`${two}&q=queue`)).html);
    expect(html).toContain('href="/portfolio/comparison?of=ward-sensors&of=bus-lanes&of=queue-forecast"');
    expect(html).toContain('href="/portfolio/comparison?of=bus-lanes"');
    expect((await auditor.get("/portfolio/comparison?of=nothing-such")).text).toContain("Choose two to 4 technologies");
  });

  test("is chosen in the table, whichever selection of it is shown meanwhile", async () => {
    const box = 'name=of value="ward-sensors" aria-label="Compare Ward sensors"';
    const { html: table } = await auditor.get("/technologies?sort=name");
    expect(table).not.toContain(box);
    expect(unescaped(table)).toContain('href="/technologies?sort=name&compare=choose#all"');
    const { html: choosing } = await auditor.get("/technologies?sort=name&compare=choose");
    expect(choosing).toContain(box);
    expect(choosing).toContain('<input type="hidden" name="compare" value="choose" />');
    expect(unescaped(choosing)).toContain('<a href="/technologies?sort=name#all">Compare none');
    // Rows are kept: those without a box stay as they were.
    expect((await auditor.get("/technologies?sort=name")).html).not.toContain(box);
  });
});

test.each([
  "/radar",
  "/radar.csv",
  "/portfolio/pipeline",
  "/portfolio/heat-map",
  "/portfolio/timeline",
  "/portfolio/comparison",
])("%s is for those who are signed in", async (address) => {
  expect((await site.browser().get(address)).status).toBe(303);
});
