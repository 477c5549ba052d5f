import { randomUUID } from "node:crypto";
import { handle } from "../../../src/application/handle.ts";
import { onTechnology } from "../../../src/application/on-technology.ts";
import { addDays } from "../../../src/domain/words/days.ts";
import type { Member, Site } from "../../support/http.ts";
import { aPlan } from "../../support/house.ts";
import { admitted } from "../pilot/support.ts";

/** A technology whose pilot is open since today: its slug. */
export async function piloting(
  site: Site,
  planner: Member,
  approver: Member,
  name: string,
  over: Parameters<typeof aPlan>[0] = {},
): Promise<string> {
  const { services } = site;
  const slug = await admitted(site, planner, approver, name);
  const technology = services.views.portfolio.bySlug(slug)?.id ?? "";
  const today = services.today();
  const plan = aPlan({ startsOn: today, looks: [addDays(today, 14), addDays(today, 49)], ...over });
  for (const command of [{ type: "LockPilotPlan", plan }, { type: "OpenPilot" }] as const) {
    const by = {
      actor: { id: planner.id, roles: ["planner"] as const },
      role: "planner" as const,
      commandId: randomUUID(),
    };
    const outcome = await handle(services, by, onTechnology(technology, command));
    if (outcome.kind !== "accepted") throw new Error(JSON.stringify(outcome));
  }
  return slug;
}

/** Answer sheets of so many people, all alike but for one item; a seed gives other people. */
export function susCsv(people: number, seed = "P", group = "staff"): string {
  const rows = Array.from(
    { length: people },
    (_, i) => `${seed}${i},${group},${i % 2 === 0 ? 4 : 5},2,5,1,4,2,5,2,4,1`,
  );
  return `respondent,group,q1,q2,q3,q4,q5,q6,q7,q8,q9,q10\n${rows.join("\n")}\n`;
}

export const piece = (name: string, content: string | Buffer) => ({ field: "files", name, content });
