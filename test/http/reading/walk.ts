import { randomUUID } from "node:crypto";
import { addPerson } from "../../../src/application/people/add-person.ts";
import { hashPassword } from "../../../src/application/people/passwords.ts";
import type { Role } from "../../../src/domain/people/roles.ts";
import type { Technology } from "../../../src/domain/technology/state/technology.ts";
import type { Route } from "../../../src/http/routes.ts";
import { password, scenesNamed, startDemo } from "../../support/demo.ts";
import type { DemoSite } from "../../support/demo.ts";
import { addressOf } from "../../support/address-of.ts";
import { browser } from "../../support/http.ts";
import type { Browser } from "../../support/http.ts";

/** Somebody at a browser: what they are, and whether the technology that is looked at concerns them. */
type Persona = { readonly what: string; readonly roles: readonly Role[]; readonly concerned: boolean };
export type Walker = Persona & { readonly email: string; readonly password: string; readonly browser: Browser };

export type Walk = {
  readonly demo: DemoSite;
  readonly routes: readonly Route[];
  readonly technology: Technology;
  readonly walkers: readonly Walker[];
  /** An address of the route that exists, about the technology. */
  readonly addressOf: (route: Route) => string;
};

/** A technology at its rollout gate, with amendments and dissent, and one of each kind of person around it. */
export async function startWalk(): Promise<Walk> {
  const demo = await startDemo(scenesNamed("Permit reply assistant", "Hospital appointment exchange"));
  const { views } = demo.services;
  await views.catchUp();
  const row = views.portfolio.page({ sort: "name", limit: 9, search: "Permit reply" }).rows[0]!;
  const walkers = await walkersOf(demo, (await views.technologyState(row.id))!);
  const author = await demo.as("planner");
  const question = { to: "approvers", about: "rollout", text: "Who pays for the second year of the reply desk?" };
  await author.post(`/technologies/${row.slug}/questions`, question);
  const technology = (await views.technologyState(row.id))!;
  // Nobody who walks: an administrator's forms act on them, and may move them.
  const person = views.people.all().find(({ department }) => department === "culture")!.id;
  return {
    demo,
    technology,
    walkers,
    routes: routesOf(demo),
    addressOf: ({ path }) => addressOf(path, technology, person),
  };
}

const routesOf = (demo: DemoSite): readonly Route[] => demo.app.locals["routes"] as readonly Route[];

const ownPassword = "quartz-basalt-4417-lamp";

async function walkersOf(demo: DemoSite, technology: Technology): Promise<Walker[]> {
  const { accounts } = demo.services;
  const known = await hashPassword(ownPassword);
  const own = technology.proposal.department;
  const joined = async (what: string, concerned: boolean, department: string, ...roles: Role[]): Promise<Walker> => {
    const email = `${what.replaceAll(" ", "-")}@walk.invalid`;
    const by = { actor: { id: "system", roles: [] }, role: "system", commandId: randomUUID() } as const;
    const added = await addPerson(demo.services, { ...by, name: what, email, roles, department });
    if (!("person" in added)) throw new Error(JSON.stringify(added));
    await accounts.identities.setPassword(added.person, known);
    const at = browser(demo.app);
    const page = await at.post("/sign-in", { email, password: ownPassword });
    if (page.status !== 303) throw new Error(`Not signed in as ${what}: ${page.text}`);
    return { what, roles, concerned, email, password: ownPassword, browser: at };
  };
  return [
    await joined("planner of the department", true, own, "planner"),
    await joined("evaluator of the department", true, own, "evaluator"),
    await joined("approver who may decide", true, "water", "approver"),
    await joined("auditor", true, "water", "auditor"),
    {
      ...{ what: "author", roles: ["planner"], concerned: true },
      ...{ email: "planner@demo.invalid", password, browser: await demo.as("planner") },
    },
    await joined("planner elsewhere", false, "water", "planner"),
    await joined("evaluator elsewhere", false, "water", "evaluator"),
    await joined("administrator", false, own, "administrator"),
    await joined("somebody without a role", false, own),
  ];
}
