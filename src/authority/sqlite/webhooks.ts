import { randomUUID } from "node:crypto";
import { and, asc, count, desc, eq, getTableColumns, inArray, isNull, lt, lte, or } from "../../../db/drizzle.ts";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { webhook, webhookDelivery, webhookHost } from "../../../db/authority/sqlite/schema.ts";
import { mostTries, pauseAfter } from "../../domain/mails/retry.ts";
import { drawToken } from "../tokens.ts";
import type { Delivery, Webhook, Webhooks } from "../webhooks.ts";

const immediate = { behavior: "immediate" } as const;
const free = { owner: null, leasedUntil: null };
const { owner: ownerColumn, leasedUntil, ...delivery } = getTableColumns(webhookDelivery);

/** @param now ms since 1970. */
export function openWebhooks(db: BetterSQLite3Database, now: () => number): Webhooks {
  function queue(hook: Pick<Webhook, "id" | "position">, positions: readonly number[], upTo: number): void {
    const stands = and(eq(webhook.id, hook.id), eq(webhook.position, hook.position), isNull(webhook.endedAt));
    if (db.update(webhook).set({ position: upTo }).where(stands).run().changes === 0) return;
    for (const position of positions)
      db.insert(webhookDelivery)
        .values({
          id: randomUUID(),
          webhook: hook.id,
          position,
          status: "waiting",
          attempts: 0,
          madeAt: now(),
          nextAt: now(),
        })
        .onConflictDoNothing()
        .run();
  }

  function claim(owner: string, ms: number, limit: number): readonly Delivery[] {
    const unheld = or(isNull(leasedUntil), lte(leasedUntil, now()));
    const due = db
      .select({ id: delivery.id })
      .from(webhookDelivery)
      .where(and(eq(delivery.status, "waiting"), lte(delivery.nextAt, now()), unheld))
      .orderBy(asc(delivery.nextAt), asc(delivery.position))
      .limit(limit)
      .all()
      .map(({ id }) => id);
    const mine = inArray(delivery.id, due);
    db.update(webhookDelivery)
      .set({ owner, leasedUntil: now() + ms })
      .where(mine)
      .run();
    return db.select(delivery).from(webhookDelivery).where(mine).orderBy(asc(delivery.position)).all();
  }

  return {
    counts: async () => {
      const rows = db
        .select({ status: delivery.status, deliveries: count() })
        .from(webhookDelivery)
        .groupBy(delivery.status)
        .all();
      const none = { waiting: 0, delivered: 0, dead: 0 };
      return { ...none, ...Object.fromEntries(rows.map((row) => [row.status, row.deliveries])) };
    },
    oldestDue: async () =>
      db
        .select({ nextAt: delivery.nextAt })
        .from(webhookDelivery)
        .where(and(eq(delivery.status, "waiting"), lte(delivery.nextAt, now())))
        .orderBy(asc(delivery.nextAt))
        .limit(1)
        .get()?.nextAt ?? null,
    create: async ({ types, ...hook }) => {
      const secret = drawToken();
      const id = randomUUID();
      db.insert(webhook)
        .values({ ...hook, id, secret, types: JSON.stringify(types), madeAt: now() })
        .run();
      return { secret };
    },
    all: async () =>
      db.select().from(webhook).where(isNull(webhook.endedAt)).orderBy(asc(webhook.name)).all().map(hookOf),
    end: async (id) =>
      db
        .update(webhook)
        .set({ endedAt: now(), secret: "" })
        .where(and(eq(webhook.id, id), isNull(webhook.endedAt)))
        .run().changes === 1,
    endAllOf: async (person) =>
      void db
        .update(webhook)
        .set({ endedAt: now(), secret: "" })
        .where(and(eq(webhook.madeBy, person), isNull(webhook.endedAt)))
        .run(),
    queue: async (hook, positions, upTo) => db.transaction(() => queue(hook, positions, upTo), immediate),
    claim: async (owner, ms, limit) => db.transaction(() => claim(owner, ms, limit), immediate),
    settle: async (id, owner, { ok, answer, millis }) =>
      db.transaction(() => {
        const held = and(eq(delivery.id, id), eq(ownerColumn, owner));
        const row = db.select({ attempts: delivery.attempts }).from(webhookDelivery).where(held).get();
        if (row === undefined) return;
        const attempts = row.attempts + 1;
        const status = ok ? "delivered" : attempts < mostTries ? "waiting" : "dead";
        db.update(webhookDelivery)
          .set({ ...free, status, attempts, nextAt: now() + pauseAfter(attempts), triedAt: now(), answer, millis })
          .where(held)
          .run();
      }, immediate),
    deliveries: async (id, { before, limit }) =>
      db
        .select(delivery)
        .from(webhookDelivery)
        .where(and(eq(delivery.webhook, id), before === null ? undefined : lt(delivery.position, before)))
        .orderBy(desc(delivery.position))
        .limit(limit)
        .all(),
    replay: async (id) =>
      db
        .update(webhookDelivery)
        .set({ ...free, status: "waiting", attempts: 0, nextAt: now() })
        .where(and(eq(delivery.id, id), isNull(ownerColumn)))
        .run().changes === 1,
    hosts: async () =>
      db
        .select({ host: webhookHost.host, inside: webhookHost.inside })
        .from(webhookHost)
        .orderBy(asc(webhookHost.host))
        .all(),
    allow: async ({ host, inside }, givenBy) =>
      void db
        .insert(webhookHost)
        .values({ host, inside, givenBy, givenAt: now() })
        .onConflictDoUpdate({ target: webhookHost.host, set: { inside, givenBy, givenAt: now() } })
        .run(),
    disallow: async (host) => void db.delete(webhookHost).where(eq(webhookHost.host, host)).run(),
  };
}

const hookOf = ({ types, ...hook }: typeof webhook.$inferSelect): Webhook => ({
  ...hook,
  types: JSON.parse(types) as readonly string[],
});
