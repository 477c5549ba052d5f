import { randomUUID } from "node:crypto";
import { and, asc, count, desc, eq, inArray, isNull, lt, lte, ne, or, sql } from "../../../db/drizzle.ts";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { mailReader, mailSaid, outbox } from "../../../db/authority/sqlite/schema.ts";
import { mostTries, pauseAfter } from "../../domain/mails/retry.ts";
import type { Mention } from "../../domain/mails/digest.ts";
import { mailStatuses } from "../outbox.ts";
import type { MailOutcome, MailPurpose, MailStatus, NewMail, Outbox, SaidOf } from "../outbox.ts";
import { columnsOfUsual } from "./mail-readers.ts";

const { id, person, purpose, attempts, subject, text, html, status, madeAt, nextAt, settledAt, answer } = outbox;
const listed = { id, person, purpose, attempts, status, madeAt, nextAt, settledAt, answer };
const immediate = { behavior: "immediate" } as const;
const noWords = { subject: null, text: null, html: null };
const free = { owner: null, leasedUntil: null };

/** @param now ms since 1970. */
export function openOutbox(db: BetterSQLite3Database, now: () => number): Outbox {
  const heldBy = (mail: string, owner: string, is: MailStatus) =>
    and(eq(id, mail), eq(outbox.owner, owner), eq(status, is));

  /** False where there is one of its kind already. */
  function insert(mail: NewMail): string | null {
    const made = { ...mail, id: randomUUID(), status: "waiting" as const, attempts: 0, madeAt: now(), nextAt: now() };
    return db.insert(outbox).values(made).onConflictDoNothing().run().changes === 1 ? made.id : null;
  }

  function saidTo(of: string, as: MailPurpose): ReadonlyMap<string, Mention> {
    const rows = db
      .select()
      .from(mailSaid)
      .where(and(eq(mailSaid.person, of), eq(mailSaid.purpose, as)))
      .all();
    return new Map(rows.map(({ matter, due, nearness }) => [matter, { due, nearness }]));
  }

  function wasSaid({ person: of, purpose: as }: NewMail, says: readonly SaidOf[]): boolean {
    const before = saidTo(of, as);
    return says.some(({ matter, due }) => before.get(matter)?.due === due);
  }

  function note(mail: string, { person: of, purpose: as }: NewMail, says: readonly SaidOf[]): void {
    // One statement: its preparation costs more than its rows.
    const rows = says.map(({ matter, due, nearness }) => ({ person: of, purpose: as, matter, due, nearness, mail }));
    if (rows.length === 0) return;
    db.insert(mailSaid)
      .values(rows)
      .onConflictDoUpdate({
        target: [mailSaid.person, mailSaid.purpose, mailSaid.matter],
        set: { due: sql`excluded.due`, nearness: sql`excluded.nearness`, mail },
      })
      .run();
  }

  function forget({ person: of, purpose: as }: NewMail, open: readonly string[]): void {
    const gone = sql`${mailSaid.matter} NOT IN (SELECT value FROM json_each(${JSON.stringify(open)}))`;
    db.delete(mailSaid)
      .where(and(eq(mailSaid.person, of), eq(mailSaid.purpose, as), gone))
      .run();
  }

  /** Whoever was stopped while the server was given a mail cannot say whether it arrived. */
  function settleStopped(): void {
    const stopped = and(eq(status, "handing"), lte(outbox.leasedUntil, now()));
    const over = { ...free, settledAt: now(), answer: "stopped" };
    const unsure = db
      .update(outbox)
      .set({ ...over, ...noWords, status: "unsure" })
      .where(and(stopped, eq(purpose, "digest")))
      .returning({ id })
      .all();
    for (const mail of unsure) unsay(mail.id);
    // Of what cannot wait, twice is better than not at all; its Message-ID is the same.
    db.update(outbox)
      .set({ ...free, status: "waiting", nextAt: now() })
      .where(and(stopped, eq(purpose, "urgent")))
      .run();
  }

  /** What may never have arrived is said in the next one. */
  const unsay = (mail: string): void => void db.delete(mailSaid).where(eq(mailSaid.mail, mail)).run();

  function withdrawBefore(of: string, day: string): void {
    const unheld = or(isNull(outbox.leasedUntil), lte(outbox.leasedUntil, now()));
    const back = db
      .update(outbox)
      .set({ ...free, ...noWords, status: "dropped", settledAt: now() })
      .where(and(eq(person, of), eq(purpose, "digest"), lt(outbox.span, day), eq(status, "waiting"), unheld))
      .returning({ id })
      .all();
    for (const mail of back) unsay(mail.id);
  }

  function claim(owner: string, ms: number, limit: number) {
    settleStopped();
    const unheld = or(isNull(outbox.leasedUntil), lte(outbox.leasedUntil, now()));
    const due = db
      .select({ id })
      .from(outbox)
      .where(and(eq(status, "waiting"), lte(nextAt, now()), unheld))
      .orderBy(asc(nextAt), asc(id))
      .limit(limit)
      .all();
    const mine = inArray(
      id,
      due.map((mail) => mail.id),
    );
    db.update(outbox)
      .set({ owner, leasedUntil: now() + ms })
      .where(mine)
      .run();
    return db
      .select({ id, person, purpose, attempts, subject, text, html })
      .from(outbox)
      .where(mine)
      .orderBy(asc(nextAt))
      .all();
  }

  function settle(mail: string, owner: string, outcome: MailOutcome): void {
    const held = and(eq(id, mail), eq(outbox.owner, owner), inArray(status, ["waiting", "handing"]));
    const row = db.select({ attempts }).from(outbox).where(held).get();
    if (row === undefined) return;
    const change = changeOf(outcome, row.attempts + 1, now());
    db.update(outbox)
      .set({ ...free, ...change })
      .where(held)
      .run();
    if (change.status !== "sent" && change.status !== "waiting") unsay(mail);
  }

  return {
    said: async (of, as) => saidTo(of, as),
    add: async (mail, says, { open, looked }) =>
      db.transaction(() => {
        if (open === null && wasSaid(mail, says)) return false;
        const made = insert(mail);
        if (looked !== null)
          db.insert(mailReader)
            .values({ person: mail.person, ...columnsOfUsual, looked })
            .onConflictDoUpdate({ target: mailReader.person, set: { looked } })
            .run();
        if (made === null) return false;
        if (open !== null) forget(mail, open);
        note(made, mail, says);
        return true;
      }, immediate),
    withdrawBefore: async (of, day) => db.transaction(() => withdrawBefore(of, day), immediate),
    claim: async (owner, ms, limit) => {
      const claimed = db.transaction(() => claim(owner, ms, limit), immediate);
      return claimed.map((mail) => ({
        ...mail,
        subject: mail.subject ?? "",
        text: mail.text ?? "",
        html: mail.html ?? "",
      }));
    },
    handOver: async (mail, owner) =>
      db
        .update(outbox)
        .set({ status: "handing" })
        .where(heldBy(mail, owner, "waiting"))
        .run().changes === 1,
    settle: async (mail, owner, outcome) => db.transaction(() => settle(mail, owner, outcome), immediate),
    counts: async () => {
      const rows = db.select({ status, mails: count() }).from(outbox).groupBy(status).all();
      const none = Object.fromEntries(mailStatuses.map((is) => [is, 0])) as Record<MailStatus, number>;
      return { ...none, ...Object.fromEntries(rows.map((row) => [row.status, row.mails])) };
    },
    oldestDue: async () =>
      db
        .select({ nextAt })
        .from(outbox)
        .where(and(eq(status, "waiting"), lte(nextAt, now())))
        .orderBy(asc(nextAt))
        .limit(1)
        .get()?.nextAt ?? null,
    lastSent: async () =>
      db.select({ settledAt }).from(outbox).where(eq(status, "sent")).orderBy(desc(settledAt)).limit(1).get()
        ?.settledAt ?? null,
    troubled: async ({ after, limit }) => {
      const [at = "", last = ""] = (after ?? "").split("~");
      const before = after === null ? undefined : sql`(${madeAt}, ${id}) < (${Number(at)}, ${last})`;
      const trouble = or(and(eq(status, "waiting"), ne(attempts, 0)), inArray(status, ["refused", "unsure", "dead"]));
      return db
        .select(listed)
        .from(outbox)
        .where(and(trouble, before))
        .orderBy(desc(madeAt), desc(id))
        .limit(limit)
        .all();
    },
    remove: async (of) =>
      db.transaction(() => {
        db.delete(mailSaid).where(eq(mailSaid.person, of)).run();
        db.delete(outbox).where(eq(person, of)).run();
      }, immediate),
    retry: async (mail) =>
      db
        .update(outbox)
        .set({ ...free, status: "waiting", nextAt: now(), attempts: 0, settledAt: null })
        .where(and(eq(id, mail), inArray(status, ["waiting", "dead"]), isNull(outbox.owner)))
        .run().changes === 1,
  };
}

/** A dead one keeps its words: somebody may still send it by hand. */
function changeOf(outcome: MailOutcome, tries: number, at: number) {
  const over = { ...noWords, settledAt: at };
  switch (outcome.is) {
    case "sent":
    case "dropped":
      return { ...over, status: outcome.is };
    case "refused":
    case "unsure":
      return { ...over, status: outcome.is, answer: outcome.answer };
    case "later":
      return tries < mostTries
        ? { status: "waiting" as const, attempts: tries, nextAt: at + pauseAfter(tries), answer: outcome.answer }
        : { status: "dead" as const, attempts: tries, settledAt: at, answer: outcome.answer };
  }
}
