import { randomUUID } from "node:crypto";
import type { Accounts } from "../../../src/authority/accounts.ts";
import type { Role } from "../../../src/domain/people/roles.ts";
import type { JsonObject } from "../../../src/domain/words/json.ts";
import type { LedgerEvent } from "../../../src/ledger/port.ts";
import { idOf } from "./copy.ts";
import type { Write } from "./writer.ts";

export interface Somebody {
  readonly person: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly department: string;
}

/** Of twenty people thirteen plan, four evaluate, two approve; of forty one audits and one is without a role. */
const roleOf = (n: number): readonly Role[] =>
  n % 20 < 13
    ? ["planner"]
    : n % 20 < 17
      ? ["evaluator"]
      : n % 20 < 19
        ? ["approver"]
        : n % 40 === 19
          ? ["auditor"]
          : [];

const given = ["Ana", "Bo", "Chen", "Dora", "Emil", "Fang", "Gao", "Hana", "Ivo", "Jun", "Kai", "Lin", "Mei", "Nora"];
const family = ["Adler", "Baum", "Cui", "Dong", "Ekholm", "Feng", "Grau", "Hu", "Iwu", "Jiang", "Kolm", "Liang", "Mo"];

export const somebody = (n: number, departments: readonly string[]): Somebody => ({
  person: Buffer.from(idOf(`person ${n}`))
    .toString("hex")
    .slice(0, 20),
  email: `person${n}@bench.invalid`,
  roles: roleOf(n),
  department: departments[n % departments.length] ?? "",
});

const nameOf = (n: number): string =>
  `${given[n % given.length] ?? ""} ${family[(n * 5 + (n >> 4)) % family.length] ?? ""} ${n}`;

/** Names beside the ledger, roles onto it, as an administrator adds them; nobody of them has a password. */
export async function addPeople(
  write: Write,
  accounts: Accounts,
  by: LedgerEvent,
  people: readonly Somebody[],
): Promise<void> {
  for (const [n, { person, email, roles, department }] of people.entries()) {
    await accounts.identities.add(person, nameOf(n), email);
    await write(simple(by, `person-${person}`, "PersonAdded", { roles, department }));
  }
}

/** Departments of the names department 1 … n; answers their keys. */
export async function addDepartments(write: Write, by: LedgerEvent, count: number): Promise<string[]> {
  const keys = Array.from({ length: count }, (_, n) => `office-${n + 1}`);
  for (const [n, key] of keys.entries()) {
    const name = { en: `Office ${n + 1} of the districts`, zh: `区县第${n + 1}办公室` };
    await write({ ...simple(by, "departments", "DepartmentAdded", { key, name }) });
  }
  return keys;
}

/** One entry by the same person at the same time. */
export const simple = (by: LedgerEvent, stream: string, type: string, payload: JsonObject) => ({
  stream,
  events: [{ ...by, stream, type, schema: 1, payload, position: 0, command: randomUUID() }],
  effects: {},
  texts: [],
});
