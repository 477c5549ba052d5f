import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { decodeLeaf, encodeLeaf, readEvent } from "../../src/ledger/codec.ts";
import type { Effects } from "../../src/ledger/port.ts";
import type { LedgerEvent } from "../../src/ledger/port.ts";
import { leafHash } from "../../src/ledger/merkle.ts";

const fixture = (name: string): Buffer =>
  Buffer.from(readFileSync(join(import.meta.dirname, "fixtures", `${name}.leaf`), "utf8").trimEnd());

const noted: LedgerEvent = {
  position: 7,
  stream: "technology-1",
  version: 3,
  type: "Noted",
  schema: 1,
  time: "2026-11-22T10:00:00.000Z",
  actor: "person-1",
  role: "planner",
  command: "01J",
  payload: { text: "试金石 😀", figures: [-0, 1e21, -1.5e-7] },
};

// Frozen: ledgers in service hold exactly these bytes and hashes. A change here breaks every one of them.
test("the bytes of a leaf are frozen", () => {
  expect(encodeLeaf(noted).toString()).toBe(fixture("noted-1").toString());
  expect(leafHash(fixture("noted-1")).toString("hex")).toBe(
    "3c1280857fa433a3135ee3752aebbdd39ee33d16bae706f2b7424b048eb33fe4",
  );
});

test("the bytes of a leaf with effects are frozen", () => {
  const effects: Effects = {
    texts: ["bb"],
    releases: [{ kind: "slug", key: "meters" }],
    erasures: ["aa"],
    claims: [{ kind: "slug", key: "smart-meters" }],
  };
  const event = { ...noted, position: 1, version: 1, payload: {} };
  expect(encodeLeaf(event, effects).toString()).toBe(fixture("noted-1-with-effects").toString());
  expect(decodeLeaf(fixture("noted-1-with-effects")).effects).toEqual(effects);
  expect(readEvent(fixture("noted-1-with-effects"))).toEqual(event);
});

test("an old shape is raised step by step on read, a newest one is left as it is", () => {
  const registry = {
    Noted: {
      1: (payload: object) => ({ ...payload, unit: "ms" }),
      2: (payload: object) => ({ ...payload, tier: 4 }),
    },
  };
  const event = readEvent(fixture("noted-1"), registry);
  expect(event).toMatchObject({ schema: 3, payload: { text: "试金石 😀", unit: "ms", tier: 4 } });
  expect(readEvent(encodeLeaf({ ...noted, schema: 3 }), registry).schema).toBe(3);
  expect(readEvent(encodeLeaf({ ...noted, type: "Other" }), registry).schema).toBe(1);
});

test("bytes that are not UTF-8 are no leaf", () => {
  expect(() => decodeLeaf(Buffer.from([0x7b, 0xff, 0x7d]))).toThrow();
});
