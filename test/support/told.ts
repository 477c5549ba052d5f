import { randomUUID } from "node:crypto";
import type { JsonObject } from "../../src/domain/words/json.ts";
import type { Role } from "../../src/domain/people/roles.ts";
import type { Technology } from "../../src/domain/technology/state/technology.ts";
import type { Member, Site } from "./http.ts";
import type { Happened } from "./technology.ts";

/** Who plays the people of the domain's stories: pia, eva, emil, ada … */
export type Cast = Readonly<Record<string, Member | { readonly id: string }>>;

const roles: { readonly [initial: string]: Role } = { p: "planner", e: "evaluator", a: "approver" };

/** A story of the domain written to the site's ledger as it is, with its own people in place of the story's. */
export async function told(
  site: Site,
  cast: Cast,
  story: readonly Happened[],
): Promise<{ readonly slug: string; readonly id: string }> {
  const id = randomUUID();
  const slug = `told-${id.slice(0, 8)}`;
  const played = (value: unknown): JsonObject => {
    const names = Object.entries(cast).reduce(
      (all, [name, member]) => all.replaceAll(`"${name}"`, `"${member.id}"`),
      JSON.stringify(value),
    );
    return JSON.parse(names.replaceAll('"queue-forecast"', `"${slug}"`)) as JsonObject;
  };
  let version = 0;
  for (const { event, actor, time } of story) {
    await site.services.ledger.append({
      stream: `technology-${id}`,
      expectedVersion: version,
      events: [{ ...event, payload: played(event.payload) }],
      actor: cast[actor]?.id ?? actor,
      role: actor === "system" ? "system" : (roles[actor[0] ?? ""] ?? "planner"),
      time,
      commandId: randomUUID(),
      commandDigest: "0".repeat(64),
      ...(version === 0 && { claims: [{ kind: "slug", key: slug }] }),
    });
    version += 1;
  }
  await site.services.views.catchUp();
  return { slug, id };
}

export async function stateOf(site: Site, id: string): Promise<Technology> {
  await site.services.views.catchUp();
  const state = await site.services.views.technologyState(id);
  if (state === null) throw new Error("No such technology");
  return state;
}
