import { randomUUID } from "node:crypto";
import { handle } from "../../../src/application/handle.ts";
import { onTechnology } from "../../../src/application/on-technology.ts";
import { propose } from "../../../src/application/propose.ts";
import type { Raw, RawTechnologyCommand } from "../../../src/application/raw-command.ts";
import type { Role } from "../../../src/domain/people/roles.ts";
import type { Proposal } from "../../../src/domain/technology/state/proposal.ts";
import type { Member, Page, Site } from "../../support/http.ts";
import { aProposal, mustAccept } from "../../support/house.ts";

/** One who does it, and in which role. */
export type By = { readonly id: string; readonly role: Role };
export const as = (member: { readonly id: string }, role: Role): By => ({ id: member.id, role });

const submission = ({ id, role }: By) => ({ actor: { id, roles: [role] }, role, commandId: randomUUID() });

/** A proposal of tier IV, where two approvers admit, without its cost: one condition is open. */
export async function proposed(
  site: Site,
  planner: Member,
  name: string,
  over: Partial<Raw<Proposal>> = {},
): Promise<string> {
  const proposal = aProposal({ name, tier: "IV", department: "transport", sponsor: planner.id, ...over });
  mustAccept(await propose(site.services, { ...submission(as(planner, "planner")), proposal, predecessor: null }));
  await site.services.views.catchUp();
  return (
    site.services.views.portfolio.page({ sort: "updated", descending: true, search: name, limit: 1 }).rows[0]?.slug ??
    ""
  );
}

export const noCost = { cost: { pilot: null, annual: null, currency: "EUR" } } as const;

export async function must(site: Site, by: By, slug: string, command: RawTechnologyCommand): Promise<void> {
  const technology = site.services.views.portfolio.bySlug(slug)?.id ?? "";
  mustAccept(await handle(site.services, submission(by), onTechnology(technology, command)));
}

export const gatePath = (slug: string, gate = "admission"): string => `/technologies/${slug}/gates/${gate}`;

/** Opens the gate's page and votes on what it shows, as a browser does. */
export async function vote(
  member: Member,
  slug: string,
  fields: Record<string, string>,
  gate = "admission",
): Promise<Page> {
  const page = await member.get(gatePath(slug, gate));
  const hidden = { ground: page.value("ground"), commandId: page.value("commandId") };
  return member.send(`${gatePath(slug, gate)}/votes`, { ...hidden, reason: "It is worth it.", ...fields });
}
