import { propose } from "../../../src/application/propose.ts";
import { gateView } from "../../../src/application/gate.ts";
import { handle } from "../../../src/application/handle.ts";
import { onTechnology } from "../../../src/application/on-technology.ts";
import { addDays } from "../../../src/domain/words/days.ts";
import type { Member, Site } from "../../support/http.ts";
import { randomUUID } from "node:crypto";
import { aProposal } from "../../support/house.ts";

/** Proposed by the planner and admitted by an approver: its slug. */
export async function admitted(site: Site, planner: Member, approver: Member, name: string): Promise<string> {
  const { services } = site;
  const by = (id: string, role: "planner" | "approver") => ({
    actor: { id, roles: [role] },
    role,
    commandId: randomUUID(),
  });
  const proposed = await propose(services, {
    ...by(planner.id, "planner"),
    proposal: aProposal({ name, department: "transport", sponsor: planner.id }),
    predecessor: null,
  });
  if (proposed.kind !== "accepted") throw new Error(JSON.stringify(proposed));
  const technology = proposed.stream.replace("technology-", "");
  const ground = (await gateView(services, technology, "admission"))?.ground ?? "";
  const command = {
    type: "CastVote",
    gate: "admission",
    option: "approve",
    reason: { text: "Worth a pilot." },
    ground,
    onBehalfOf: null,
    lessons: null,
  } as const;
  const voted = await handle(services, by(approver.id, "approver"), onTechnology(technology, command));
  if (voted.kind !== "accepted") throw new Error(JSON.stringify(voted));
  await services.views.catchUp();
  return services.views.portfolio.byId(technology)?.slug ?? "";
}

/** A plan as a planner types it, from today on. */
export function typedPlan(site: Site, over: Record<string, string> = {}): Record<string, string> {
  const today = site.services.today();
  return {
    sites: "Two counters in the old town",
    siteCount: "2",
    startsOn: today,
    days: "14",
    services: "portal",
    latencyMs: "800",
    restoreMinutes: "60",
    "looks.0": addDays(today, 14),
    "looks.1": addDays(today, 49),
    "looks.2": "",
    "looks.3": "",
    exit: "Switch it off and hand the data back.",
    rollback: "Paper forms lie ready.",
    ...over,
  };
}
