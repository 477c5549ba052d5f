import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defaultPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { tickOf } from "../../../src/http/policy/defaults.ts";
import { policyFields } from "../../../src/http/policy/fields.ts";
import { typedAtFirst } from "../../../src/http/policy/form.ts";
import { publishEarlyPolicy } from "../../support/early-policy.ts";
import { startSite } from "../../support/http.ts";
import type { Fields, Member, Page, Site } from "../../support/http.ts";

let site: Site;
let administrator: Member;
beforeAll(async () => {
  site = await startSite({}, undefined, publishEarlyPolicy);
  administrator = await site.signedIn("administrator");
});
afterAll(async () => site.stop());

const byPath = new Map(policyFields(defaultPolicy).map(({ path, value }) => [path, value]));
const byDefault = (path: string): string => byPath.get(path) ?? "nothing";

const offered = (page: Page): readonly string[] =>
  [...page.html.matchAll(/name="adopt" type="checkbox" value="([^"]+)" checked/g)].map((match) => match[1] ?? "");

const draftOf = (ticks: readonly string[]): Promise<Page> =>
  administrator.get(`/policy/new?${ticks.map((tick) => `adopt=${tick}`).join("&")}`);

/** The numbers in the form as its browser would send them; what was not typed but chosen, as it stands by default. */
const typedIn = (page: Page): Fields =>
  Object.fromEntries(
    Object.entries(typedAtFirst(defaultPolicy)).map(([path, value]) => [
      path,
      /^(gates\..*conditions|rubrics)\.|\.asked$|^reading$/.test(path) ? value : page.value(path),
    ]),
  );

describe("a body on an older policy", () => {
  it("cannot publish another version of it before its minimum samples can pass, and is told the least that can", async () => {
    const typed = { ...typedIn(await administrator.get("/policy/new")), passMark: "71" };
    const page = await administrator.post("/policy/versions", typed);
    expect(page.status).toBe(422);
    expect(page.html).toContain('href="#indicators-failed-share-minimumSample"');
    expect(page.text).toMatch(/With 30 no pilot can clear the floor, however well it goes: 6\s607 is the least/);
    expect(page.value("passMark")).toBe("71");
  });

  it("sees every number that differs from the default of the release, each with a tick", async () => {
    const page = await administrator.get("/policy/defaults");
    const ticks = offered(page);
    expect(ticks).toContain(tickOf("looks.default"));
    expect(ticks).toContain(tickOf("levels.availability.I.floor"));
    expect(ticks).toContain(tickOf("indicators.failed-share.minimumSample"));
    expect(ticks).not.toContain(tickOf("passMark"));
    expect(page.text).toContain(
      `Failed requests: least sample Version 1: 30. Default: ${byDefault("indicators.failed-share.minimumSample")}.`,
    );
    expect(page.text).toContain(
      `tier I: floor Version 1: the indicator’s own. Default: ${100 * Number(byDefault("levels.availability.I.floor"))} %.`,
    );
    const chinese = (await administrator.get("/policy/defaults", { "Accept-Language": "zh" })).text;
    expect(chinese).toContain("失败请求占比：最小样本 第 1 版：30；默认政策：1");
  });

  it("takes what it ticks into a draft, and nothing else; nothing is published by that", async () => {
    const page = await draftOf(
      ["indicators.failed-share.minimumSample", "levels.sus.I.floor", "passMark", "nonsense"].map(tickOf),
    );
    expect(page.text).toContain("2 rules of the default stand in this draft");
    expect(page.value("indicators.failed-share.minimumSample")).toBe(
      byDefault("indicators.failed-share.minimumSample"),
    );
    expect(page.value("levels.sus.I.floor")).toBe(byDefault("levels.sus.I.floor"));
    expect(page.value("levels.sus.I.minimumSample")).toBe("");
    expect(page.value("indicators.within-share.minimumSample")).toBe("30");
    expect(site.services.views.policies.current().version).toBe(1);
  });

  it("takes over the whole default in one go", async () => {
    const draft = await draftOf(offered(await administrator.get("/policy/defaults")));
    const page = await administrator.send("/policy/versions", typedIn(draft));
    expect(page.text).toContain("Version 2 is published");
    expect(site.services.views.policies.current()).toEqual({ ...defaultPolicy, version: 2 });
    expect((await administrator.get("/policy/defaults")).text).toContain("Every rule is that of the default.");
    const compared = (await administrator.get("/policy/comparison?from=1&to=2")).text;
    expect(compared).toContain(
      `Availability in agreed hours, tier I: floor the indicator’s own ${100 * Number(byDefault("levels.availability.I.floor"))} %`,
    );
  });

  it("is the administrator's to compare with the default", async () => {
    const planner = await site.signedIn("planner");
    expect((await planner.get("/policy/defaults")).status).toBe(403);
    expect((await planner.get("/policy")).html).not.toContain("/policy/defaults");
  });
});

describe("a tier's number that is wrong", () => {
  it("is named at its box, with everything typed kept", async () => {
    const typed = typedIn(await administrator.get("/policy/new"));
    const page = await administrator.post("/policy/versions", {
      ...typed,
      "levels.availability.II.floor": "97.5",
      "levels.sus.IV.minimumSample": "many",
    });
    expect(page.status).toBe(422);
    expect(page.html).toContain('href="#levels-sus-IV-minimumSample"');
    expect(page.value("levels.sus.IV.minimumSample")).toBe("many");
    const again = await administrator.post("/policy/versions", { ...typed, "levels.availability.II.floor": "97.5" });
    expect(again.html).toContain('id="levels-availability-II-floor-error"');
    expect(again.value("levels.availability.II.floor")).toBe("97.5");
  });
});
