import { setImmediate } from "node:timers/promises";
import type { MappedRow } from "../../domain/imports/mapping.ts";
import type { ImportKind } from "../../domain/imports/fields.ts";
import { planDepartments, planPeople } from "../../domain/imports/plan-house.ts";
import type { PlannedRow } from "../../domain/imports/plan.ts";
import { planTechnologies } from "../../domain/imports/plan-technologies.ts";
import type { Bearer } from "../../domain/imports/plan-technologies.ts";
import { isEnd } from "../../domain/technology/state/stage.ts";
import { mayAuthor } from "../../domain/technology/state/people.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import { textKey } from "../../domain/words/plain-text.ts";
import type { Actor } from "../outcome.ts";
import { readerOf } from "../reader.ts";
import type { Services } from "../services.ts";
import { texts } from "../texts.ts";

/** Rows looked at before requests come between. */
const inTurn = 50;

/** What becomes of each row on what is here now. The views must have caught up. */
export async function plannedOn(
  services: Services,
  actor: Actor,
  kind: ImportKind,
  rows: readonly MappedRow[],
): Promise<readonly PlannedRow[]> {
  const planned: PlannedRow[] = [];
  for (const row of await planOn(services, actor, kind, rows)) {
    planned.push(row);
    if (planned.length % inTurn === 0) await setImmediate();
  }
  return planned;
}

async function planOn(
  services: Services,
  actor: Actor,
  kind: ImportKind,
  rows: readonly MappedRow[],
): Promise<Iterable<PlannedRow>> {
  const { views } = services;
  const departments = new Set(views.departments.open().map(({ key }) => key));
  switch (kind) {
    case "technologies": {
      const [sponsors, bearers] = [await sponsorsIn(services, actor, rows), await bearersIn(services, actor, rows)];
      return planTechnologies(rows, { departments, sponsors, bearers });
    }
    case "departments":
      return planDepartments(rows, new Map(views.departments.all().map((department) => [department.key, department])));
    case "people":
      return planPeople(rows, { departments, people: await peopleIn(services, rows) });
  }
}

/** Whom a row names; whoever imports sponsors what names nobody. */
async function sponsorsIn(
  services: Services,
  actor: Actor,
  rows: readonly MappedRow[],
): Promise<ReadonlyMap<string, string>> {
  const active = new Set(services.views.people.active().map(({ id }) => id));
  const called = new Set(rows.map(({ values }) => values["sponsor"] ?? ""));
  const known = new Map<string, string>([["", actor.id]]);
  for (const [at, address] of [...called].entries()) {
    if (at % inTurn === inTurn - 1) await setImmediate();
    const person = address === "" ? null : await calledSo(services, address);
    if (person !== null && active.has(person)) known.set(address, person);
  }
  return known;
}

/** By address, or by the whole name where one person alone is called so. */
async function calledSo({ accounts: { identities } }: Services, text: string): Promise<string | null> {
  const holder = await identities.byEmail(text);
  if (holder !== null) return holder.person;
  const named = await identities.search({ text, among: null, limit: 10 });
  const [only, another] = named.filter(({ name }) => textKey(name) === textKey(text));
  return only === undefined || another !== undefined ? null : only.person;
}

async function peopleIn(
  { accounts, views }: Services,
  rows: readonly MappedRow[],
): Promise<ReadonlyMap<string, string>> {
  const known = new Map<string, string>();
  for (const [at, { values }] of rows.entries()) {
    if (at % inTurn === inTurn - 1) await setImmediate();
    const email = values["email"] ?? "";
    const holder = email === "" ? null : await accounts.identities.byEmail(email);
    if (holder !== null && views.people.of(holder.person) !== null) known.set(textKey(email), holder.person);
  }
  return known;
}

async function bearersIn(
  services: Services,
  actor: Actor,
  rows: readonly MappedRow[],
): Promise<ReadonlyMap<string, Bearer>> {
  const bearers = new Map<string, Bearer>();
  for (const [at, { values }] of rows.entries()) {
    if (at % inTurn === inTurn - 1) await setImmediate();
    const name = values["name"] ?? "";
    const key = textKey(name);
    if (key === "" || bearers.has(key)) continue;
    const bearer = await bearerOf(services, actor, name);
    if (bearer === null) continue;
    bearers.set(key, bearer);
    // Whose record is read and folded for it: that is work enough for one turn.
    await setImmediate();
  }
  return bearers;
}

async function bearerOf(services: Services, actor: Actor, name: string): Promise<Bearer | null> {
  const namesakes = services.views.portfolio.namesakes(name);
  const bearer = namesakes.find(({ stage }) => !isEnd(stage)) ?? namesakes.at(-1);
  const technology = bearer === undefined ? null : await services.views.technologyState(bearer.id);
  if (bearer === undefined || technology === null) return null;
  const mine = readerOf(services, actor, technology).all && mayAuthor(technology, actor.id).length === 0;
  const { slug, stage, version } = technology;
  return { id: bearer.id, slug, stage, version, mine, before: mine ? await saysNow(services, actor, technology) : {} };
}

/** A proposal as a row says one. */
async function saysNow(
  services: Services,
  actor: Actor,
  technology: Technology,
): Promise<Readonly<Record<string, string>>> {
  const { proposal, imported } = technology;
  const { summary, need, needOf } = proposal;
  const words = await texts(services, readerOf(services, actor, technology), [summary, need, needOf]);
  const text = (digest: string): string => {
    const result = words.get(digest);
    return result?.kind === "text" ? result.text : "";
  };
  return {
    summary: text(summary),
    need: text(need),
    needOf: text(needOf),
    department: proposal.department,
    sponsor: proposal.sponsor,
    stage: imported?.stage ?? "proposed",
    tier: proposal.tierStated ? proposal.tier : "open",
    standards: proposal.standards.join("; "),
    users: String(proposal.demand.users ?? ""),
    annual: String(proposal.cost.annual ?? ""),
  };
}
