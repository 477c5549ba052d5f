import { afterAll, beforeAll, expect, test } from "vitest";
import { publishDefaultPolicy } from "../../../src/application/default-policy.ts";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { withDepartment } from "../proposal/support.ts";
import { place } from "./support.ts";

let site: Site;
let planner: Member;
let at: string;

beforeAll(async () => {
  const { admission, rollout } = plainPolicy.gates;
  const asking = (key: "supplier-ties" | "conformance") => ({ key, waivable: true, deferrable: true });
  const gates = {
    ...plainPolicy.gates,
    admission: { ...admission, conditions: [...admission.conditions, asking("supplier-ties")] },
    rollout: { ...rollout, conditions: [...rollout.conditions, asking("conformance")] },
  };
  site = await startSite({}, undefined, (services) => publishDefaultPolicy(services, { ...plainPolicy, gates }));
  await withDepartment(site);
  planner = await site.signedIn("planner");
  at = await place(site, planner, "Appointment reminder");
});
afterAll(() => site.stop());

test("what the nearest gate asks for is written first", async () => {
  const { html, text } = await planner.get(`${at}/safeguards`);
  expect(html.indexOf('id="supplier-ties"')).toBeLessThan(html.indexOf('id="conformance"'));
  expect(text).toContain("2 things that the gates ask of this technology do not stand yet.");
});

test("what no gate asks for is a line with its button, and says neither that it is not asked for nor that it is not begun", async () => {
  const { html, text } = await planner.get(`${at}/safeguards`);
  expect(text.match(/Not begun/g)).toHaveLength(2);
  expect(text).not.toContain("No gate asks for it");
  expect(html.slice(html.indexOf('id="others"'))).toContain(`href="${at}/safeguards/new/risk"`);
});
