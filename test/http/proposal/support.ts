import type { Member, Site } from "../../support/http.ts";

export const need = "People wait for hours at the counter of the vehicle registry.";

/** A proposal as a planner types it, complete. */
export const typed = (sponsor: string, over: Record<string, string> = {}): Record<string, string> => ({
  name: "Counter queue forecast",
  summary: "Says how long the queue will be.",
  need,
  needOf: "Visitors of the counter",
  department: "transport",
  sponsor,
  "demand.users": "4000",
  "demand.requestsPerSecond": "40",
  "demand.recordsPerHour": "",
  "cost.pilot": "20000",
  "cost.annual": "60000",
  "cost.currency": "CNY",
  tier: "I",
  standards: "WCAG 2.2\nGB/T 37964",
  dataClass: "general",
  personalInformation: "none",
  risks: "",
  ...over,
});

export async function withDepartment(site: Site): Promise<Member> {
  const administrator = await site.signedIn("administrator");
  await administrator.post("/people/departments", { "name.en": "Transport", "name.zh": "交通局", key: "transport" });
  return administrator;
}
