import { publishDefaultPolicy } from "../../../src/application/default-policy.ts";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import type { SafeguardKey } from "../../../src/domain/safeguard-kinds/kinds.ts";
import { startSite } from "../../support/http.ts";
import type { Browser, Fields, Member, Page, Site } from "../../support/http.ts";
import { proposed } from "../gate/support.ts";
import { withDepartment } from "../proposal/support.ts";

/** A site whose policy asks for these kinds at the admission of every technology. */
export async function siteAsking(...kinds: readonly SafeguardKey[]): Promise<Site> {
  const { admission } = plainPolicy.gates;
  const asked = kinds.map((key) => ({ key, waivable: true, deferrable: true }));
  const gates = {
    ...plainPolicy.gates,
    admission: { ...admission, conditions: [...admission.conditions, ...asked] },
  };
  const site = await startSite({}, undefined, (services) => publishDefaultPolicy(services, { ...plainPolicy, gates }));
  await withDepartment(site);
  return site;
}

/** Where a technology of this name stands, proposed by this planner. */
export const place = async (site: Site, planner: Member, name: string): Promise<string> =>
  `/technologies/${await proposed(site, planner, name, { tier: "II", personalInformation: "general" })}`;

/** Answers as a form sends them. */
export const answers = (given: Fields): Fields =>
  Object.fromEntries(Object.entries(given).map(([key, value]) => [`answers.${key}`, value]));

export const oneTie: Fields = answers({
  anybody: "yes",
  "ties.0.organisation": "Beta Systems",
  "ties.0.relation": "supplied",
  "ties.0.tiedFrom": "2024-01-01",
});

export const oneSet: Fields = answers({
  "sets.0.setName": "Queue tickets",
  "sets.0.holds": "Numbers and waiting times of each visit.",
  "sets.0.object": "publicInterest",
  "sets.0.degree": "serious",
  "sets.0.personal": "none",
  "sets.0.retentionUnit": "months",
  "sets.0.retention": "6",
  "sets.0.shared": "no",
  "sets.0.abroad": "no",
  promised: "no",
});

/** Writes and hands in; the page that follows. */
export const handIn = (planner: Browser, at: string, kind: SafeguardKey, fields: Fields): Promise<Page> =>
  planner.send(`${at}/safeguards/new/${kind}`, { ...fields, intent: "submit" });

/** Opens the statement and reviews what it shows, as a browser does. */
export async function review(
  reviewer: Browser,
  at: string,
  item: string,
  outcome: "accepted" | "returned",
  text = "",
): Promise<Page> {
  const page = await reviewer.get(`${at}/safeguards/${item}`);
  const hidden = { of: page.value("of"), commandId: page.value("commandId") };
  return reviewer.send(`${at}/safeguards/${item}/review`, { ...hidden, outcome, text });
}
