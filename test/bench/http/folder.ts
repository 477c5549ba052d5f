import { randomUUID } from "node:crypto";
import { cpSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { handle } from "../../../src/application/handle.ts";
import { onTechnology } from "../../../src/application/on-technology.ts";
import { openServices } from "../../../src/application/open-services.ts";
import type { Services } from "../../../src/application/services.ts";
import { readConfig } from "../../../src/config.ts";
import type { RawTechnologyCommand } from "../../../src/application/raw-command.ts";
import { openDemonstration } from "../../../src/demo/run.ts";
import { viewsFile } from "../../../src/projections/views-file.ts";
import type { StoredRow } from "../../../src/projections/portfolio/table.ts";
import { portfolioRows } from "../../../src/projections/portfolio/writer.ts";

/** What a benched folder holds beside its many technologies. */
export interface Prepared {
  readonly password: string;
  readonly planner: string;
  /** A technology at its rollout gate, with a verdict and 300 events. */
  readonly long: string;
  /** One in its pilot, where the planner may attach evidence. */
  readonly piloting: { readonly slug: string; readonly startedOn: string };
}

const eventsOfLong = 300;

/** The demonstration's technologies in every stage, one of them with a long history. */
export async function prepareFolder(folder: string): Promise<Prepared> {
  const config = readConfig({ TOUCHSTONE_LOG_LEVEL: "silent" });
  const { services: demo, mark } = await openDemonstration(
    config,
    { folder, fresh: false, language: "en" },
    () => undefined,
  );
  await demo.close();
  const services = await openServices({ ...config, dataDir: folder });
  try {
    await services.views.catchUp();
    const long = await lengthen(services);
    const piloting = aPilot(services);
    const { accounts } = services;
    const planner = (await accounts.identities.find(piloting.proposer))?.email ?? "";
    return {
      password: mark.password,
      planner,
      long,
      piloting: { slug: piloting.slug, startedOn: piloting.pilot?.startedOn ?? "" },
    };
  } finally {
    await services.close();
  }
}

/** The same folder again, with copies of its rows in the read models up to so many technologies. */
export function filledCopy(source: string, folder: string, technologies: number): string {
  cpSync(source, folder, { recursive: true });
  const db = new Sqlite(viewsFile(folder));
  db.pragma("synchronous = OFF");
  const originals = db.prepare<[], StoredRow>("SELECT * FROM technologies ORDER BY key").all();
  const write = portfolioRows(db);
  const fill = db.transaction(() => {
    for (let n = originals.length; n < technologies; n += 1) {
      const original = originals[n % originals.length];
      if (original !== undefined) {
        const words = { summary: "Says how long the queue will be.", need: `People wait in case ${n}` };
        write(copyOf(original, n), words);
      }
    }
  });
  fill.immediate();
  db.pragma("wal_checkpoint(TRUNCATE)");
  db.close();
  return folder;
}

const copyOf = (row: StoredRow, n: number): StoredRow => ({
  ...row,
  key: 1_000_000 + n,
  id: `copy-${n}`,
  slug: `${row.slug}-${n}`,
  name: `${row.name} ${n}`,
  nameSort: `${row.nameSort} ${n}`,
});

async function lengthen(services: Services): Promise<string> {
  const { rows } = services.views.portfolio.page({ stage: "evaluating", sort: "name", limit: 50 });
  const row = rows.find(({ gateWaits, outcome }) => gateWaits && outcome !== null) ?? rows[0];
  if (row === undefined) throw new Error("The demonstration has nothing in evaluation");
  const actor = { id: row.proposer, roles: ["planner"] as const };
  const ask = async (command: RawTechnologyCommand): Promise<void> => {
    const outcome = await handle(
      services,
      { actor, role: "planner", commandId: randomUUID() },
      onTechnology(row.id, command),
    );
    if (outcome.kind !== "accepted") throw new Error(JSON.stringify(outcome));
  };
  const state = await services.views.technologyState(row.id);
  let incident = state?.incidents.length ?? 0;
  for (let version = row.version; version < eventsOfLong; version += 2) {
    const text = { text: `Case ${version}` };
    incident += 1;
    await ask({ type: "RecordIncident", severity: 4, occurredAt: services.clock.now(), text });
    await ask({ type: "CloseIncident", incident: `i${incident}`, text });
  }
  await services.views.catchUp();
  return row.slug;
}

function aPilot({ views }: Services) {
  const { rows } = views.portfolio.page({ stage: "piloting", sort: "name", limit: 50 });
  const row = rows.find(({ pilot, late }) => pilot !== null && !late) ?? rows.find(({ pilot }) => pilot !== null);
  if (row === undefined) throw new Error("The demonstration has no pilot");
  return row;
}
