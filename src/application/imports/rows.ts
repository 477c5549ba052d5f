import type { ImportPlan, RowOutcome } from "../../authority/imports.ts";
import { figureOf, standardsOf } from "../../domain/imports/plan-technologies.ts";
import type { PlannedRow } from "../../domain/imports/plan.ts";
import { assertedStages } from "../../domain/technology/state/imports.ts";
import type { ImportedRow } from "../../domain/technology/state/imports.ts";
import type { Proposal } from "../../domain/technology/state/proposal.ts";
import { technologies } from "../../domain/technology/technology-stream.ts";
import { roles } from "../../domain/people/roles.ts";
import { technologyKinds } from "../../domain/technology/state/kind.ts";
import { tiers } from "../../domain/words/tier.ts";
import { handle } from "../handle.ts";
import { onDepartments } from "../on-departments.ts";
import { onTechnology } from "../on-technology.ts";
import type { Actor, Outcome, Submission } from "../outcome.ts";
import { addPerson } from "../people/add-person.ts";
import { propose } from "../propose.ts";
import type { Raw } from "../raw-command.ts";
import type { Services } from "../services.ts";
import { technologyTask } from "../technology-task.ts";
import type { RowStep } from "./plan-rows.ts";
import { inWords } from "./proposal-words.ts";

export interface RowToDo {
  readonly plan: ImportPlan;
  readonly row: PlannedRow;
  /** Command ids of its steps. */
  readonly command: (step: RowStep) => string;
}

export interface RowResult {
  readonly result: RowOutcome;
  /** What it made or changed. */
  readonly subject: string | null;
}

/** By the commands that a person gives: whatever refuses one refuses the row. */
export async function carryOutRow(services: Services, actor: Actor, todo: RowToDo): Promise<RowResult> {
  const { plan, row } = todo;
  switch (plan.kind) {
    case "technologies":
      return row.does === "create" ? create(services, actor, todo) : update(services, actor, todo);
    case "departments":
      return department(services, actor, todo);
    case "people":
      return person(services, actor, todo);
  }
}

const by = (actor: Actor, role: "planner" | "administrator", commandId: string): Submission => ({
  actor,
  role,
  commandId,
});

async function create(services: Services, actor: Actor, { plan, row, command }: RowToDo): Promise<RowResult> {
  const outcome = await propose(services, {
    ...by(actor, "planner", command("propose")),
    proposal: proposalIn(row),
    predecessor: row.predecessor,
    imported: importedIn(plan, row),
  });
  const made = "stream" in outcome ? technologies.idOf(outcome.stream) : null;
  return { result: resultOf(outcome), subject: made };
}

/** The proposal with what the row changes, on the very version that was planned on; then what the file says of it. */
async function update(services: Services, actor: Actor, { plan, row, command }: RowToDo): Promise<RowResult> {
  const id = row.target ?? "";
  const revised = row.changes.filter((field) => field !== "stage");
  const steps = [
    async () => {
      const proposal = await revisedBy(services, id, row);
      if (proposal === null || revised.length === 0) return null;
      const version = row.version === null ? {} : { expectedVersion: row.version };
      const submission = { ...by(actor, "planner", command("revise")), ...version };
      return handle(services, submission, onTechnology(id, { type: "ReviseProposal", proposal }));
    },
    () =>
      handle(
        services,
        by(actor, "planner", command("record")),
        technologyTask(id, { type: "RecordImport", imported: importedIn(plan, row) }),
      ),
  ];
  for (const step of steps) {
    const outcome = await step();
    const result = outcome === null ? done : resultOf(outcome);
    if (result.is !== "done") return { result, subject: id };
  }
  return { result: done, subject: id };
}

/** Its words as they stand, but for those that the row changes. */
async function revisedBy(services: Services, id: string, row: PlannedRow): Promise<Raw<Proposal> | null> {
  const technology = await services.views.technologyState(id);
  if (technology === null) return null;
  const [before, now] = [await inWords(services, technology.proposal), proposalIn(row)];
  const changes = new Set(row.changes);
  const changed = (["summary", "need", "needOf", "department", "sponsor", "standards"] as const).filter((field) =>
    changes.has(field),
  );
  return {
    ...before,
    ...Object.fromEntries(changed.map((field) => [field, now[field]])),
    ...(changes.has("kind") && now.kind !== undefined && { kind: now.kind }),
    ...(changes.has("tier") && { tier: now.tier, tierStated: now.tierStated }),
    demand: changes.has("users") ? { ...before.demand, users: now.demand.users } : before.demand,
    cost: changes.has("annual") ? { ...before.cost, annual: now.cost.annual } : before.cost,
  };
}

/** What a file does not say stays unstated: nobody is to believe that it was. */
function proposalIn({ values, sponsor }: PlannedRow): Raw<Proposal> {
  const tier = tiers.find((known) => known === values["tier"]);
  const kind = technologyKinds.find((known) => known === values["kind"]);
  return {
    name: values["name"] ?? "",
    summary: { text: values["summary"] ?? "" },
    need: { text: values["need"] ?? "" },
    needOf: { text: values["needOf"] ?? "" },
    department: values["department"] ?? "",
    ...(kind !== undefined && { kind }),
    sponsor: sponsor ?? "",
    demand: { users: figureOf(values["users"] ?? ""), requestsPerSecond: null, recordsPerHour: null },
    cost: { pilot: null, annual: figureOf(values["annual"] ?? ""), currency: values["currency"] || "CNY" },
    tier: tier ?? "IV",
    tierStated: tier !== undefined,
    standards: standardsOf(values["standards"] ?? ""),
    dataClass: "unstated",
    personalInformation: "unstated",
    risks: null,
    similarSeen: [],
  };
}

function importedIn({ id, digest }: ImportPlan, { row, values, labels }: PlannedRow): Raw<ImportedRow> {
  const label = labels["stage"];
  return {
    import: id,
    plan: digest,
    row,
    stage: assertedStages.find((stage) => stage === values["stage"]) ?? null,
    label: label === undefined ? null : { text: label },
  };
}

async function department(services: Services, actor: Actor, { row, command }: RowToDo): Promise<RowResult> {
  const { key = "", en = "", zh = "" } = row.values;
  const type = row.does === "create" ? "AddDepartment" : "RenameDepartment";
  const submission = by(actor, "administrator", command("department"));
  const outcome = await handle(services, submission, onDepartments({ type, key, name: { en, zh } }));
  return { result: resultOf(outcome), subject: key };
}

/** Name and address go beside the ledger, as for whoever is added on a page of their own. */
async function person(services: Services, actor: Actor, { row, command }: RowToDo): Promise<RowResult> {
  const { name = "", email = "", roles: role = "", department: unit = "" } = row.values;
  const added = await addPerson(services, {
    ...by(actor, "administrator", command("person")),
    name,
    email,
    roles: roles.filter((known) => known === role),
    department: unit === "" ? null : unit,
  });
  if ("kind" in added) return { result: { is: "refused", reasons: [{ code: "ImportPersonHere" }] }, subject: null };
  return { result: resultOf(added.outcome), subject: added.person };
}

const done: RowOutcome = { is: "done" };

/** What came of a command, as the plan keeps it. */
export function resultOf(outcome: Outcome): RowOutcome {
  switch (outcome.kind) {
    case "accepted":
    case "repeated":
      return done;
    case "rejected":
      return { is: "refused", reasons: outcome.reasons };
    case "stale":
      return { is: "refused", reasons: [{ code: "ImportChangedMeanwhile" }] };
    case "read-only":
      return { is: "refused", reasons: [{ code: "ReadOnly" }] };
    case "unasked":
    case "command-reused":
    case "unknown":
      return { is: "refused", reasons: [{ code: "ImportCommandReused" }] };
  }
}
