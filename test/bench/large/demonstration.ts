import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { openServices } from "../../../src/application/open-services.ts";
import type { Accounts } from "../../../src/authority/accounts.ts";
import { openAuthority } from "../../../src/authority/sqlite/open.ts";
import { readConfig } from "../../../src/config.ts";
import { buildDemonstration } from "../../../src/demo/build.ts";
import { DemoClock } from "../../../src/demo/clock.ts";
import type { SqliteLedger } from "../../../src/ledger/sqlite.ts";

/** Everybody's who has one: the people are invented and the folders hold nothing else. */
export const password = "quartz-basalt-lamp-4417";

/** The demonstration, from which everything else is copied. */
export async function makeDemonstration(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const config = readConfig({ TOUCHSTONE_LOG_LEVEL: "silent" }, { dataDir: folder });
  const clock = new DemoClock(join(folder, "clock"));
  const services = await openServices(config, { clock });
  try {
    await buildDemonstration(services, clock, { language: "en", password }, () => undefined);
  } finally {
    await services.close();
  }
}

/** Who the people of a ledger are. */
export async function accountsIn(ledger: SqliteLedger): Promise<Accounts> {
  const limits = { idle: 1, absolute: 1 };
  const { accounts } = await openAuthority(ledger.database, { limits, houseNow: () => new Date().toISOString() });
  return accounts;
}

export async function copyIdentities(from: Accounts, to: Accounts): Promise<void> {
  for (const { person, name, email } of await from.identities.page({ search: "", after: null, limit: 1000 })) {
    await to.identities.add(person, name, email);
    const hash = await from.identities.password(person);
    if (hash !== null) await to.identities.setPassword(person, hash);
  }
}
