import { commitsOf } from "../../bench/large/commits.ts";
import { lifeOf, livesOf } from "../../bench/large/lives.ts";
import { writeNotable } from "../../bench/large/notable.ts";
import { writerTo } from "../../bench/large/writer.ts";
import { SqliteLedger } from "../../../src/ledger/sqlite.ts";
import type { Technology } from "../../../src/domain/technology/state/technology.ts";
import { startWalk } from "../reading/walk.ts";
import type { Walk } from "../reading/walk.ts";

export type LargeWalk = Walk & {
  /** Two technologies alike, with very many entries and pieces of evidence. */
  readonly large: readonly Technology[];
};

/** The walk's people, and two technologies at their rollout gate with two thousand entries and 300 pieces each. */
export async function startLargeWalk(): Promise<LargeWalk> {
  const walk = await startWalk();
  const { ledger, views, clock } = walk.demo.services;
  if (!(ledger instanceof SqliteLedger)) throw new Error("The demonstration stands on SQLite");
  const pattern = lifeOf(livesOf(await commitsOf(ledger)), walk.technology.slug);
  const slugs = ["large-first", "large-second"];
  for (const slug of slugs)
    await writeNotable(writerTo(ledger), { slug, pattern, pieces: 300, events: 2000, needs: 5 }, clock.now());
  await views.catchUp();
  const { rows } = views.portfolio.page({ sort: "name", limit: 9 });
  const states = await Promise.all(
    rows.filter(({ slug }) => slugs.includes(slug)).map(({ id }) => views.technologyState(id)),
  );
  return { ...walk, large: states.filter((state) => state !== null) };
}
