import { randomBytes } from "node:crypto";
import type { Database } from "better-sqlite3";
import { drizzle, eq } from "../../../db/drizzle.ts";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { secret } from "../../../db/authority/sqlite/schema.ts";
import type { Instant } from "../../domain/words/text.ts";
import type { AdministrativeLog } from "../administrative-log.ts";
import type { Authority } from "../authority.ts";
import type { SessionLimits } from "../sessions.ts";
import { openAdministrativeLog } from "./administrative-log.ts";
import { openCollected } from "./collected.ts";
import { openDevices } from "./devices.ts";
import { openDrafts } from "./drafts.ts";
import { openFeedTokens } from "./feed-tokens.ts";
import { openFeedbackContacts } from "./feedback-contacts.ts";
import { openImports } from "./imports.ts";
import { openIdentities } from "./identities.ts";
import { openIntakeTokens } from "./intake-tokens.ts";
import { openLinks } from "./links.ts";
import { openMailReaders } from "./mail-readers.ts";
import { openSavedFilters } from "./saved-filters.ts";
import { openMappings } from "./mappings.ts";
import { openOutbox } from "./outbox.ts";
import { openPrivateTexts } from "./private-texts.ts";
import { openSessions } from "./sessions.ts";
import { openStagedForms } from "./staged-forms.ts";
import { openThrottle } from "./throttle.ts";
import { openWebhooks } from "./webhooks.ts";
import { openWriteProbe } from "./write-probe.ts";

export interface AuthorityOptions {
  readonly limits: SessionLimits;
  /** Ms since 1970 by the real clock: a demonstration's clock must not end sessions. */
  readonly now?: () => number;
  /** The house's clock, by which drafts and the administrative log are dated. */
  readonly houseNow: () => Instant;
}

/**
 * The ports on SQLite. The tables stand in the ledger's own file, so that one file is backed up and one lock is taken.
 * Statements are short and synchronous beneath: between two awaits of a caller each is a transaction of its own.
 *
 * @param client the ledger's handle, migrated; whoever opened it closes it.
 */
export async function openAuthority(
  client: Database,
  { limits, now = Date.now, houseNow }: AuthorityOptions,
): Promise<Authority> {
  const db = drizzle(client);
  const drawn = theSecret(db);
  return {
    accounts: {
      identities: openIdentities(db, client, now),
      links: openLinks(db, now),
      sessions: openSessions(db, client, limits, now),
      devices: openDevices(db, now),
      throttle: openThrottle(db, drawn, now),
      intakeTokens: openIntakeTokens(db, now),
      feedTokens: openFeedTokens(db, now),
      secret: drawn,
      now,
    },
    collected: openCollected(db, client),
    drafts: openDrafts(db, houseNow),
    mappings: openMappings(db, now),
    imports: openImports(db, now),
    savedFilters: openSavedFilters(db, client, now),
    feedbackContacts: openFeedbackContacts(db),
    mailReaders: openMailReaders(db, now),
    outbox: openOutbox(db, now),
    webhooks: openWebhooks(db, now),
    stagedForms: openStagedForms(db, now),
    administrativeLog: openAdministrativeLog(db, houseNow),
    privateTexts: openPrivateTexts(db, client),
    writeProbe: openWriteProbe(client),
  };
}

/** The administrative log alone, for a command that opens nothing else. @param client as above. */
export const openNoting = (client: Database, houseNow: () => Instant): AdministrativeLog =>
  openAdministrativeLog(drizzle(client), houseNow);

const sessions = "sessions";

function theSecret(db: BetterSQLite3Database): string {
  const known = db.select().from(secret).where(eq(secret.name, sessions));
  const drawn = { name: sessions, value: randomBytes(32).toString("base64url") };
  if (known.get() === undefined) db.insert(secret).values(drawn).onConflictDoNothing().run();
  return known.get()?.value ?? drawn.value;
}
