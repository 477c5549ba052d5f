import { commitsOf } from "../../bench/large/commits.ts";
import { lifeOf, livesOf } from "../../bench/large/lives.ts";
import { writeNotable } from "../../bench/large/notable.ts";
import { writerTo } from "../../bench/large/writer.ts";
import { SqliteLedger } from "../../../src/ledger/sqlite.ts";
import type { Technology } from "../../../src/domain/technology/state/technology.ts";
import type { Browser, Fields } from "../../support/http.ts";
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
  await writeStandard(walk);
  for (const slug of slugs) await writeStatement(walk, slug);
  await views.catchUp();
  const { rows } = views.portfolio.page({ sort: "name", limit: 9 });
  const states = await Promise.all(
    rows.filter(({ slug }) => slugs.includes(slug)).map(({ id }) => views.technologyState(id)),
  );
  return { ...walk, large: states.filter((state) => state !== null) };
}

const standard = "city-interfaces";

const called = ({ walkers }: Walk, who: string) => {
  const walker = walkers.find(({ what }) => what === who);
  if (walker === undefined) throw new Error(`Nobody walks as ${who}`);
  return walker.browser;
};

/** A standard with a version in force and one that is a draft. */
async function writeStandard(walk: Walk): Promise<void> {
  const keeper = called(walk, "administrator");
  const department = walk.technology.proposal.department;
  const named = { "name.en": "City interfaces", "name.zh": "城市接口规范", standard, department };
  await taken(keeper, "/standards/new", { kind: "interface", ...named });
  const draft = { text: "Every server is reached by https.", link: "" };
  const versions = `/standards/${standard}/versions`;
  await taken(keeper, `${versions}/new`, { label: "1.0", ...draft });
  const inForceOn = walk.demo.services.clock.now().slice(0, 10);
  await taken(keeper, `${versions}/1.0/publication`, { inForceOn });
}

/** What is stated of a safeguard, and is no more than a draft yet. */
async function writeStatement(walk: Walk, slug: string): Promise<void> {
  const author = called(walk, "planner of the department");
  await taken(author, `/technologies/${slug}/safeguards/new/aia`, {
    intent: "keep",
  });
}

async function taken(by: Browser, address: string, fields: Fields): Promise<void> {
  const page = await by.get(address);
  const hidden = ["commandId", "version", "shown"].map((name) => [name, page.value(name)] as const);
  const sent = { ...Object.fromEntries(hidden.filter(([, value]) => value !== "")), ...fields };
  const answer = await by.post(address, sent);
  if (answer.status !== 303) throw new Error(`${address}: ${answer.status} ${answer.text.slice(0, 2000)}`);
}
