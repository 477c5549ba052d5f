import { createHash } from "node:crypto";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { feed } from "../../src/evidence/feed.ts";
import { Refused } from "../../src/evidence/refused.ts";
import { readEvidence } from "../../src/evidence/read.ts";

const folder = mkdtempSync(join(tmpdir(), "touchstone-hash-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Big enough to be hashed on a thread of its own. */
function bigFile(name: string) {
  const path = join(folder, name);
  const row = (i: number): string => `${1772352000000 + i},${i % 400},GET /a,true,3\n`;
  writeFileSync(
    path,
    "timeStamp,elapsed,label,success,allThreads\n" + Array.from({ length: 330_000 }, (_, i) => row(i)).join(""),
  );
  return { name, path, bytes: statSync(path).size };
}

const shaOf = (text: Buffer): string => createHash("sha256").update(text).digest("hex");

test("a big file's digest, taken beside the reading, is that of its bytes, one file after the other", async () => {
  const file = bigFile("a");
  expect(file.bytes).toBeGreaterThan(8 << 20);
  for (let i = 0; i < 2; i += 1) {
    const outcome = await readEvidence([file], { timeZone: "UTC" });
    if (outcome.kind !== "measured" || outcome.measurement.kind !== "load") throw new Error("Not measured");
    expect(outcome.measurement.requests).toBe(330_000);
    expect(outcome.digests).toEqual([shaOf(readFileSync(file.path))]);
  }
});

test("a file that changes while it is read is refused", async () => {
  const file = bigFile("b");
  let told = 0;
  const change = (): void => {
    told += 1;
    if (told === 3) appendFileSync(file.path, "more\n");
  };
  const sink = { write: () => undefined, end: () => undefined };
  await expect(feed(file, () => sink, change)).rejects.toThrow(Refused);
});

test("a reader that refuses midway leaves no thread behind that would hold the next file up", async () => {
  const file = bigFile("c");
  const refuse = (): never => {
    throw new Refused({ code: "x", message: "refused" });
  };
  await expect(
    feed(
      file,
      () => ({ write: refuse, end: refuse }),
      () => undefined,
    ),
  ).rejects.toThrow("refused");
  expect((await readEvidence([file], { timeZone: "UTC" })).kind).toBe("measured");
});
