import { and, asc, desc, eq } from "../../../db/drizzle.ts";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { rememberedMapping } from "../../../db/authority/sqlite/schema.ts";
import type { Mapping } from "../../domain/evidence/mapping.ts";
import { canonicalJson } from "../../domain/words/canonical.ts";
import { lasting, saySame } from "../mappings.ts";
import type { Mappings, RememberedMapping } from "../mappings.ts";

/** @param now ms since 1970. */
export function openMappings(db: BetterSQLite3Database, now: () => number): Mappings {
  const { source: sourceColumn, format: formatColumn, givenBy: giver, givenAt } = rememberedMapping;

  function newest(...which: readonly ReturnType<typeof eq>[]): readonly RememberedMapping[] {
    return db
      .select()
      .from(rememberedMapping)
      .where(and(...which))
      .orderBy(desc(givenAt), asc(formatColumn))
      .all()
      .map(toRemembered);
  }

  const same = (mapping: Mapping): RememberedMapping | null =>
    newest(eq(formatColumn, mapping.format)).find((remembered) => saySame(remembered.mapping, mapping)) ?? null;

  function forget({ source, mapping, givenBy }: RememberedMapping): void {
    db.delete(rememberedMapping)
      .where(and(eq(sourceColumn, source), eq(formatColumn, mapping.format), eq(giver, givenBy)))
      .run();
  }

  return {
    remember: async ({ source, mapping, givenBy }) => {
      const values = { mapping: canonicalJson(lasting(mapping)), givenBy, givenAt: now() };
      db.insert(rememberedMapping)
        .values({ source, format: mapping.format, ...values })
        .onConflictDoUpdate({ target: [sourceColumn, formatColumn], set: values })
        .run();
    },
    find: async (source, format) => {
      const ofSource = eq(sourceColumn, source);
      return newest(...(format === undefined ? [ofSource] : [ofSource, eq(formatColumn, format)]))[0] ?? null;
    },
    same: async (mapping) => same(mapping),
    forget: async (remembered) => forget(remembered),
    forgetSame: async (mapping) => {
      db.transaction(
        () => {
          const remembered = same(mapping);
          if (remembered !== null) forget(remembered);
        },
        { behavior: "immediate" },
      );
    },
  };
}

const toRemembered = ({
  source,
  mapping,
  givenBy,
  givenAt,
}: typeof rememberedMapping.$inferSelect): RememberedMapping => ({
  source,
  mapping: JSON.parse(mapping) as Mapping,
  givenBy,
  givenAt,
});
