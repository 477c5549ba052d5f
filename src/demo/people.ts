import { randomUUID } from "node:crypto";
import { addPerson } from "../application/people/add-person.ts";
import { hashPassword } from "../application/people/passwords.ts";
import { addAdministrator } from "../application/people/set-up.ts";
import { handle } from "../application/handle.ts";
import { onDepartments } from "../application/on-departments.ts";
import type { Services } from "../application/services.ts";
import { cast, departments, type Member } from "./cast.ts";

export const address = (member: Member): string => `${member.login}@demo.invalid`;

/** Adds the departments and the cast through the administrator's own commands; gives everybody the one password. */
export async function addPeople(
  services: Services,
  language: "en" | "zh",
  password: string,
): Promise<ReadonlyMap<string, { readonly id: string; readonly member: Member }>> {
  const [first, ...others] = cast;
  if (first === undefined) throw new Error("Nobody is cast");
  const id = await addAdministrator(services, { name: first.name[language], email: address(first) });
  const people = new Map([[first.login, { id, member: first }]]);
  const administrator = { actor: { id, roles: first.roles }, role: "administrator" as const };
  for (const { key, name } of departments) {
    const outcome = await handle(
      services,
      { ...administrator, commandId: randomUUID() },
      onDepartments({ type: "AddDepartment", key, name }),
    );
    if (outcome.kind !== "accepted") throw new Error(`Department ${key}: ${JSON.stringify(outcome)}`);
  }
  for (const member of others) {
    const added = await addPerson(services, {
      ...administrator,
      commandId: randomUUID(),
      name: member.name[language],
      email: address(member),
      roles: member.roles,
      department: member.department,
    });
    if ("kind" in added || added.outcome.kind !== "accepted")
      throw new Error(`${member.login}: ${JSON.stringify(added)}`);
    people.set(member.login, { id: added.person, member });
  }
  const hash = await hashPassword(password);
  for (const person of people.values()) await services.accounts.identities.setPassword(person.id, hash);
  return people;
}
