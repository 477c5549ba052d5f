import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Accounts } from "../../../src/authority/accounts.ts";
import { hashPassword } from "../../../src/application/people/passwords.ts";
import { openLedger } from "../../../src/ledger/sqlite.ts";
import type { LedgerEvent } from "../../../src/ledger/port.ts";
import type { SqliteLedger } from "../../../src/ledger/sqlite.ts";
import { openViews } from "../../../src/projections/views.ts";
import { commitsOf } from "./commits.ts";
import type { Commit } from "./commits.ts";
import { accountsIn, copyIdentities, password } from "./demonstration.ts";
import { lifeOf, livesOf, writeLives } from "./lives.ts";
import { writeNotable } from "./notable.ts";
import { addDepartments, addPeople, somebody } from "./people.ts";
import type { Somebody } from "./people.ts";
import { writeTie } from "./tie.ts";
import { writerTo } from "./writer.ts";
import type { Write } from "./writer.ts";

export interface Size {
  readonly technologies: number;
  /** Beside the cast of the demonstration. */
  readonly people: number;
  readonly departments: number;
  /** Technologies that wait for the busy planner. */
  readonly waiting: number;
}

export const small: Size = { technologies: 1000, people: 1, departments: 0, waiting: 0 };
export const large: Size = { technologies: 100_000, people: 5000, departments: 300, waiting: 10_000 };

/** Technologies that are not in a tie: the demonstration's own, copies of them and the notable, the same in every size. */
const ordinary = 1000;

/** Each with the technology of the demonstration that it goes on from, and what it has more of. */
const notables = [
  { slug: "long-evaluation", like: "permit-reply-assistant", events: 2000 },
  { slug: "long-service", like: "parking-guidance", events: 2000 },
  { slug: "long-pilot", like: "air-quality-grid", events: 2000 },
  { slug: "twenty-pieces", like: "air-quality-grid", pieces: 20 },
  { slug: "five-hundred-pieces", like: "air-quality-grid", pieces: 500 },
  { slug: "listed-needs", like: "permit-reply-assistant", needs: 5 },
] as const;

/** The busy planner signs in with it; technologies wait for nobody else of the added people. */
export const busyEmail = somebody(0, []).email;

/**
 * A folder of the given size, every technology of it through the ledger's append and the projector: the demonstration's
 * commands in the order of their time, each once more for every copy; then what is long; then what is in a tie.
 */
export async function makeFolder(demonstration: string, folder: string, size: Size): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  cpSync(join(demonstration, "vault"), join(folder, "vault"), { recursive: true });
  const [from, to] = [openLedger({ dataDir: demonstration }), openLedger({ dataDir: folder })];
  // The disk is not waited for: what is measured comes afterwards.
  to.database.pragma("synchronous = OFF");
  try {
    const accounts = await accountsIn(to);
    await copyIdentities(await accountsIn(from), accounts);
    await writeAll(await commitsOf(from), writerTo(to), accounts, size);
    await project(folder, to);
  } finally {
    from.close();
    to.close();
  }
}

async function writeAll(commits: readonly Commit[], write: Write, accounts: Accounts, size: Size): Promise<void> {
  const lives = livesOf(commits);
  const before = commits.slice(0, commits.indexOf(lives.commits[0] as Commit));
  for (const commit of before) await write(commit);
  const house = await enlarge(
    write,
    before.flatMap(({ events }) => events),
    accounts,
    size,
  );
  await writeLives(write, lives, ordinary - notables.length);
  const { time } = lives.commits.at(-1)?.events.at(-1) as LedgerEvent;
  for (const { like, ...notable } of notables)
    await writeNotable(write, { ...notable, pattern: lifeOf(lives, like) }, time);
  const pattern = lifeOf(lives, "snow-clearing-orders");
  await writeTie(write, { pattern, count: size.technologies - ordinary, theirs: size.waiting, time, ...house });
}

interface House {
  readonly departments: readonly string[];
  readonly planners: readonly Somebody[];
  readonly busy: Somebody;
}

/** More departments and people than the demonstration has, added by its administrator. */
async function enlarge(write: Write, events: readonly LedgerEvent[], accounts: Accounts, size: Size): Promise<House> {
  const added = events.filter(({ type }) => type === "DepartmentAdded");
  const [by] = added;
  if (by === undefined) throw new Error("The demonstration has no departments");
  const offices = await addDepartments(write, by, size.departments);
  const departments = [...added.map(({ payload }) => payload["key"] as string), ...offices];
  const people = Array.from({ length: size.people }, (_, n) => somebody(n, departments));
  await addPeople(write, accounts, by, people);
  const planners = people.filter(({ roles }) => roles.includes("planner"));
  const [busy] = planners;
  if (busy === undefined) throw new Error("Nobody plans");
  await accounts.identities.setPassword(busy.person, await hashPassword(password));
  return { departments, planners, busy };
}

/** What read models write may have changed since the folder was made. */
export async function bringUpToDate(folder: string): Promise<void> {
  const ledger = openLedger({ dataDir: folder });
  try {
    await project(folder, ledger);
  } finally {
    ledger.close();
  }
}

async function project(folder: string, ledger: SqliteLedger): Promise<void> {
  const now = (): string => new Date().toISOString();
  const views = await openViews({ dataDir: folder, ledger, timeZone: "UTC", now });
  await views.catchUp();
  await views.close();
}
