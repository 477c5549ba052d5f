import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishDefaultPolicy } from "../../../src/application/default-policy.ts";
import { peopleDefault } from "../../../src/domain/policy/safeguards/people.ts";
import type { SafeguardRow } from "../../../src/domain/technology/state/safeguards.ts";
import { trainedStory } from "../../domain/technology/wave-training-stories.ts";
import { HandClock } from "../../support/house.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { told } from "../../support/told.ts";

const { rollout } = plainPolicy.gates;
const asking = {
  ...plainPolicy,
  safeguards: { ...plainPolicy.safeguards, people: peopleDefault },
  gates: {
    ...plainPolicy.gates,
    rollout: {
      ...rollout,
      conditions: [...rollout.conditions, { key: "training", waivable: true, deferrable: true }],
    },
  },
};

const clock = new HandClock();
let site: Site;
let pia: Member;
let abel: Member;
let auditor: Member;
beforeAll(async () => {
  site = await startSite({}, clock, (services) => publishDefaultPolicy(services, asking));
  [pia, abel] = [await site.signedIn("planner"), await site.signedIn("approver")];
  auditor = await site.signedIn("auditor");
  clock.day(45);
});
afterAll(() => site.stop());

const waiting = async (course: Partial<SafeguardRow> | null): Promise<string> => {
  const { slug } = await told(site, { pia, abel }, trainedStory(course));
  return `/technologies/${slug}`;
};

describe("before a wave opens, its page says", () => {
  test("by site and role what it lacks, and refuses it in the same words", async () => {
    const at = await waiting({ attended: 5, passed: 5 });
    const words = "North, Counter staff: 5 of 10 came. The policy asks for 90 %.";
    const page = await pia.get(`${at}/rollout`);
    expect(page.text).toContain("Training that is missing");
    expect(page.text).toContain(words);
    const refused = await pia.post(`${at}/rollout/waves/1/opening`, {});
    expect(refused.status).toBe(409);
    expect(refused.text.split(words)).toHaveLength(3);
  });

  test("where it is met: the form to whoever writes it, what is stated to others", async () => {
    const at = await waiting({ held: "no" });
    const page = await pia.get(`${at}/rollout`);
    expect(page.text).toContain("North, Counter staff: the training has not been held.");
    const [, form = ""] = /<a href="([^"]+)">State what was held since</.exec(page.html) ?? [];
    expect((await pia.get(form)).status).toBe(200);
    const [, stated = ""] = /<a href="([^"]+)">Training by wave/.exec((await auditor.get(`${at}/rollout`)).html) ?? [];
    expect((await auditor.get(stated)).text).toContain("North");
  });

  test("that training of another wave is none of this one", async () => {
    const at = await waiting({ wave: 2 });
    const page = await pia.get(`${at}/rollout`);
    expect(page.text).toContain("No training is planned for wave 1.");
    expect(page.text).not.toContain("No training is planned for wave 2.");
  });

  test("nothing of what is not missing", async () => {
    const at = await waiting({});
    const { text } = await pia.get(`${at}/rollout`);
    expect(text).not.toContain("wave 1.");
    expect(text).toContain("No training is planned for wave 2.");
    expect((await pia.post(`${at}/rollout/waves/1/opening`, {})).status).toBe(303);
    const none = await waiting(null);
    expect((await pia.get(`${none}/rollout`)).text).toContain("The training of wave 1 is not on record");
  });
});
