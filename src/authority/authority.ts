import type { Accounts } from "./accounts.ts";
import type { AdministrativeLog } from "./administrative-log.ts";
import type { Collected } from "./collected.ts";
import type { Drafts } from "./drafts.ts";
import type { FeedbackContacts } from "./feedback-contacts.ts";
import type { Imports } from "./imports.ts";
import type { MailReaders } from "./mail-readers.ts";
import type { Mappings } from "./mappings.ts";
import type { Outbox } from "./outbox.ts";
import type { PrivateTexts } from "./private-texts.ts";
import type { SavedFilters } from "./saved-filters.ts";
import type { StagedForms } from "./staged-forms.ts";
import type { Webhooks } from "./webhooks.ts";
import type { WriteProbe } from "./write-probe.ts";

/**
 * What stands beside the ledger because it must stay erasable or ends by itself. Each port is asynchronous, so that an
 * engine over a network can stand behind it; what is read and then written is one call, and one transaction behind it.
 * A call rejects with a fault of the machine (machineFaultOf) where nothing could be read or written; everything else
 * that can go wrong is an answer.
 */
export interface Authority {
  readonly accounts: Accounts;
  readonly collected: Collected;
  readonly drafts: Drafts;
  readonly mappings: Mappings;
  readonly imports: Imports;
  readonly savedFilters: SavedFilters;
  readonly feedbackContacts: FeedbackContacts;
  readonly mailReaders: MailReaders;
  readonly outbox: Outbox;
  readonly webhooks: Webhooks;
  readonly stagedForms: StagedForms;
  readonly administrativeLog: AdministrativeLog;
  readonly privateTexts: PrivateTexts;
  readonly writeProbe: WriteProbe;
}
