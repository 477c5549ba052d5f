import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Member, Site } from "../../support/http.ts";
import { publishDefaultPolicy } from "../../../src/application/default-policy.ts";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { gatesAsking } from "../../../src/domain/policy/default/gates.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import { riskRegisterDefault } from "../../../src/domain/policy/safeguards/risk-register.ts";
import { tiers } from "../../../src/domain/words/tier.ts";
import { startSite } from "../../support/http.ts";
import { withDepartment } from "../proposal/support.ts";
import { answers, handIn, place, review } from "../safeguards/support.ts";

/** The plain one with the house's register: asked for at admission, and who answers at completion. */
const policy: Policy = {
  ...plainPolicy,
  gates: gatesAsking({
    admission: [["risk", tiers]],
    completion: [["risk-accepted", tiers]],
    rollout: [],
    adoption: [],
  }),
  safeguards: { ...plainPolicy.safeguards, riskRegister: riskRegisterDefault },
};

let site: Site;
let planner: Member;
let approver: Member;
let other: Member;
let at: string;
beforeAll(async () => {
  site = await startSite({}, undefined, (services) => publishDefaultPolicy(services, policy));
  await withDepartment(site);
  planner = await site.signedIn("planner");
  approver = await site.signedIn("approver");
  other = await site.signedIn("approver");
  at = await place(site, planner, "Counter queue");
});
afterAll(() => site.stop());

const risk = (over: Record<string, string> = {}) =>
  answers({
    seen: "risk",
    family: "social",
    riskName: "Queues at the counter",
    library: "counters-closed-early",
    cause: "Hours are cut.",
    event: "More people come than foreseen.",
    consequence: "They lose a day of work.",
    likelihood: "H",
    impact: "H",
    treatment: "reduce",
    treatmentHow: "Keep two counters open.",
    owner: planner.id,
    treatBy: "2099-01-01",
    treated: "no",
    ...over,
  });

/** One story from first to last: each test begins where the one before it ended. */
describe("a risk from the library to an approver who answers for it", () => {
  it("begins from a common one, with its words and its family", async () => {
    const library = await planner.get(`${at}/risks/library`);
    expect(library.text).toContain("No technology of this house has stated it yet.");
    const form = await planner.get(`${at}/safeguards/new/risk?library=counters-closed-early`);
    expect(form.text).toContain("Counting on the new channel, hours at the counter are cut.");
    expect(form.value("answers.riskName")).toBe("Counters close too early");
    expect(form.text).not.toContain("Rated by");
  });

  it("is rated by the policy's method, and stands in the register with what is left of it", async () => {
    await handIn(planner, at, "risk", risk());
    await review(approver, at, "g1", "accepted");
    const register = await planner.get(`${at}/risks`);
    expect(register.text).toContain("Above what may stand: 1; nobody answers for 1 of them.");
    expect(register.text).toContain("Without its controls high, with them high.");
    expect(register.html).toContain("c-heat-VH");
    // Beneath a narrow column a word stands upright, two characters lie flat; the other turned word names the axis.
    const turned = (html: string) =>
      (/c-heat--narrow.*?<\/svg>/s.exec(html)?.[0].split("rotate(-90)") ?? []).length - 1;
    expect(turned(register.html)).toBe(6);
    expect(turned((await planner.get(`${at}/risks`, { "Accept-Language": "zh-CN" })).html)).toBe(1);
    const page = await planner.get(`${at}/risks/g1`);
    expect(page.text).toContain("look-up table (NIST SP 800-30)");
    expect(page.text).toContain("No control is stated: the residual risk is the whole risk.");
  });

  it("is asked about by name: whoever asks is not offered, nor anybody who wrote it", async () => {
    const form = await planner.get(`${at}/risks/g1/acceptance`);
    expect(form.html).toContain(approver.id);
    expect(form.html).not.toContain(`value="${planner.id}"`);
    const fields = { of: form.value("of"), approver: approver.id, until: form.value("until"), text: "Until spring." };
    const wrong = await planner.send(`${at}/risks/g1/acceptance`, { ...fields, until: "2001-01-01" });
    expect(wrong.status).toBe(409);
    expect(wrong.text).toContain("Until spring.");
    const done = await planner.send(`${at}/risks/g1/acceptance`, fields);
    expect(done.text).toContain("An approver is asked to answer for it until");
    expect((await approver.get("/work")).text).toContain("Answer for risk “Queues at the counter”, or not");
    expect((await other.get("/work")).text).not.toContain("Answer for risk “Queues at the counter”, or not");
  });

  it("offers the answer to the approver who was asked alone, and refuses another's", async () => {
    expect((await other.get(`${at}/risks/g1`)).text).not.toContain("You are asked to answer for this risk");
    const page = await approver.get(`${at}/risks/g1`);
    const fields = { acceptance: page.value("acceptance"), of: page.value("of"), until: page.value("until") };
    const forged = await other.post(`${at}/risks/g1`, { ...fields, choice: "accept", text: "" });
    expect(forged.status).toBe(409);
    expect(forged.text).toContain("Another approver was asked by name.");
  });

  it("is given by name, and shows until when", async () => {
    const page = await approver.get(`${at}/risks/g1`);
    const fields = {
      acceptance: page.value("acceptance"),
      of: page.value("of"),
      until: page.value("until"),
      choice: "accept",
      text: "Watched weekly.",
      commandId: page.value("commandId"),
    };
    const given = await approver.send(`${at}/risks/g1`, fields);
    expect(given.text).toContain("A named approver answers for it until");
    const register = await planner.get(`${at}/risks`);
    expect(register.text).toContain("above, accepted");
    expect((await planner.get(`${at}/risks/g1`)).text).toContain("answers for risk g1 (high) until");
  });

  it("stands among the risks of the house, on the gate's page and the technology's", async () => {
    const across = await planner.get("/risks");
    expect(across.text).toContain("Queues at the counter");
    expect((await planner.get("/risks?state=unanswered")).text).not.toContain("Queues at the counter");
    expect((await planner.get("/risks?family=social&state=accepted")).text).toContain("Queues at the counter");
    expect((await planner.get(at)).text).toContain("Worst risks");
    expect((await planner.get(`${at}/gates/admission`)).text).toContain("Queues at the counter");
    expect((await planner.get(`${at}/gates/admission/dossier`)).text).toContain("Queues at the counter");
    expect((await planner.get("/risks/library")).text).toContain("Technologies that stated it: 1");
  });

  it("goes into files, with its levels", async () => {
    expect((await planner.get(`${at}/risks.csv`)).html).toContain("Queues at the counter");
    expect((await planner.get("/risks.csv")).html).toContain("Queues at the counter");
  });

  it("lapses with an edit, and is said to", async () => {
    await planner.send(`${at}/safeguards/g1/edit`, {
      ...risk({ consequence: "They lose two days." }),
      intent: "submit",
    });
    await review(approver, at, "g1", "accepted");
    expect((await planner.get(`${at}/risks/g1`)).text).toContain("The acceptance lapsed: the risk was edited since.");
  });
});
