import { randomUUID } from "node:crypto";
import { handle } from "../../../src/application/handle.ts";
import { onDepartments } from "../../../src/application/on-departments.ts";
import { publishPlainPolicy } from "../../support/plain-policy.ts";
import { addPerson } from "../../../src/application/people/add-person.ts";
import { hashPassword } from "../../../src/application/people/passwords.ts";
import { propose } from "../../../src/application/propose.ts";
import { openServices } from "../../../src/application/open-services.ts";
import type { Services } from "../../../src/application/services.ts";
import { readConfig } from "../../../src/config.ts";
import type { Role } from "../../../src/domain/people/roles.ts";
import { aProposal, mustAccept } from "../../support/house.ts";

export const password = "a long enough sentence";

export interface Prepared {
  /** E-mail addresses of planners; all have the same password. */
  readonly planners: readonly string[];
  readonly sponsor: string;
  readonly slugs: readonly string[];
}

export const openFolder = (dataDir: string): Promise<Services> =>
  openServices(readConfig({}, { dataDir, logLevel: "silent" }));

/** A house in a folder, with people who can sign in and technologies to write about. */
export async function prepare(dataDir: string): Promise<Prepared> {
  const services = await openFolder(dataDir);
  const { accounts } = services;
  const hash = await hashPassword(password);
  const system = () => ({ actor: { id: "system", roles: [] }, role: "system" as const, commandId: randomUUID() });
  const join = async (email: string, role: Role): Promise<string> => {
    const added = await addPerson(services, {
      ...system(),
      name: email,
      email,
      roles: [role],
      department: "health",
    });
    if ("kind" in added) throw new Error(added.kind);
    mustAccept(added.outcome);
    await accounts.identities.setPassword(added.person, hash);
    return added.person;
  };
  await publishPlainPolicy(services);
  const command = { type: "AddDepartment", key: "health", name: { en: "Health", zh: "卫生" } } as const;
  mustAccept(await handle(services, system(), onDepartments(command)));
  const planners = ["ann@example.org", "bob@example.org"];
  const [planner = ""] = await Promise.all(planners.map((email) => join(email, "planner")));
  const sponsor = await join("eve@example.org", "approver");
  const slugs: string[] = [];
  for (const name of ["Queue", "Permit", "Archive"]) {
    const by = {
      actor: { id: planner, roles: ["planner"] as const },
      role: "planner" as const,
      commandId: randomUUID(),
    };
    const { events } = mustAccept(
      await propose(services, { ...by, proposal: aProposal({ name, sponsor }), predecessor: null }),
    );
    slugs.push(events[0]?.payload["slug"] as string);
  }
  await services.close();
  return { planners, sponsor, slugs };
}
