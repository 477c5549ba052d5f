import type { Logger } from "pino";
import type { Config } from "../config.ts";
import type { Day, Instant } from "../domain/words/text.ts";
import type { Ledger } from "../ledger/port.ts";
import type { Vault } from "../ledger/vault.ts";
import type { InterimVerdicts } from "../projections/interim-verdicts.ts";
import type { Views } from "../projections/views.ts";
import type { Accounts } from "../authority/accounts.ts";
import type { AdministrativeLog } from "../authority/administrative-log.ts";
import type { Collected } from "../authority/collected.ts";
import type { Drafts } from "../authority/drafts.ts";
import type { FeedbackContacts } from "../authority/feedback-contacts.ts";
import type { Imports } from "../authority/imports.ts";
import type { MailReaders } from "../authority/mail-readers.ts";
import type { Mappings } from "../authority/mappings.ts";
import type { SavedFilters } from "../authority/saved-filters.ts";
import type { Outbox } from "../authority/outbox.ts";
import type { PrivateTexts } from "../authority/private-texts.ts";
import type { Webhooks } from "../authority/webhooks.ts";
import type { Clock } from "./clock.ts";
import type { Demonstration } from "./demonstration.ts";
import type { GateQualities } from "./simulation/quality.ts";
import type { Simulations } from "./simulation/simulations.ts";
import type { StagedFiles } from "./staged-files.ts";
import type { Storage } from "./storage.ts";
import type { Upkeep } from "./upkeep.ts";

/**
 * What use cases, pages, commands and the demonstration stand on: opened once, closed once. Only ports of what is kept
 * are named here; which engine stands behind them is open-services.ts's to say.
 */
export interface Services {
  readonly config: Config;
  readonly clock: Clock;
  /** The day in the configured time zone. */
  readonly today: () => Day;
  /** The day of an instant there. */
  readonly dayOf: (instant: Instant) => Day;
  readonly ledger: Ledger;
  readonly vault: Vault;
  readonly views: Views;
  /** What the evidence says today, of each technology; kept. */
  readonly verdicts: InterimVerdicts;
  /** Who people are and how they come in; by the real clock. */
  readonly accounts: Accounts;
  /** Codes and answers of collections, until they are evidence. */
  readonly collected: Collected;
  readonly drafts: Drafts;
  /** How tables of unknown headings are read, by their source. */
  readonly mappings: Mappings;
  /** Files from elsewhere: what is planned of them and how far it is carried out. */
  readonly imports: Imports;
  /** Selections of the portfolio by their names, each person's own. */
  readonly savedFilters: SavedFilters;
  /** How people who wrote about technologies are reached. */
  readonly feedbackContacts: FeedbackContacts;
  /** How people want mails, and whose address takes none. */
  readonly mailReaders: MailReaders;
  /** Mails that wait to be delivered. */
  readonly outbox: Outbox;
  /** Programs that are told of entries. */
  readonly webhooks: Webhooks;
  /** The words behind the ledger's digests. */
  readonly privateTexts: PrivateTexts;
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
  /** What runs by itself, and how it last ended. */
  readonly upkeep: Upkeep;
  readonly log: Logger;
  /** Where everything is generated only: what a visitor may try. */
  readonly demonstration?: Demonstration;
  readonly close: () => Promise<void>;
}
