import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publishDefaultPolicy } from "../../../src/application/default-policy.ts";
import { sweepAll } from "../../../src/application/sweep.ts";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { addDays } from "../../../src/domain/words/days.ts";
import { HandClock } from "../../support/house.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { as, gatePath, must, vote } from "../gate/support.ts";
import { admitted, typedPlan } from "../pilot/support.ts";
import { withDepartment } from "../proposal/support.ts";
import { does, opening, pollOf } from "./taking-part.ts";
import type { Consulting } from "./taking-part.ts";

/** What a gate says of consultations, as its approver reads it, through everything that can be missing. */
let site: Site;
let clock: HandClock;
let planner: Member;
let approver: Member;

beforeAll(async () => {
  clock = new HandClock();
  const { completion } = plainPolicy.gates;
  const asked = { key: "consultation", waivable: true, deferrable: true } as const;
  const gates = {
    ...plainPolicy.gates,
    completion: { ...completion, conditions: [...completion.conditions, asked] },
  };
  site = await startSite({}, clock, (services) => publishDefaultPolicy(services, { ...plainPolicy, gates }));
  await withDepartment(site);
  planner = await site.signedIn("planner");
  approver = await site.signedIn("approver");
});
afterAll(() => site.stop());

/** In its pilot. */
async function technologyOf(name: string): Promise<Consulting> {
  const slug = await admitted(site, planner, approver, name);
  await planner.send(`/technologies/${slug}/plan`, typedPlan(site));
  return { site, planner, slug };
}

/** The part of the gate's page about consultations. */
async function gateOf({ slug }: Consulting): Promise<string> {
  const { text } = await approver.get(gatePath(slug, "completion"));
  return text.slice(text.lastIndexOf("The public was consulted"));
}

const inside = ({ slug }: Consulting, rest = ""): string => `/technologies/${slug}/consultations${rest}`;

const letters = async (about: Consulting, ...texts: readonly string[]): Promise<readonly string[]> => {
  const ids: string[] = [];
  for (const text of texts) {
    const form = await planner.get(inside(about, "/k1/contributions/new"));
    const fields = { code: form.value("code"), receivedOn: form.value("receivedOn"), channel: "letter", text };
    const page = await planner.post(inside(about, "/k1/contributions/new"), fields);
    ids.push(/contributions\/([0-9a-f]{32})/.exec(page.html)?.[1] ?? "");
  }
  return ids;
};

const answered = { heard: "What we heard in all of it", did: "What we did about all of it" };

describe("the condition of a gate", () => {
  it("follows a consultation in writing from nothing to its answer, with what to do each time", async () => {
    const about = await technologyOf("Queue screen");
    expect(await gateOf(about)).toMatch(/No consultation was held\. .*Hold a consultation before the vote/);
    await does(about, opening(about));
    expect(await gateOf(about)).toContain("Consultation k1 is running until");
    const [first = ""] = await letters(about, "Larger letters");
    clock.day(31);
    await sweepAll(site.services);
    expect(await gateOf(about)).toContain("Consultation k1: 1 contribution is in no point.");
    await planner.send(inside(about, "/k1/points/new"), { text: "Letters", origin: "contributions" });
    await planner.send(inside(about, "/k1/contributions/put"), { contribution: [first], point: ["p1"] });
    expect(await gateOf(about)).toContain("Consultation k1: 1 point is not answered.");
    await planner.send(inside(about, "/k1/points/p1/answer"), { disposition: "not-adopted", reason: "Too dear" });
    expect(await gateOf(about)).toContain("The answer to consultation k1 is not public yet; it is due by");
    clock.day(92);
    await sweepAll(site.services);
    expect(await gateOf(about)).toContain("The answer to consultation k1 was due by");
    await planner.send(inside(about, "/k1/answer"), answered);
    expect(await gateOf(about)).toContain(
      "Consultation k1 is answered: 1 contribution; points, each with its answer: 1.",
    );
  });

  it("counts none that was opened after a vote, nor one that was withdrawn", async () => {
    const about = await technologyOf("Bus lane");
    await must(site, as(planner, "planner"), about.slug, { type: "OpenPilot" });
    await vote(approver, about.slug, { option: "abstain" }, "completion");
    await does(about, opening(about));
    expect(await gateOf(about)).toContain("The consultation was opened after the vote: it counts as none.");
    await planner.send(inside(about, "/k1/withdrawal"), { reason: "Too late to matter" });
    expect(await gateOf(about)).toContain("The consultation was withdrawn, and none other was held.");
  });

  it("asks for the minutes of a hearing, for somebody who was represented, and for what was said", async () => {
    const about = await technologyOf("Ramp");
    const closesOn = addDays(site.services.today(), 12);
    await does(
      about,
      opening(about, { kind: "hearing", place: { text: "Town hall" }, closesOn, respondBy: addDays(closesOn, 20) }),
    );
    clock.day(105);
    await sweepAll(site.services);
    expect(await gateOf(about)).toContain("Hearing k1 has no minutes.");
    const minutes = { heldOn: closesOn, groups: "", serving: "Registry: 3", minutes: "They asked for a ramp." };
    await planner.send(inside(about, "/k1/minutes"), minutes);
    expect(await gateOf(about)).toContain("At hearing k1 only serving staff were heard");
    await planner.send(inside(about, "/k1/minutes"), { ...minutes, groups: "Wheelchair users: 4: Ann" });
    expect(await gateOf(about)).toContain("Consultation k1: what was said or chosen has been put into no point.");
  });

  it("is not met by the result of a poll alone", async () => {
    const about = await technologyOf("Colours");
    await does(about, opening(about, { kind: "poll", poll: pollOf("link", 50) }));
    clock.day(136);
    expect(await gateOf(about)).toContain("Poll k1 has not been counted.");
    await sweepAll(site.services);
    expect(await gateOf(about)).toContain("Consultation k1: what was said or chosen has been put into no point.");
  });
});
