import { hash } from "node:crypto";
import { openLedger } from "../../src/ledger/sqlite.ts";
import { privateText } from "./text.ts";

/** Appends until it is killed, and writes each command id once its commit is acknowledged. */
const [dataDir = "", round = ""] = process.argv.slice(2);
const ledger = openLedger({ dataDir, syncEvery: 3 });
for (let number = 0; ; number++) {
  const commandId = `${round}-${number}`;
  const stream = `stream-${number % 3}`;
  const expectedVersion = (await ledger.readStream(stream)).length;
  const result = await ledger.append({
    stream,
    expectedVersion,
    events: [1, 2].map((part) => ({ type: "Noted", schema: 1, payload: { commandId, part, filler: "x".repeat(500) } })),
    actor: "person-1",
    role: "planner",
    time: "2026-11-22T10:00:00.000Z",
    commandId,
    commandDigest: hash("sha256", commandId),
    claims: [{ kind: "slug", key: commandId }],
    texts: [privateText(commandId)],
  });
  if (result.kind !== "appended") throw new Error(`${commandId}: ${result.kind}`);
  process.stdout.write(`${commandId}.\n`);
}
