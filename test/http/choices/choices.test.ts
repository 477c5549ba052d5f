import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mostFound, mostListed } from "../../../src/http/choices/choices.ts";
import { password, startSite } from "../../support/http.ts";
import type { Member, Page, Site } from "../../support/http.ts";
import { typed, withDepartment } from "../proposal/support.ts";

let site: Site;
let planner: Member;
let approver: Member;
let administrator: Member;
let weiwei: string;
let gone: string;

/** More people than a list holds, two of them with names of their own. */
beforeAll(async () => {
  site = await startSite();
  administrator = await withDepartment(site);
  planner = await site.signedIn("planner");
  approver = await site.signedIn("approver");
  const all: string[] = [];
  for (let n = 0; n <= mostListed; n += 1) all.push((await site.add("planner", "evaluator", "approver")).id);
  [weiwei, gone] = [all[0]!, all[1]!];
  await site.accounts.identities.change(weiwei, "王薇薇", "weiwei@example.org");
  await site.accounts.identities.change(gone, "Gone Goodbye", "gone@example.org");
  await administrator.post(`/people/${gone}/disabling`, { passwordAgain: password });
}, 120_000);
afterAll(() => site.stop());

type Choice = { readonly value: string; readonly label: string };
const found = async (member: Pick<Member, "get">, path: string, text: string): Promise<readonly Choice[]> => {
  const { html } = await member.get(
    `${path}${path.includes("?") ? "&" : "?"}${new URLSearchParams({ q: text }).toString()}`,
  );
  return (JSON.parse(html) as { readonly choices: readonly Choice[] }).choices;
};
const optionsOf = ({ html }: Page, name: string): readonly string[] => {
  const select = new RegExp(`<select[^>]*name="${name}"[^>]*>([\\s\\S]*?)</select>`).exec(html)?.[1] ?? "";
  return [...select.matchAll(/<option value="([^"]+)"/g)].map(([, value]) => value ?? "");
};
const head = async (): Promise<number> => (await site.services.ledger.head()).position;

describe("a form that names one of many people", () => {
  it("lists nobody, and is small", async () => {
    const page = await planner.get("/technologies/new");
    expect(page.html).not.toContain("Person Number 9");
    expect(page.html).toContain('name="sponsorFind"');
    expect(Buffer.byteLength(page.html)).toBeLessThan(40_000);
  });

  it("shows whom a name finds and keeps what was typed, without script, and records nothing", async () => {
    const before = await head();
    const page = await planner.post("/technologies", typed("", { find: "sponsor", sponsorFind: "薇薇" }));
    expect(page.status).toBe(200);
    expect(optionsOf(page, "sponsor")).toEqual([weiwei]);
    expect(page.value("sponsor")).toBe(weiwei);
    expect(page.value("sponsorFind")).toBe("薇薇");
    expect(page.value("name")).toBe("Counter queue forecast");
    expect(await head()).toBe(before);
  });

  it("is never sent by looking, however complete it is", async () => {
    const before = await head();
    await planner.post("/technologies", typed(weiwei, { find: "department", departmentFind: "" }));
    await administrator.post(`/people/${weiwei}/disabling`, { find: "deputy", passwordAgain: password });
    expect(await head()).toBe(before);
  });

  it("says that nobody is called so, and says at the field that somebody must be chosen", async () => {
    const nobody = await planner.post("/technologies", typed("", { find: "sponsor", sponsorFind: "Nemo" }));
    expect(nobody.text).toContain("Nothing found by this name");
    const unchosen = await planner.post("/technologies", typed("", { sponsorFind: "Person Number 2" }));
    expect(unchosen.status).toBe(422);
    expect(unchosen.html).toContain('id="sponsor-error"');
    expect(optionsOf(unchosen, "sponsor").length).toBeGreaterThan(1);
  });

  it("takes who was chosen, and shows the name again where the form comes back", async () => {
    const invalid = await planner.post("/technologies", typed(weiwei, { summary: "" }));
    expect(invalid.value("sponsor")).toBe(weiwei);
    expect(invalid.html).toContain("王薇薇");
    expect((await planner.send("/technologies", typed(weiwei))).text).toContain("Counter queue forecast");
  });

  it("asks for no password again while somebody looks for a deputy", async () => {
    const page = await administrator.post(`/people/${approver.id}/deputy`, { find: "deputy", deputyFind: "薇薇" });
    expect([page.status, optionsOf(page, "deputy")]).toEqual([200, [weiwei]]);
  });
});

describe("a search while somebody types", () => {
  it("finds at most as many as are shown, and nobody for nothing", async () => {
    expect(await found(planner, "/technologies/new/sponsors", "person")).toHaveLength(mostFound);
    expect(await found(planner, "/technologies/new/sponsors", " ")).toEqual([]);
    expect(await found(planner, "/technologies/new/sponsors", "x".repeat(500))).toEqual([]);
    expect(await found(planner, "/technologies/new/departments", "交通")).toEqual([
      { value: "transport", label: "Transport" },
    ]);
  });

  it("offers nobody who may not be named", async () => {
    expect(await found(planner, "/technologies/new/sponsors", "Goodbye")).toEqual([]);
    expect(await found(administrator, "/people/choices", "Goodbye")).toHaveLength(1);
    const own = await found(approver, "/account/deputies", "薇薇");
    expect(own.map(({ value }) => value)).toEqual([weiwei]);
    expect(await found(administrator, `/people/choices?role=approver&except=${weiwei}`, "薇薇")).toEqual([]);
    expect(await found(approver, "/technologies/condition-owners/choices", "薇薇")).toHaveLength(1);
  });

  it("answers only whom its form is for", async () => {
    const evaluator = await site.signedIn("evaluator");
    for (const path of ["/technologies/new/sponsors", "/people/choices", "/account/deputies"])
      expect([path, (await evaluator.get(`${path}?q=person`)).status]).toEqual([path, 403]);
    expect((await site.browser().get("/people/choices?q=person")).html).not.toContain("Person");
    expect((await planner.get("/technologies/new/sponsors?q=薇薇")).headers["cache-control"]).toBe("no-store");
  });

  it("finds technologies for whoever may look through the ledger", async () => {
    const technologies = await found(approver, "/ledger/technologies", "queue");
    expect(technologies).toEqual([{ value: "counter-queue-forecast", label: "Counter queue forecast" }]);
    expect((await approver.get("/ledger?technology=counter-queue-forecast")).text).toContain("proposed");
  });
});

describe("the filter of the ledger by person", () => {
  it("takes the one whom the typed name finds, and asks which of several is meant", async () => {
    const one = await administrator.get(`/ledger?${new URLSearchParams({ personFind: "薇薇" }).toString()}`);
    expect([one.status, one.value("person")]).toEqual([200, weiwei]);
    const several = await administrator.get("/ledger?personFind=person");
    expect(several.status).toBe(422);
    expect(several.text).toContain("Several people are called so");
    expect(optionsOf(several, "person")).toHaveLength(mostFound);
    expect((await administrator.get("/administration?personFind=Nemo")).text).toContain("Nobody is called so");
  });

  it("has nobody but oneself for those who may not see the others", async () => {
    expect(optionsOf(await planner.get("/ledger"), "person")).toEqual([planner.id]);
  });
});

describe("evaluators, of whom there are many", () => {
  it("are found by name, never an author, and those ticked stay ticked", async () => {
    const at = "/technologies/counter-queue-forecast/evaluation/evaluators";
    const people = await found(approver, `${at}/choices`, "person");
    expect(people).toHaveLength(mostFound);
    // The sponsor is an author.
    expect(await found(approver, `${at}/choices`, "薇薇")).toEqual([]);
    const [first] = people;
    const page = await approver.post(at, { evaluators: first!.value, find: "evaluators", evaluatorsFind: "Number 2" });
    expect(page.html).toMatch(new RegExp(`value="${first!.value}" checked`));
    expect([...page.html.matchAll(/type="checkbox"/g)].length).toBeGreaterThan(1);
  });
});
