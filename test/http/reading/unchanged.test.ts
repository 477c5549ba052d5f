import { readdirSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Route } from "../../../src/http/routes.ts";
import { browser } from "../../support/http.ts";
import type { Browser } from "../../support/http.ts";
import { startWalk } from "./walk.ts";
import type { Walk } from "./walk.ts";
import { databaseOf } from "../../support/database.ts";

let walk: Walk;
beforeAll(async () => void (walk = await startWalk()), 300_000);
afterAll(async () => walk.demo.stop());

/**
 * Everything that is kept: the ledger's head, each row beside it but when a session was last seen and which checkpoints
 * the log on file has (which follows the head each second, whoever asks), the vault's files.
 */
async function kept({ demo }: Walk): Promise<Record<string, unknown>> {
  const database = databaseOf(demo.services);
  const tables = database
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'filed_checkpoint' ORDER BY name",
    )
    .pluck()
    .all();
  const rows = tables.map((table) => {
    const all = database.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`).all();
    return [table, table === "session" ? all.map(({ seen_at: _seen, ...row }) => row) : all] as const;
  });
  const vault = readdirSync(demo.folder, { recursive: true }).filter((name) => String(name).includes("vault"));
  return { ...Object.fromEntries(rows), head: await demo.services.ledger.head(), vault: vault.toSorted() };
}

const everyone = ({ demo, walkers }: Walk): readonly (readonly [string, Browser])[] => [
  ["a stranger", browser(demo.app)],
  ...walkers.map(({ what, browser: own }) => [what, own] as const),
];

it("opening an address changes nothing, whoever opens it and however often", { timeout: 600_000 }, async () => {
  const { routes, demo } = walk;
  const { accounts } = demo.services;
  const [author] = walk.technology.authors;
  const link = await accounts.links.create("reset", author!);
  const { drafts } = demo.services;
  const typed = { kind: "form", title: "", fields: { text: "Because of the smoke." } };
  const hold = `/technologies/${walk.technology.slug}/rollout/hold`;
  const draft = await drafts.save(author!, { ...typed, subject: hold }, {});
  const free: Readonly<Record<string, string>> = { "/link/:token": link, "/drafts/:draft": draft };
  const addressOf = (route: Route): string =>
    free[route.path] === undefined ? walk.addressOf(route) : route.path.replace(/:\w+/, free[route.path]!);
  const before = await kept(walk);
  const opened = new Set<number>();
  for (const [who, own] of everyone(walk))
    for (const route of routes.filter(({ method }) => method === "get"))
      for (const _ of ["once", "again"]) {
        const { status } = await own.get(addressOf(route));
        expect(status, `${route.path} as ${who}`).toBeLessThan(500);
        opened.add(status);
      }
  expect(opened).toContain(200);
  expect(await kept(walk)).toEqual(before);
});
