import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../src/app.ts";
import { replayDecision } from "../src/application/replay.ts";
import { openServices } from "../src/application/open-services.ts";
import type { Services } from "../src/application/services.ts";
import { verifyRecord } from "../src/application/verify.ts";
import { readConfig } from "../src/config.ts";
import { earlierAuditor, earlierLedger, earlierNow } from "./support/earlier-ledger.ts";
import { browser } from "./support/http.ts";
import type { Browser } from "./support/http.ts";

/** A ledger written by version 0.2.0 goes on to open, to verify, to replay and to be read. */
const { folder, dataDir, replays } = earlierLedger();
const config = readConfig({ TOUCHSTONE_DATA: dataDir, TOUCHSTONE_LOG_LEVEL: "silent" });
let services: Services;
beforeAll(async () => {
  services = await openServices(config, { clock: { now: () => earlierNow }, now: () => Date.parse(earlierNow) });
});
afterAll(async () => {
  await services.close();
  rmSync(folder, { recursive: true, force: true });
});

it("is whole, and every entry was its actor's to make", async () => {
  const { ok, entries, findings } = await verifyRecord({ dataDir });
  expect({ ok, entries, findings }).toEqual({ ok: true, entries: 77, findings: [] });
});

it.each(replays.map((recorded) => [recorded.decision, recorded] as const))(
  "replays the decision %s as before",
  async (_decision, recorded) => {
    const replay = await replayDecision(services, String(recorded.position));
    // Named since: what was made of drift, of which there is none.
    expect(rounded(replay)).toEqual(rounded({ ...recorded, settled: [] }));
  },
);

describe.each(["en", "zh-CN"])("its pages in %s", (language) => {
  it("render for an auditor, each of them that a link leads to", async () => {
    const reader = await auditor();
    const pages = await crawl(reader, language, await oneOfEachType());
    const broken = [...pages].filter(([, status]) => status !== 200);
    expect(broken).toEqual([]);
    expect(expected.filter((path) => !pages.has(path))).toEqual([]);
  });
});

const technology = "/technologies/fax-gateway";
const gates = ["admission", "completion", "rollout", "adoption"].map((gate) => `${technology}/gates/${gate}`);

/** Where it has something to show; an address of an entry, a decision or a look stands for all of its kind. */
const expected = [
  ...["/technologies", "/people", "/policy", "/administration", "/ledger/77", "/decisions/62", "/decisions/62/replay"],
  ...["", "/proposal", "/plan", "/evidence", "/evaluation", "/rollout", "/history", "/looks/58", "/evidence/e1"].map(
    (page) => technology + page,
  ),
  ...gates.flatMap((gate) => [gate, `${gate}/dossier`, `${gate}/as-of`]),
];

/** What a program made of numbers may differ in its last digits between machines. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
    typeof part === "number" && !Number.isInteger(part) ? Number(part.toPrecision(10)) : part,
  );

async function auditor(): Promise<Browser> {
  const reader = browser(createApp(services, config));
  const { status } = await reader.post("/sign-in", earlierAuditor);
  expect(status).toBe(303);
  return reader;
}

/** Pages that say the same on any ledger, and files, which have tests of their own. */
const elsewhere = /^\/(assets|help|methods)\/|^\/sign-|\/proof$|\/files\//;

/** Addresses of the last entry of each type of event: an entry is shown like any other of its type. */
async function oneOfEachType(): Promise<ReadonlySet<string>> {
  const events = await services.ledger.readAll(0, 1000);
  const lastOf = new Map(events.map(({ type, position }) => [type, `/ledger/${position}`]));
  return new Set(lastOf.values());
}

/** Every path that a link leads to, beginning at the first page, with its status; of each path the first address met. */
async function crawl(reader: Browser, language: string, entries: ReadonlySet<string>): Promise<Map<string, number>> {
  const met = new Map<string, number>();
  const waiting = ["/"];
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    const path = address.replace(/[?#].*$/, "");
    if (met.has(path) || elsewhere.test(path)) continue;
    if (path.startsWith("/ledger/") && !entries.has(path)) continue;
    const page = await reader.get(address, { "Accept-Language": language });
    met.set(path, page.status === 303 ? 200 : page.status);
    if (page.status === 303) waiting.push(page.location);
    for (const [, link = ""] of page.html.matchAll(/\bhref="(\/[^"]*)"/g)) waiting.push(link.replaceAll("&amp;", "&"));
  }
  return met;
}
