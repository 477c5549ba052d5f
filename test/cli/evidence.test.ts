import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { evidenceCommand } from "../../src/cli/evidence.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "touchstone-cli-"));
  await mkdir(join(folder, "runs", "second"), { recursive: true });
  await writeFile(join(folder, "runs", "one.csv"), "records,bytes,seconds,failures\n10,100,1,0\nx,1,1,1\n");
  await writeFile(join(folder, "runs", "second", "two.csv"), "records,bytes,seconds,failures\n20,200,1,5\n");
  await writeFile(join(folder, "runs", ".hidden"), "not read");
  await writeFile(join(folder, "plan.pdf"), "%PDF-1.4");
  await writeFile(join(folder, "empty.csv"), "");
});
afterAll(() => rm(folder, { recursive: true }));

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    timeZone: "UTC",
  };
  const status = await evidenceCommand(args, io, { dataDir: "" });
  return { status, out: out.join("\n"), err: err.join("\n") };
}

test("a folder is one piece; --json prints one document", async () => {
  const { status, out, err } = await run("read", join(folder, "runs"), "--json");
  expect([status, err]).toEqual([0, ""]);
  expect(JSON.parse(out)).toMatchObject({
    format: "Data processing runs CSV",
    kind: "volume",
    rejectedRows: [{ row: 3, reason: "records “x” is not a number", file: "runs/one.csv" }],
    warnings: [],
    reader: { format: "volume-csv" },
  });
  expect((JSON.parse(out) as { runs: unknown[] }).runs).toHaveLength(2);
});

test("people read text", async () => {
  const { status, out } = await run("read", join(folder, "runs"));
  expect(status).toBe(0);
  expect(out).toContain("20 records, 200 bytes in 1 s, 5 failed");
  expect(out).toContain("runs/one.csv line 3: records “x” is not a number");
});

test("a document is named, not measured", async () => {
  const { status, out } = await run("read", join(folder, "plan.pdf"), "--json");
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ kind: "document", format: "PDF" });
});

test.each([
  [["read"], "Name at least one file"],
  [["reed", "x"], "evidence reed"],
  [[], "no “evidence "],
  [["read", "x", "--as", "excel"], "--as excel"],
  [["read", "x", "--within", "0.5"], "--within"],
  [["read", "x", "--time-zone", "Mars/Base"], "Mars/Base"],
  [["read", "x", "--colour"], "--colour"],
  [["read", "/nowhere/at/all"], "cannot be read"],
])("wrong use is 2: %j", async (args, message) => {
  const { status, out, err } = await run(...args);
  expect([status, out]).toEqual([2, ""]);
  expect(err).toContain(message);
});

test("an empty file is 2, and --json says why", async () => {
  const { status, out, err } = await run("read", join(folder, "empty.csv"), "--json");
  expect(status).toBe(2);
  expect(err).toContain("is empty");
  expect(JSON.parse(out)).toMatchObject({ kind: "refused", problems: [{ code: "empty-file" }] });
});
