import type { Logger } from "pino";
import type { Config } from "../config.ts";
import type { Day, Instant } from "../domain/words/text.ts";
import { checkFolder } from "../ledger/folder.ts";
import { openLedger } from "../ledger/sqlite.ts";
import type { SqliteLedger } from "../ledger/sqlite.ts";
import { Vault } from "../ledger/vault.ts";
import { openViews } from "../projections/views.ts";
import type { Views } from "../projections/views.ts";
import { openAdministrativeLog } from "../authority/administrative-log.ts";
import type { AdministrativeLog } from "../authority/administrative-log.ts";
import { dayOf, systemClock } from "./clock.ts";
import type { Clock } from "./clock.ts";
import { openDrafts } from "../authority/drafts.ts";
import type { Drafts } from "../authority/drafts.ts";
import { createLog } from "./log.ts";
import { openMappings } from "../authority/mappings.ts";
import type { Mappings } from "../authority/mappings.ts";
import { openGateQualities } from "./simulation/quality.ts";
import type { GateQualities } from "./simulation/quality.ts";
import { openSimulations } from "./simulation/simulations.ts";
import type { Simulations } from "./simulation/simulations.ts";
import { openStagedFiles } from "./staged-files.ts";
import type { StagedFiles } from "./staged-files.ts";
import { openStorage } from "./storage.ts";
import type { Storage } from "./storage.ts";

/** What use cases, pages, commands and the demonstration stand on: opened once, closed once. */
export interface Services {
  readonly config: Config;
  readonly clock: Clock;
  /** The day in the configured time zone. */
  readonly today: () => Day;
  /** The day of an instant there. */
  readonly dayOf: (instant: Instant) => Day;
  readonly ledger: SqliteLedger;
  readonly vault: Vault;
  readonly views: Views;
  readonly drafts: Drafts;
  /** How tables of unknown headings are read, by their source. */
  readonly mappings: Mappings;
  /** What was done to accounts and is not on the ledger. */
  readonly administrativeLog: AdministrativeLog;
  /** Files of forms that were refused. */
  readonly stagedFiles: StagedFiles;
  /** Simulated pilots, one after the other beside everything else. */
  readonly simulations: Simulations;
  /** How well each version of the policy decides, kept simulated. */
  readonly gateQualities: GateQualities;
  /** Whether this machine can keep what people send. */
  readonly storage: Storage;
  readonly log: Logger;
  readonly close: () => Promise<void>;
}

export async function openServices(
  config: Config,
  { clock = systemClock, log = createLog(config) }: { readonly clock?: Clock; readonly log?: Logger } = {},
): Promise<Services> {
  checkFolder(config.dataDir);
  const ledger = openLedger({
    dataDir: config.dataDir,
    onProblem: (err) => log.error({ err }, "ledger upkeep failed"),
  });
  try {
    const vault = new Vault(config.dataDir);
    const views = await openViews({
      dataDir: config.dataDir,
      ledger,
      timeZone: config.timeZone,
      now: () => clock.now(),
      onDamage: (err) => log.error({ err }, "read models damaged, made again from the ledger"),
    });
    const onProblem = (err: unknown): void => log.error({ err }, "simulation failed");
    const simulations = openSimulations(onProblem);
    const gateQualities = openGateQualities(views, simulations, onProblem);
    return {
      config,
      clock,
      today: () => dayOf(clock.now(), config.timeZone),
      dayOf: (instant) => dayOf(instant, config.timeZone),
      ledger,
      vault,
      views,
      drafts: openDrafts(ledger.authority, () => clock.now()),
      mappings: openMappings(ledger.authority),
      administrativeLog: openAdministrativeLog(ledger.authority, () => clock.now()),
      stagedFiles: openStagedFiles(ledger.authority, vault.incoming),
      simulations,
      gateQualities,
      storage: openStorage(ledger.authority, vault.incoming),
      log,
      close: async () => {
        gateQualities.close();
        await simulations.close();
        await views.close();
        ledger.close();
      },
    };
  } catch (error) {
    ledger.close();
    throw error;
  }
}
