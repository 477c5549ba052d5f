import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import { inNextOrder } from "../../../src/http/policy/condition-order.ts";
import { typedAtFirst } from "../../../src/http/policy/form.ts";
import { startSite } from "../../support/http.ts";
import type { Fields, Member, Site } from "../../support/http.ts";
import { proposed } from "../gate/support.ts";
import { withDepartment } from "../proposal/support.ts";
import { realLanguages } from "../view/support.ts";

const standing = ["a", "b", "c", "d", "e"];
const places = (over: Record<string, number | null> = {}, keys = standing) =>
  keys.map((key) => ({ key, place: key in over ? (over[key] ?? null) : standing.indexOf(key) + 1 }));

describe("the next order of a gate's conditions", () => {
  it("puts what was moved where its place says, and the others close up", () => {
    expect(inNextOrder(standing, places({ e: 2 })).join("")).toBe("aebcd");
    expect(inNextOrder(standing, places({ b: 5 })).join("")).toBe("acdeb");
    expect(inNextOrder(standing, places({ a: 5, e: 1 })).join("")).toBe("ebcda");
    expect(inNextOrder(standing, places({ b: 99 })).join("")).toBe("acdeb");
  });

  it("leaves out what is no longer asked, and puts last what is asked anew without a place", () => {
    expect(inNextOrder(standing, places({}, ["a", "c", "d", "e"])).join("")).toBe("acde");
    expect(inNextOrder(standing, [{ key: "n", place: null }, ...places()]).join("")).toBe("abcden");
    expect(inNextOrder(standing, [{ key: "n", place: 1 }, ...places()]).join("")).toBe("nabcde");
  });

  it("of every list renumbered as a whole is that numbering, and of places left as they were no change", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(standing, { minLength: 5 }), (wanted) => {
        const typed = places(Object.fromEntries(wanted.map((key, i) => [key, i + 1])));
        expect(inNextOrder(standing, typed)).toEqual(wanted);
      }),
    );
    expect(inNextOrder(standing, places())).toEqual(standing);
    expect(inNextOrder(standing, places({ a: null, b: null, c: null, d: null, e: null }))).toEqual(standing);
  });
});

describe("the order of conditions in the form of the policy", () => {
  let site: Site;
  let administrator: Member;
  let planner: Member;
  beforeAll(async () => {
    site = await startSite();
    await withDepartment(site);
    administrator = await site.signedIn("administrator");
    planner = await site.signedIn("planner");
  });
  afterAll(() => site.stop());

  const current = (): Policy => site.services.views.policies.current();
  const typed = (changes: Fields = {}): Fields => ({ ...typedAtFirst(current()), ...changes });
  const keys = (): readonly string[] => current().gates.admission.conditions.map(({ key }) => key);
  const placeOf = (key: string): string => `gates.admission.conditions.${key}.place`;
  const title = (key: string): string => realLanguages("UTC").of("en").t(`conditions:${key}.title`);
  /** Conditions that are met, in the order of the page of a new technology's gate. */
  const onPage = async (name: string, met: readonly string[]): Promise<readonly string[]> => {
    const slug = await proposed(site, planner, name);
    const { html } = await planner.get(`/technologies/${slug}/gates/admission`);
    const list = html.slice(html.indexOf('<h2 id="conditions">'));
    for (const key of met) expect(list, key).toContain(title(key));
    return met.toSorted((a, b) => list.indexOf(title(a)) - list.indexOf(title(b)));
  };

  it("is that of the gate's page, and is changed by a number: no script, and the keyboard alone", async () => {
    const { html } = await administrator.get("/policy/new");
    const [first = "", second = ""] = keys();
    for (const [i, key] of keys().entries())
      expect(html).toMatch(new RegExp(`<input[^>]*name="${placeOf(key).replaceAll(".", "\\.")}"[^>]*value="${i + 1}"`));
    const last = keys().at(-1) ?? "";
    const before = keys();
    const page = await administrator.send("/policy/versions", typed({ [placeOf(last)]: "1" }));
    expect(page.text).toContain("Version 2 is published");
    expect(keys()).toEqual([last, ...before.slice(0, -1)]);
    expect(keys().slice(0, 3)).toEqual([last, first, second]);
  });

  it("is what the page of a gate shows", async () => {
    const met = ["need-stated", "sponsor-named", "tier-stated"];
    expect(await onPage("Seat finder", met)).toEqual(met);
    const before = typed();
    await administrator.send("/policy/versions", {
      ...before,
      [placeOf("tier-stated")]: before[placeOf("need-stated")] ?? "",
    });
    expect(await onPage("Bench finder", met)).toEqual(["tier-stated", "need-stated", "sponsor-named"]);
  });

  it("stands in the comparison of two versions", async () => {
    const { text } = await administrator.get("/policy/comparison?from=1&to=2");
    expect(text).toMatch(/Admission gate: order of its conditions 1\. /);
    expect((await administrator.get("/policy/comparison?from=1&to=2", { "Accept-Language": "zh" })).text).toContain(
      "条件的顺序",
    );
    expect((await administrator.get("/policy/comparison?from=2&to=2")).text).not.toContain("order of its conditions");
  });

  it("is a whole number, and says so at its input, named", async () => {
    const [first = ""] = keys();
    const page = await administrator.post("/policy/versions", typed({ [placeOf(first)]: "second" }));
    expect(page.status).toBe(422);
    expect(page.text).toContain("Place in the list: ");
    expect(page.html).toContain(`href="#${placeOf(first).replaceAll(".", "-")}"`);
    expect(page.value(placeOf(first))).toBe("second");
  });
});
