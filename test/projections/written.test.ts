import { createHash } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import type { JsonObject } from "../../src/domain/words/json.ts";
import { openLedger } from "../../src/ledger/sqlite.ts";
import type { Ledger, LedgerEvent, PrivateText } from "../../src/ledger/port.ts";
import { openViews } from "../../src/projections/views.ts";
import { written } from "../../src/projections/written.ts";
import { earlierLedger } from "../support/earlier-ledger.ts";
import { readModels } from "../support/read-models.ts";

const { folder, dataDir } = earlierLedger();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("names what the read models write, so that files of before are made again where it changes", async () => {
  const rows = await rowsOfTheStory();
  const advice =
    "What the read models write of a frozen story has changed, and files written before are stale. " +
    `Put the new version into src/projections/written.ts: export const written = "${rows}"`;
  expect(written, advice).toBe(rows);
});

/**
 * The hash of all rows after each event of a frozen story: the life of a technology as version 0.2.0 wrote it, then one
 * of every event there is on a second technology; and once more when half a year has passed.
 */
async function rowsOfTheStory(): Promise<string> {
  const source = openLedger({ dataDir });
  const copy = join(folder, "told-again");
  const ledger = openLedger({ dataDir: copy });
  let now = "2026-01-01T00:00:00.000Z";
  const views = await openViews({ dataDir: copy, ledger, timeZone: "UTC", now: () => now });
  const hash = createHash("sha256");
  for (const event of [...(await source.readAll(0, 1000)), ...oneOfEach()]) {
    now = event.time > now ? event.time : now;
    await append(ledger, { ...event, time: now }, await textsOf(source, event));
    await views.catchUp();
    hash.update(digits(readModels(copy)));
  }
  now = new Date(Date.parse(now) + 180 * 86_400_000).toISOString();
  await views.recheck();
  hash.update(digits(readModels(copy)));
  await views.close();
  ledger.close();
  source.close();
  return hash.digest("hex").slice(0, 16);
}

/** How words are searched for is a part of what is written: Latin, Chinese, and Chinese in traditional characters. */
function inTraditional(event: LedgerEvent): LedgerEvent {
  if (event.type !== "TechnologyProposed") return event;
  const { proposal, ...rest } = event.payload as { readonly proposal: JsonObject };
  return { ...event, payload: { ...rest, proposal: { ...proposal, name: "Queue forecast 臺灣隊列預測" } } };
}

/** What decides in this version could not write them in this order; what reads them must take them as they come. */
function oneOfEach(): readonly LedgerEvent[] {
  const file = new URL("../domain/technology/fixtures/events.json", import.meta.url);
  const events = JSON.parse(readFileSync(file, "utf8")) as readonly LedgerEvent[];
  return events.map((event, index) => ({
    ...inTraditional(event),
    stream: "technology-every",
    version: index + 1,
    role: "planner",
    command: `every-${index}`,
  }));
}

async function append(ledger: Ledger, event: LedgerEvent, texts: readonly PrivateText[]): Promise<void> {
  const { stream, version, type, schema, payload, actor, role, time } = event;
  const command = { commandId: `${stream}-${version}`, commandDigest: "0".repeat(64) };
  await ledger.append({
    ...{ stream, expectedVersion: version - 1, events: [{ type, schema, payload }], actor, role, time, texts },
    ...command,
  });
}

/** The words that search copies. */
async function textsOf(source: Ledger, { payload }: LedgerEvent): Promise<readonly PrivateText[]> {
  const { summary } = (payload["proposal"] ?? {}) as { readonly summary?: string };
  const text = summary === undefined ? null : await source.privateText(summary);
  return text === null || text === "erased" ? [] : [text];
}

/** Numbers to nine digits: the last ones may differ between machines. */
const digits = (rows: Readonly<Record<string, readonly string[]>>): string =>
  JSON.stringify(rows).replace(/\d+\.\d{9,}(e-?\d+)?/g, (number) => Number(number).toPrecision(9));
