import { afterAll, beforeAll, expect, it } from "vitest";
import { replayDecision } from "../../../src/application/replay.ts";
import { sweepAll } from "../../../src/application/sweep.ts";
import { defaultPolicy, plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { tiers } from "../../../src/domain/words/tier.ts";
import { publishEarlyPolicy } from "../../support/early-policy.ts";
import { HandClock } from "../../support/house.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { proposed, vote } from "../gate/support.ts";
import { withDepartment } from "../proposal/support.ts";
import { does, opening } from "./taking-part.ts";

let site: Site;
let planner: Member;
let approver: Member;
const clock = new HandClock();

/** A house that asks the public before anything is admitted. */
const asking = () => {
  const rule = defaultPolicy.gates.rollout.conditions.find(({ key }) => key === "consultation")!;
  const { admission } = plainPolicy.gates;
  const conditions = [...admission.conditions, { ...rule, tiers }];
  return { ...defaultPolicy, gates: { ...plainPolicy.gates, admission: { ...admission, conditions } } };
};

beforeAll(async () => {
  site = await startSite({}, clock, (services) => publishEarlyPolicy(services, asking()));
  await withDepartment(site);
  [planner, approver] = [await site.signedIn("planner"), await site.signedIn("approver")];
});
afterAll(() => site.stop());

it("a decision that rested on a consultation is recomputed as it was, whatever is asked later", async () => {
  const slug = await proposed(site, planner, "Queue screen", { tier: "I" });
  const about = { site, planner, slug };
  await does(about, opening(about));
  clock.day(40);
  await sweepAll(site.services);
  const [heard, did] = [{ text: "Nobody wrote." }, { text: "It goes on." }];
  await does(about, { type: "AnswerConsultation", consultation: "k1", heard, did });
  const open = (await approver.get(`/technologies/${slug}/gates/admission`)).text;
  expect(open).toContain("The public was consulted and answered");
  expect((await vote(approver, slug, { option: "approve" })).status).toBe(200);
  await does(about, opening(about, { title: "And once more" }));
  const replay = await replayDecision(site.services, `${slug}/admission`);
  expect([replay?.same, replay?.differences]).toEqual([true, []]);
});
