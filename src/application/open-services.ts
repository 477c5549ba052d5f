import type { Logger } from "pino";
import { openAuthority } from "../authority/sqlite/open.ts";
import type { Config } from "../config.ts";
import { checkFolder } from "../ledger/folder.ts";
import { openLedger } from "../ledger/sqlite.ts";
import { Vault } from "../ledger/vault.ts";
import { openViews } from "../projections/views.ts";
import { dayOf, systemClock } from "./clock.ts";
import type { Clock } from "./clock.ts";
import { interimVerdicts } from "../projections/interim-verdicts.ts";
import { inWorker } from "./beside/in-worker.ts";
import { createLog } from "./log.ts";
import type { Services } from "./services.ts";
import { openGateQualities } from "./simulation/quality.ts";
import { openSimulations } from "./simulation/simulations.ts";
import { openStagedFiles } from "./staged-files.ts";
import { openStorage } from "./storage.ts";
import { openUpkeep } from "./upkeep.ts";

export interface OpenOptions {
  readonly clock?: Clock;
  readonly log?: Logger;
  /** Ms since 1970, by which sessions, links and tokens end. */
  readonly now?: () => number;
  /** True: pages are served, so that verdicts are worked out on another thread; else where they are asked for. */
  readonly beside?: boolean;
}

/** Ledger and what stands beside it, on SQLite. @throws {LedgerError} with a sentence for the operator. */
export async function openServices(
  config: Config,
  { clock = systemClock, log = createLog(config), now = Date.now, beside = false }: OpenOptions = {},
): Promise<Services> {
  checkFolder(config.dataDir);
  const ledger = openLedger({
    dataDir: config.dataDir,
    onProblem: (err) => log.error({ err }, "ledger upkeep failed"),
  });
  try {
    const vault = new Vault(config.dataDir);
    const verdicts = beside
      ? interimVerdicts((context) => inWorker<"verdict">({ kind: "verdict", context }))
      : interimVerdicts();
    const views = await openViews({
      dataDir: config.dataDir,
      ledger,
      timeZone: config.timeZone,
      now: () => clock.now(),
      verdicts,
      onDamage: (err) => log.error({ err }, "read models damaged, made again from the ledger"),
    });
    const onProblem = (err: unknown): void => log.error({ err }, "simulation failed");
    const simulations = openSimulations(onProblem);
    const gateQualities = openGateQualities(views, simulations, onProblem);
    const limits = { idle: config.sessionIdleMinutes * 60_000, absolute: config.sessionHours * 3_600_000 };
    const authority = await openAuthority(ledger.database, { limits, now, houseNow: () => clock.now() });
    const {
      accounts,
      collected,
      drafts,
      mappings,
      imports,
      mailReaders,
      outbox,
      webhooks,
      privateTexts,
      administrativeLog,
    } = authority;
    const { stagedForms, savedFilters, feedbackContacts, writeProbe } = authority;
    return {
      config,
      clock,
      today: () => dayOf(clock.now(), config.timeZone),
      dayOf: (instant) => dayOf(instant, config.timeZone),
      ledger,
      vault,
      views,
      verdicts,
      accounts,
      collected,
      drafts,
      mappings,
      imports,
      savedFilters,
      feedbackContacts,
      mailReaders,
      outbox,
      webhooks,
      privateTexts,
      administrativeLog,
      stagedFiles: openStagedFiles(stagedForms, vault.incoming),
      simulations,
      gateQualities,
      storage: openStorage(writeProbe, vault.incoming),
      upkeep: openUpkeep(now),
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
