import { ledgerTables } from "./0001-ledger.ts";
import { peopleTables } from "./0002-people.ts";
import { draftTables } from "./0003-drafts.ts";
import { intakeTables } from "./0004-intake.ts";
import { filedTables } from "./0005-filed.ts";
import { administrationTables } from "./0006-administration.ts";
import { keptFormsToDrafts } from "./0007-kept-forms.ts";
import { hashIndex } from "./0008-hashes.ts";
import { importTables } from "./0009-imports.ts";
import { mailTables } from "./0010-mails.ts";
import { tokenScopes } from "./0011-scopes.ts";
import { savedFilterTables } from "./0012-saved-filters.ts";
import { singleKeys } from "./0013-single-keys.ts";
import { collectedTables } from "./0014-collected.ts";
import { feedbackContactTables } from "./0015-feedback-contacts.ts";

export interface Migration {
  /** 1, 2, 3 … in the order they run; a released one never changes. */
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** Append only: what a city's ledger.sqlite already ran cannot be edited, only followed by the next number. */
export const migrations: readonly Migration[] = [
  { number: 1, name: "ledger", sql: ledgerTables },
  { number: 2, name: "people", sql: peopleTables },
  { number: 3, name: "drafts", sql: draftTables },
  { number: 4, name: "intake", sql: intakeTables },
  { number: 5, name: "filed", sql: filedTables },
  { number: 6, name: "administration", sql: administrationTables },
  { number: 7, name: "kept-forms", sql: keptFormsToDrafts },
  { number: 8, name: "hashes", sql: hashIndex },
  { number: 9, name: "imports", sql: importTables },
  { number: 10, name: "mails", sql: mailTables },
  { number: 11, name: "scopes", sql: tokenScopes },
  { number: 12, name: "saved-filters", sql: savedFilterTables },
  { number: 13, name: "single-keys", sql: singleKeys },
  { number: 14, name: "collected", sql: collectedTables },
  { number: 15, name: "feedback-contacts", sql: feedbackContactTables },
];
