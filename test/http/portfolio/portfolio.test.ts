import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { handle } from "../../../src/application/handle.ts";
import { onDepartments } from "../../../src/application/on-departments.ts";
import { propose } from "../../../src/application/propose.ts";
import { aProposal, mustAccept } from "../../support/house.ts";
import { startSite, textOf, type Member, type Site } from "../../support/http.ts";

let site: Site;
let planner: Member;
let auditor: Member;
let sponsor: { readonly id: string };

const rows = (html: string): string[] =>
  [...html.matchAll(/<a class=name href="[^"]*">([^<]*)</g)].map(([, name]) => name ?? "");

const linkTo = (html: string, rel: "next" | "prev"): string =>
  textOf(new RegExp(`<a href="([^"]*)" rel="${rel}"`).exec(html)?.[1] ?? "");

async function add(name: string, need: string, department = "health"): Promise<void> {
  const outcome = await propose(site.services, {
    actor: { id: planner.id, roles: ["planner"] },
    role: "planner",
    commandId: randomUUID(),
    proposal: aProposal({ name, need: { text: need }, department, sponsor: sponsor.id }),
    predecessor: null,
  });
  mustAccept(outcome);
}

beforeAll(async () => {
  site = await startSite();
  [planner, auditor, sponsor] = [
    await site.signedIn("planner"),
    await site.signedIn("auditor"),
    await site.add("planner"),
  ];
  for (const [key, en, zh] of [
    ["health", "Health", "卫生健康委"],
    ["transport", "Transport", "交通运输局"],
  ] as const) {
    const command = { type: "AddDepartment", key, name: { en, zh } } as const;
    const system = { actor: { id: "system", roles: [] }, role: "system" as const, commandId: randomUUID() };
    mustAccept(await handle(site.services, system, onDepartments(command)));
  }
}, 60_000);
afterAll(() => site.stop());

describe("before the first proposal", () => {
  test("a planner reads what will stand here and where it starts", async () => {
    const { text, html } = await planner.get("/technologies");
    expect(text).toContain("No technology yet");
    expect(html).toContain('href="/technologies/new"');
  });

  test("an auditor is told who starts it, and is offered nothing", async () => {
    const { text, html } = await auditor.get("/technologies");
    expect(text).toContain("A planner starts it with a proposal.");
    expect(html).not.toContain('href="/technologies/new"');
  });
});

describe("with 62 technologies", () => {
  beforeAll(async () => {
    for (let number = 1; number <= 60; number++) {
      await add(
        `Thing ${String(number).padStart(2, "0")}`,
        "Somebody waits for it.",
        number > 50 ? "transport" : "health",
      );
    }
    await add("Bridge inspection drone", "Bridges are inspected from scaffolding.", "transport");
    await add("智能审批助手", "许可审批需要十一天。", "health");
  }, 60_000);

  test("the list is paged by key, forward and back, and shows each once", async () => {
    const first = await planner.get("/technologies?sort=name");
    expect(rows(first.html)).toHaveLength(50);
    expect(first.text).toContain("50 of 62 technologies");
    expect(linkTo(first.html, "prev")).toBe("");
    const second = await planner.get(linkTo(first.html, "next"));
    expect(rows(second.html)).toHaveLength(12);
    expect(linkTo(second.html, "next")).toBe("");
    expect(new Set([...rows(first.html), ...rows(second.html)]).size).toBe(62);
    const back = await planner.get(linkTo(second.html, "prev"));
    expect(rows(back.html)).toEqual(rows(first.html));
  });

  test("a proposal made between two pages moves nobody onto the next page twice", async () => {
    const first = await planner.get("/technologies?sort=name");
    await add("AAA comes first", "Made while somebody reads.");
    const second = await planner.get(linkTo(first.html, "next"));
    expect(rows(second.html).filter((name) => rows(first.html).includes(name))).toEqual([]);
  });

  test.each([
    ["?q=bridge", ["Bridge inspection drone"]],
    ["?q=scaffolding", ["Bridge inspection drone"]],
    ["?q=%E5%AE%A1%E6%89%B9", ["智能审批助手"]],
    ["?q=%E5%8D%81%E4%B8%80", ["智能审批助手"]],
    ["?q=bridge&department=health", []],
  ])("search %s", async (query, names) => {
    expect(rows((await planner.get(`/technologies${query}`)).html)).toEqual(names);
  });

  test("filters by department and stage, keeps what was chosen, and carries it to the next page", async () => {
    const page = await planner.get("/technologies?department=transport&stage=proposed&sort=name");
    expect(rows(page.html)).toHaveLength(11);
    expect(page.value("department")).toBe("transport");
    expect(page.value("sort")).toBe("name");
    const health = await planner.get("/technologies?department=health&sort=name");
    expect(linkTo(health.html, "next")).toContain("department=health");
    expect(rows((await planner.get("/technologies?stage=adopted")).html)).toEqual([]);
  });

  test("sorts by name and by last change", async () => {
    const byName = rows((await planner.get("/technologies?sort=name")).html);
    expect(byName).toEqual(byName.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
    const byChange = rows((await planner.get("/technologies?sort=updated")).html);
    expect(byChange).not.toEqual(byName);
  });

  test("nothing matches: the query is named, how many were searched, and a way back", async () => {
    const { text, html } = await planner.get("/technologies?q=%3Cb%3Enonsense");
    expect(text).toContain("Nothing matches “<b>nonsense”");
    expect(text).toContain("63 technologies searched.");
    expect(html).not.toContain("<b>nonsense");
    expect(html).toContain('<a href="/technologies">Clear the filter</a>');
    expect(text).toContain("Try another word: the purpose, a place, the department or a person’s name.");
    expect(text).toContain("Type fewer letters");
    expect(html).toContain('<a href="/technologies/new">Not here yet? Propose it.</a>');
    const read = await auditor.get("/technologies?q=nonsense");
    expect(read.text).toContain("Look in the other language");
    expect(read.text).not.toContain("Propose it.");
  });

  test("the lead and the pipeline count what is there", async () => {
    const { text, html } = await planner.get("/technologies");
    expect(text).toContain("63 technologies. 63 gates wait for a decision ; nothing is late; no rollout is held.");
    expect(html).toContain('href="/technologies?stage=proposed"');
    expect(text).toContain("Nothing is late.");
  });

  test("unknown values and cursors of an old link still open the portfolio", async () => {
    const { status, html } = await planner.get("/technologies?stage=nonsense&sort=nonsense&state=x&after=garbage");
    expect(status).toBe(200);
    expect(rows(html).length).toBeGreaterThan(0);
  });

  test("whoever is not signed in is asked to", async () => {
    const page = await site.browser().get("/technologies");
    expect([page.status, page.location.startsWith("/sign-in")]).toEqual([303, true]);
  });
});

test("a leader's list: what can be approved now, by tier and cost; verdict, tier and cost choose among what waits", async () => {
  const ready = await auditor.get("/technologies?decision=ready");
  expect(rows(ready.html).length).toBeGreaterThan(0);
  expect(ready.html).toMatch(/<option value="ready" selected>Can be approved now/);
  const pricey = await auditor.get("/technologies?decision=ready&cost=100000");
  expect(rows(pricey.html)).toEqual(rows(ready.html));
  for (const place of ["decision=ready&tier=IV", "verdict=fail", "tier=IV&cost=100000"])
    expect(rows((await auditor.get(`/technologies?${place}`)).html), place).toEqual([]);
  const chosen = await auditor.get("/technologies?tier=II");
  expect(chosen.html).toMatch(/<option value="waits" selected>/);
  // An old or mistyped link still opens the portfolio.
  expect((await auditor.get("/technologies?decision=coffee&cost=1")).status).toBe(200);
});
