import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Progress } from "../../src/evidence/read.ts";
import { readEvidence } from "../../src/evidence/read.ts";
import { readEvidenceInWorker } from "../../src/evidence/in-worker.ts";
import { zipOf } from "./zip-of.ts";
import { fileOf, lines, measured, read, refusal } from "./support.ts";

const volume = lines("records,bytes,seconds,failures", "10,100,1,0");
const sus = lines("respondent,q1,q2,q3,q4,q5,q6,q7,q8,q9,q10", "a,4,2,5,1,3,2,5,2,4,1");
const pdf = Buffer.from("%PDF-1.7\n%âãÏÓ\n");

describe("a piece of evidence", () => {
  test("carries the SHA-256 of every file, in the order given", async () => {
    const other = volume.replace("10,100", "20,200");
    const outcome = await read([fileOf(volume, "a", 5), fileOf(other, "b"), fileOf("", "empty")]);
    expect(outcome).toMatchObject({
      kind: "measured",
      reader: { format: "volume-csv", version: 4 },
      digests: [volume, other, ""].map((text) => createHash("sha256").update(text).digest("hex")),
    });
  });

  test("is recognised by its content, not by its name", async () => {
    expect((await measured("volume", [fileOf(volume, "sus.pdf")])).format).toBe("Data processing runs CSV");
  });

  test("files that no reader knows are warnings beside those that one knows", async () => {
    const files = [fileOf("hello", "notes.txt"), fileOf(volume, "v"), fileOf(pdf, "plan.pdf"), fileOf("", "empty")];
    const { warnings } = await measured("volume", files);
    expect(warnings.map((warning) => warning.code)).toEqual(["unread-file", "document-in-piece", "empty-file"]);
    expect(warnings[0]?.message).toContain("notes.txt");
  });

  test("counts the same bytes once", async () => {
    const files = [
      fileOf(volume, "a"),
      fileOf("", "empty"),
      fileOf(volume, "copy"),
      fileOf(volume + volume.slice(-11), "c"),
    ];
    const outcome = await read(files);
    expect(outcome).toMatchObject({ kind: "measured", measurement: { rowCount: 3 } });
    if (outcome.kind !== "measured") return;
    expect(outcome.digests).toHaveLength(4);
    expect(outcome.measurement.warnings.map((warning) => warning.code)).toEqual(["empty-file", "same-file-twice"]);
  });

  test("of two kinds is refused, in either order", async () => {
    const files = [fileOf(volume, "v"), fileOf(sus, "s")];
    expect(await refusal(files)).toMatchObject({ code: "two-formats", file: "s" });
    expect(await refusal(files.toReversed())).toMatchObject({ code: "two-formats", file: "v" });
  });

  test("rejected rows name their file only where there are several", async () => {
    const bad = volume + "x,1,1,1\n";
    expect((await measured("volume", [fileOf(bad, "a")])).rejectedRows[0]).not.toHaveProperty("file");
    expect((await measured("volume", [fileOf(bad, "a"), fileOf(volume, "b")])).rejectedRows[0]).toMatchObject({
      file: "a",
    });
  });

  test("a row that is not UTF-8 is rejected where the others are, and they stand", async () => {
    const whole = sus.replace("a,", "受访者,");
    const gb = Buffer.concat([Buffer.from(whole), Buffer.from([0xc4, 0xe3]), Buffer.from(",4,2,5,1,3,2,5,2,4,1\n")]);
    const measurement = await measured("sus", gb);
    expect(measurement.rejectedRows).toMatchObject([{ row: 3, reason: "the row holds bytes that are not UTF-8" }]);
    expect(measurement.warnings.map((warning) => warning.code)).toEqual(["not-utf-8"]);
    expect(measurement.n).toBe(1);
  });

  test("nothing at all is refused", async () => {
    expect(await refusal([])).toMatchObject({ code: "no-file" });
    expect(await refusal("")).toMatchObject({ code: "empty-file" });
    expect(await refusal("hello\nworld\n")).toMatchObject({ code: "unread-file" });
  });
});

describe("documents", () => {
  test("are told by their first bytes and attached unmeasured", async () => {
    const kinds: [Buffer, string][] = [
      [pdf, "PDF"],
      [Buffer.from("89504e470d0a1a0a0000", "hex"), "PNG"],
      [Buffer.from("ffd8ffe000104a464946", "hex"), "JPEG"],
      [
        zipOf({ name: "[Content_Types].xml", content: "" }, { name: "word/document.xml", content: "" }),
        "Word document",
      ],
      [Buffer.from("d0cf11e0a1b11ae100", "hex"), "Office document"],
    ];
    for (const [bytes, format] of kinds)
      expect(await read([fileOf(bytes)])).toMatchObject({ kind: "document", format });
  });

  test("text is a document only where the person says so, and even data then is", async () => {
    expect(await read("Minutes of the meeting", { as: "document" })).toMatchObject({ kind: "document" });
    expect(await read(volume, { as: "document" })).toMatchObject({ kind: "document", format: "Document" });
    expect(await refusal("", { as: "document" })).toMatchObject({ code: "empty-file" });
  });
});

test("a forced format is held to its header", async () => {
  expect(await refusal(sus, { as: "volume-csv" })).toMatchObject({ code: "mapping-needed", row: 1 });
  expect(await read(sus, { as: "sus-wide" })).toMatchObject({ kind: "measured" });
});

describe("on a thread of its own", () => {
  let folder = "";
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), "touchstone-read-"))));
  afterAll(() => rm(folder, { recursive: true }));

  async function fileAt(name: string, content: string | Uint8Array) {
    const path = join(folder, name);
    await writeFile(path, content);
    return { name, path, bytes: Buffer.byteLength(content) };
  }

  test("the outcome is the same, and progress ends at the whole", async () => {
    const header = "timeStamp,elapsed,label,success,allThreads\n";
    const rows = Array.from({ length: 60_000 }, (_, i) => `${1772000000000 + i * 5},${i % 97},a,${i % 50 !== 0},4\n`);
    const file = await fileAt("big.jtl", header + rows.join(""));
    const seen: Progress[] = [];
    const options = { timeZone: "UTC", withinMs: 50 };
    const outcome = await readEvidenceInWorker([file], options, (progress) => seen.push(progress));
    expect(outcome).toEqual(await readEvidence([file], options));
    expect(outcome).toMatchObject({ kind: "measured", measurement: { requests: 60_000, failures: 1200 } });
    const digest = createHash("sha256")
      .update(header + rows.join(""))
      .digest("hex");
    expect(outcome).toMatchObject({ digests: [digest] });
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.at(-1)).toEqual({ bytesRead: file.bytes, bytesTotal: file.bytes });
  });

  test("a refusal comes back as an outcome, a missing file as an error", async () => {
    const file = await fileAt("empty", "");
    expect(await readEvidenceInWorker([file], { timeZone: "UTC" })).toMatchObject({ kind: "refused" });
    const missing = { ...file, path: join(folder, "missing") };
    await expect(readEvidenceInWorker([missing], { timeZone: "UTC" })).rejects.toThrow("ENOENT");
  });

  test("can be ended before and while it reads, and the next piece is read all the same", async () => {
    const file = await fileAt("long", "x".repeat(8 << 20));
    const options = { timeZone: "UTC" };
    const ended = AbortSignal.abort();
    await expect(readEvidenceInWorker([file], options, undefined, ended)).rejects.toThrow("aborted");
    const control = new AbortController();
    const reading = readEvidenceInWorker([file], options, () => control.abort(), control.signal);
    await expect(reading).rejects.toThrow("aborted");
    expect(await readEvidenceInWorker([file], options)).toMatchObject({ kind: "refused" });
  });

  test("several pieces at a time do not mix", async () => {
    const files = await Promise.all(
      [1, 2, 3].map((i) =>
        fileAt(`runs ${i}`, lines("records,bytes,seconds,failures", ...Array<string>(i).fill("9,9,9,9"))),
      ),
    );
    const outcomes = await Promise.all(files.map((file) => readEvidenceInWorker([file], { timeZone: "UTC" })));
    expect(outcomes.map((one) => (one.kind === "measured" ? one.measurement.rowCount : one.kind))).toEqual([1, 2, 3]);
  });
});
