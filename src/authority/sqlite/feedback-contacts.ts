import { and, eq, gte, isNull, lt, or } from "../../../db/drizzle.ts";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { feedbackContact } from "../../../db/authority/sqlite/schema.ts";
import type { FeedbackContacts } from "../feedback-contacts.ts";

export function openFeedbackContacts(db: BetterSQLite3Database): FeedbackContacts {
  const { message, contact, ends } = feedbackContact;
  return {
    keep: async (id, words) => {
      db.insert(feedbackContact)
        .values({ message: id, contact: words, ends: null })
        .onConflictDoUpdate({ target: message, set: { contact: words } })
        .run();
    },
    of: async (id, today) =>
      db
        .select({ contact })
        .from(feedbackContact)
        .where(and(eq(message, id), or(isNull(ends), gte(ends, today))))
        .get()?.contact ?? null,
    endOn: async (id, day) => {
      db.update(feedbackContact).set({ ends: day }).where(eq(message, id)).run();
    },
    forget: async (id) => {
      db.delete(feedbackContact).where(eq(message, id)).run();
    },
    sweep: async (today) => {
      db.delete(feedbackContact).where(lt(ends, today)).run();
    },
  };
}
