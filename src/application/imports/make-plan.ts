import { createHash, randomBytes, randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { ImportPlan } from "../../authority/imports.ts";
import type { ImportMapping, MappedRow } from "../../domain/imports/mapping.ts";
import { tallied } from "../../domain/imports/plan.ts";
import type { PlannedRow } from "../../domain/imports/plan.ts";
import { canonicalJson } from "../../domain/words/canonical.ts";
import type { Json } from "../../domain/words/json.ts";
import { inWorker } from "../beside/in-worker.ts";
import type { Actor } from "../outcome.ts";
import type { Services } from "../services.ts";
import { plannedOn } from "./ground.ts";
import { rowsOf } from "./plan-rows.ts";
import { rowsIn } from "./read-file.ts";
import type { FileFault } from "./read-file.ts";

export interface ToPlan {
  readonly actor: Actor;
  readonly path: string;
  /** What its person called the file. */
  readonly file: string;
  readonly mapping: ImportMapping;
}

/** Reads a file by a mapping and keeps what is to become of each of its rows. */
export async function planImport(
  services: Services,
  { actor, path, file, mapping }: ToPlan,
): Promise<{ readonly id: string } | FileFault> {
  const read = await inWorker<"mapFile">({ kind: "mapFile", path, mapping });
  if ("fault" in read) return read;
  return { id: await keepPlan(services, actor, { file, mapping, rows: await rowsIn(read.lines) }) };
}

/** The same rows on what is here by now. The plan before is gone: its digest carries nothing out any more. */
export async function planAnew(services: Services, actor: Actor, plan: ImportPlan): Promise<string> {
  const rows = await mappedRowsOf(services, plan.id);
  const id = await keepPlan(services, actor, { file: plan.file, mapping: plan.mapping, rows });
  await services.imports.drop(plan.id);
  return id;
}

/** Whether the same rows would be planned the same now: nothing that the plan rests on has changed. */
export async function stillHolds(services: Services, actor: Actor, plan: ImportPlan): Promise<boolean> {
  const rows = await mappedRowsOf(services, plan.id);
  return (await digestOf(plan.salt, await plannedOn(services, actor, plan.kind, rows))) === plan.digest;
}

interface Mapped {
  readonly file: string;
  readonly mapping: ImportMapping;
  readonly rows: readonly MappedRow[];
}

async function keepPlan(services: Services, actor: Actor, { file, mapping, rows }: Mapped): Promise<string> {
  await services.views.catchUp();
  const planned = await plannedOn(services, actor, mapping.kind, rows);
  const [id, salt] = [randomUUID(), randomBytes(32).toString("hex")];
  const digest = await digestOf(salt, planned);
  const position = services.views.position().position;
  const plan = { id, person: actor.id, kind: mapping.kind, file, mapping, salt, digest, position };
  await services.imports.add({ ...plan, tally: tallied(planned) }, planned);
  return id;
}

/** Salted: rows may hold words that must not be guessed at when they are erased. */
async function digestOf(salt: string, rows: readonly PlannedRow[]): Promise<string> {
  const hash = createHash("sha256").update(Buffer.from(salt, "hex"));
  for (const [at, row] of rows.entries()) {
    hash.update(`${canonicalJson(row as unknown as Json)}\n`, "utf8");
    if (at % 200 === 199) await setImmediate();
  }
  return hash.digest("hex");
}

/** As they were planned before: what becomes of them is worked out anew. */
async function mappedRowsOf(services: Services, id: string): Promise<readonly MappedRow[]> {
  const rows: MappedRow[] = [];
  for await (const { content } of rowsOf(services, id)) if (content !== null) rows.push(mappedAgain(content));
  return rows;
}

const mappedAgain = ({ row, values, stated, labels, reasons }: PlannedRow): MappedRow => ({
  row,
  values,
  stated,
  labels,
  reasons,
});
