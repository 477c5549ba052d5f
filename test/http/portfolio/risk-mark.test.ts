import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishDefaultPolicy } from "../../../src/application/default-policy.ts";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { riskRegisterDefault } from "../../../src/domain/policy/safeguards/risk-register.ts";
import { sweepAll } from "../../../src/application/sweep.ts";
import { after, careful } from "../../support/safeguards.ts";
import { HandClock } from "../../support/house.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { told } from "../../support/told.ts";
import type { Happened } from "../../support/technology.ts";
import { accept, ask, bare, controlled, factsOf, withRisk } from "../../domain/technology/risk-stories.ts";

const policy = { ...plainPolicy, safeguards: { ...plainPolicy.safeguards, riskRegister: riskRegisterDefault } };
const clock = new HandClock();
let site: Site;
let auditor: Member;
beforeAll(async () => {
  site = await startSite({}, clock, (services) => publishDefaultPolicy(services, policy));
  auditor = await site.signedIn("auditor");
  clock.day(21);
});
afterAll(() => site.stop());

const asked = after(withRisk(), ask(withRisk()), factsOf("pia"));
const answered = after(asked, accept(asked), factsOf("anna"));

// The people of the stories stay who they are: an acceptance binds to whose treatment the risk says it is.
const cast = {};

/** The row of a technology in the list; "" where the list leaves it out. */
async function rowOf(story: readonly Happened[] | string, query = ""): Promise<string> {
  const slug = typeof story === "string" ? story : (await told(site, cast, story)).slug;
  const { html } = await auditor.get(`/technologies${query}`);
  return (
    html
      .split("<tr role=row>")
      .slice(1)
      .find((row) => row.includes(`/technologies/${slug}"`)) ?? ""
  );
}

describe("the row of a technology in the portfolio", () => {
  test("says its worst risk above what may stand, and whether somebody answers for it", async () => {
    expect(await rowOf(withRisk())).toContain(
      "<small class=is-unmet>risk: high<span>, and nobody answers for it</span></small>",
    );
    expect(await rowOf(answered)).toContain(
      "<small class=is-waived>risk: high<span>, and an approver answers for it</span></small>",
    );
  });

  test("says nothing of one that may stand, nor of none, and costs the page few bytes", async () => {
    const [quiet, marked] = [await rowOf(withRisk(careful.risk)), await rowOf(withRisk(bare))];
    expect(quiet).not.toContain("risk:");
    expect(quiet).not.toBe("");
    expect(Buffer.byteLength(marked) - Buffer.byteLength(quiet)).toBeLessThan(170);
  });

  test("is found by its mark", async () => {
    const [bad, fine] = [await told(site, cast, withRisk()), await told(site, cast, withRisk(controlled))];
    expect(await rowOf(bad.slug, "?state=risk")).toContain("risk: high");
    expect(await rowOf(fine.slug, "?state=risk")).toBe("");
    const { html } = await auditor.get("/technologies?state=risk");
    expect(html).toContain('<option value="risk" selected>With a risk above what may stand<');
  });

  test("is marked once the evidence of its control has run out", async () => {
    const { slug } = await told(site, cast, withRisk(controlled));
    expect(await rowOf(slug)).not.toContain("risk:");
    clock.day(186);
    await sweepAll(site.services);
    expect(await rowOf(slug, "?state=risk")).toContain("risk: high");
  });
});
