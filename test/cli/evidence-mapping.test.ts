import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { evidenceCommand } from "../../src/cli/evidence.ts";

let folder = "";
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "touchstone-cli-"));
  await writeFile(at("scores.csv"), "Region;Score;Result\nnorth;7;Late\nnorth;2;On time\nsouth;9;Late\n");
  await writeFile(at("ratings.csv"), Buffer.from("rating (1-5);Gruppe\n4;Ältere\n", "latin1"));
  const mapping = {
    format: "outcomes-csv",
    columns: { group: "Region", outcome: "Result", prediction: "Score" },
    conditions: { outcome: "Late", prediction: ">= 5" },
    rows: {},
  };
  await writeFile(at("mapping.json"), JSON.stringify(mapping));
  await writeFile(at("broken.json"), JSON.stringify({ ...mapping, columns: { colour: "Region" } }));
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
  const status = await evidenceCommand(["read", ...args], io, { dataDir: "" });
  return { status, out: out.join("\n"), err: err.join("\n") };
}

const parts = ["--as", "outcomes-csv", "--map", "group=Region", "--map", "outcome=Result", "--map", "prediction=Score"];
const conditions = ["--when", "outcome=Late", "--when", "prediction=>= 5"];

test("headings, conditions and rows on the command line, or in a file", async () => {
  const all = await run(at("scores.csv"), ...parts, ...conditions);
  expect(all).toMatchObject({ status: 0, err: "" });
  expect(all.out).toContain("north: n 2, TP 1, FP 0, TN 1, FN 0");
  expect(await run(at("scores.csv"), "--mapping", at("mapping.json"))).toEqual(all);
  const north = await run(at("scores.csv"), ...parts, ...conditions, "--rows", "Region=north");
  expect(north.out).not.toContain("south");
  expect(north.out).toContain("Warning: 1 rows are left out");
});

test("without a mapping the headings are shown, the rows never", async () => {
  const text = await run(at("scores.csv"));
  expect(text.status).toBe(2);
  expect(text.err).toContain("Headings: “Region”, “Score”, “Result”");
  const json = await run(at("scores.csv"), "--json");
  expect(JSON.parse(json.out)).toMatchObject({ problems: [{ headings: ["Region", "Score", "Result"] }] });
  expect(text.err + json.err + json.out).not.toContain("north");
});

test("what the file does not hold is stated, and an encoding is named", async () => {
  const read = ["--as", "satisfaction-csv", "--map", "rating=Score", "--state", "min=0", "--state", "max=10"];
  expect((await run(at("scores.csv"), ...read)).out).toContain("3 responses, mean 6, SD 3.606 on 0 to 10");
  const group = ["--as", "satisfaction-csv", "--map", "group=Gruppe", "--json"];
  const guessed = await run(at("ratings.csv"), ...group);
  expect(guessed.out).toContain("encoding-guessed");
  const told = JSON.parse((await run(at("ratings.csv"), ...group, "--encoding", "windows-1252")).out) as object;
  expect(told).toMatchObject({ groups: [{ group: "Ältere" }], warnings: [] });
});

test.each([
  [["--map", "group=Region"], "need --as"],
  [[...parts, "--map", "group=Score"], "only once"],
  [[...parts, "--when", "prediction"], "NAME=TEXT"],
  [[...parts, "--when", "prediction=>= high"], "condition"],
  [["--as", "outcomes-csv", "--map", "colour=Region"], "no column “colour”"],
  [["--mapping", "/nowhere.json"], "/nowhere.json cannot be read"],
  [["--encoding", "ebcdic"], "--encoding takes"],
])("%s is wrong use, with the usage", async (args, words) => {
  const { status, err } = await run(at("scores.csv"), ...args);
  expect(status).toBe(2);
  expect(err).toContain(words);
  expect(err).toContain("touchstone evidence read");
});

test("a mapping that does not fit its format is wrong use", async () => {
  expect((await run(at("scores.csv"), "--mapping", at("broken.json"))).err).toContain("no column “colour”");
  expect((await run(at("scores.csv"), "--mapping", at("mapping.json"), "--rows", "a=b")).err).toContain("not both");
});
