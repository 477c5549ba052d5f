import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { beginImport, waitFor } from "../../../src/application/imports/carry-out.ts";
import { planImport } from "../../../src/application/imports/make-plan.ts";
import type { Services } from "../../../src/application/services.ts";
import type { ImportPlan } from "../../../src/authority/imports.ts";
import { verifyLedger } from "../../../src/ledger/verify.ts";
import { temporaryFolder } from "../../ledger/folder.ts";
import { runAndKill } from "../../support/kill.ts";
import { openFolder, prepare } from "../kill/prepare.ts";

const rows = 300;
const kills = 5;
const each = (count: number, times: number): number[] => Array.from({ length: count }, () => times);
const random = (most: number): number => 1 + Math.floor(Math.random() * most);

/** The first forty stand here already, and say something else. */
const listOf = (count: number, word: string): string =>
  ["Name,Stage,Summary"]
    .concat(Array.from({ length: count }, (_, at) => `Service number ${at},Trial,${word} ${at}`))
    .join("\n");

const mapping = {
  kind: "technologies",
  reading: { headingRow: 1 },
  columns: { name: "Name", stage: "Stage", summary: "Summary" },
  same: { department: "health", needOf: "Visitors" },
  values: { stage: { trial: "piloting" } },
  longNames: "leave",
} as const;

async function planned(services: Services, dataDir: string, person: string, list: string): Promise<ImportPlan> {
  const path = join(dataDir, "list.csv");
  writeFileSync(path, list);
  const actor = { id: person, roles: ["planner"] as const };
  const made = await planImport(services, { actor, path, file: "list.csv", mapping });
  const plan = "id" in made ? await services.imports.find(person, made.id) : null;
  if (plan === null) throw new Error(JSON.stringify(made));
  return plan;
}

async function carriedOut(services: Services, person: string, plan: ImportPlan): Promise<void> {
  const actor = { id: person, roles: ["planner"] as const };
  expect(await beginImport(services, { actor, plan, digest: plan.digest, mode: "all" })).toEqual([]);
  await waitFor(plan.id, 60_000);
}

it("killed again and again, an import ends exactly as its plan says", { timeout: 120_000 }, async () => {
  const dataDir = temporaryFolder();
  const { planners } = await prepare(dataDir);
  const first = await openFolder(dataDir);
  const person = (await first.accounts.identities.byEmail(planners[0] ?? ""))?.person ?? "";
  await carriedOut(first, person, await planned(first, dataDir, person, listOf(40, "Said")));
  const { id, tally } = await planned(first, dataDir, person, listOf(rows, "Says"));
  expect(tally).toMatchObject({ create: rows - 40, update: 40, skip: 0 });
  await first.close();

  const script = join(import.meta.dirname, "kill/carry-out.ts");
  const settled: string[] = [];
  for (let kill = 0; kill < kills; kill += 1)
    settled.push(...(await runAndKill({ script, args: [dataDir, person, id], afterLines: random(rows / kills - 8) })));

  const services = await openFolder(dataDir);
  try {
    await services.views.catchUp();
    const broken = await services.imports.find(person, id);
    if (broken === null) throw new Error("The plan is gone");
    const before = await services.imports.progress(id);
    // Whatever was acknowledged stands; the kills fell between the rows.
    expect(before.done).toBeGreaterThanOrEqual(settled.length);
    expect(before.done).toBeLessThan(rows);
    expect(new Set(settled).size).toBe(settled.length);
    await carriedOut(services, person, broken);
    expect(await services.imports.progress(id)).toEqual({ toDo: rows, done: rows, refused: 0 });
    expect((await services.imports.find(person, id))?.outcome).toBe("done");
    const times = new Map<string, number>();
    for (const { type, stream } of await services.ledger.readAll(0, Number.MAX_SAFE_INTEGER)) {
      const key = `${type} ${stream}`;
      times.set(key, (times.get(key) ?? 0) + 1);
    }
    const counts = (type: string): number[] =>
      [...times].flatMap(([key, n]) => (key.startsWith(`${type} `) ? [n] : []));
    // Three stood here before any import.
    expect(counts("TechnologyProposed")).toEqual(each(rows + 3, 1));
    expect(counts("ProposalRevised")).toEqual(each(40, 1));
    expect(counts("TechnologyImported").toSorted()).toEqual(each(rows - 40, 1).concat(each(40, 2)));
    // The same file says nothing new.
    expect((await planned(services, dataDir, person, listOf(rows, "Says"))).tally).toMatchObject({ unchanged: rows });
  } finally {
    await services.close();
  }
  expect(await verifyLedger({ dataDir })).toMatchObject({ ok: true, findings: [] });
});
