import { createHash, randomUUID } from "node:crypto";
import type { NewEvent } from "../../src/ledger/port.ts";
import type { SqliteLedger } from "../../src/ledger/sqlite.ts";

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");
const salt = Buffer.alloc(32);
const departments = Array.from({ length: 14 }, (_, n) => `department-${n}`);
const words = [
  "permit",
  "bus",
  "water",
  "school",
  "queue",
  "parking",
  "archive",
  "street",
  "health",
  "tax",
  "审批",
  "公交",
  "预约",
  "地图",
];

/**
 * Appends technologies with so many events each, as their deciders would write them. The disk is not waited for while
 * filling: what is measured comes afterwards.
 */
export async function fill(ledger: SqliteLedger, technologies: number, eventsEach: number, from = 0): Promise<void> {
  ledger.database.pragma("synchronous = OFF");
  for (let n = from; n < from + technologies; n += 1) {
    const text = `People wait for ${word(n)} and ${word(n * 7 + 3)} in case ${n}`;
    const need = {
      digest: createHash("sha256").update(salt).update(text).digest("hex"),
      salt: salt.toString("hex"),
      text,
    };
    await ledger.append({
      stream: `technology-b${n}`,
      expectedVersion: 0,
      events: [proposed(n, need.digest), ...Array.from({ length: eventsEach - 1 }, (_, k) => lesson(n, k))],
      actor: `planner${n % 50}`,
      role: "planner",
      time: new Date(Date.parse("2026-01-01T00:00:00Z") + n * 60_000).toISOString(),
      commandId: randomUUID(),
      commandDigest: digest(String(n)),
      claims: [{ kind: "slug", key: `technology-${n}` }],
      texts: [need],
    });
  }
  ledger.database.pragma("synchronous = FULL");
}

const word = (n: number): string => words[n % words.length] ?? "";

const proposed = (n: number, need: string): NewEvent => ({
  type: "TechnologyProposed",
  schema: 1,
  payload: {
    slug: `technology-${n}`,
    predecessor: null,
    proposal: {
      name: `${word(n * 5)} ${word(n * 3 + 1)} ${n}`,
      summary: digest(`summary ${n}`),
      need,
      needOf: digest(`needOf ${n}`),
      department: departments[n % departments.length] ?? "",
      sponsor: `sponsor${n % 20}`,
      demand: { users: 1000, requestsPerSecond: 10, recordsPerHour: 1000 },
      cost: { pilot: 10_000, annual: 20_000, currency: "EUR" },
      tier: "II",
      tierStated: true,
      standards: [],
      dataClass: "general",
      personalInformation: "none",
      risks: null,
      similarSeen: [],
    },
  },
});

const lesson = (n: number, k: number): NewEvent => ({
  type: "IncidentRecorded",
  schema: 1,
  payload: {
    incident: `i${k + 1}`,
    severity: (k % 4) + 1,
    occurredAt: "2026-01-01T00:00:00.000Z",
    dueOn: "2026-02-01",
    text: digest(`incident ${n} ${k}`),
  },
});
