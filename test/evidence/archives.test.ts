import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { seedsOf } from "./seeds.ts";
import { fileOf, measured, read, refusal } from "./support.ts";
import { zipOf } from "./zip-of.ts";

const jtl = seedsOf("jmeter-csv")[0]!;
const probes = "service,time,up\nP,2026-03-01T00:00:00Z,1\nP,2026-03-01T00:01:00Z,0\n";

function tarOf(...files: readonly (readonly [name: string, content: string])[]): Buffer {
  const blocks = files.flatMap(([name, content]) => {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write(Buffer.byteLength(content).toString(8).padStart(11, "0"), 124);
    header.write("0", 156);
    header.write("ustar", 257);
    return [header, Buffer.from(content), Buffer.alloc((512 - (Buffer.byteLength(content) % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

describe("an archive is opened", () => {
  test("the one file that is measured is read, and that is said", async () => {
    const { requests, warnings } = await measured("load", zipOf({ name: "run/results.jtl", content: jtl }));
    expect(requests).toBe((await measured("load", jtl)).requests);
    expect(warnings).toMatchObject([{ code: "read-from-archive" }]);
    expect(warnings[0]?.message).toMatch(/read from a ZIP archive of one file: run\/results.jtl/);
  });

  test("beside what no reader knows, and without what folders leave there", async () => {
    const zip = zipOf(
      { name: "__MACOSX/._results.jtl", content: "x" },
      { name: "run/", content: "" },
      { name: "run/jmeter.log", content: "2026 INFO\n" },
      { name: "run/results.jtl", content: jtl },
    );
    expect(await measured("load", zip)).toMatchObject({ requests: 8 });
  });

  test("its digest is the archive's, and the same archive twice counts once", async () => {
    const zip = zipOf({ name: "a.csv", content: probes });
    const outcome = await read([fileOf(zip, "a"), fileOf(zip, "b")]);
    expect(outcome).toMatchObject({ kind: "measured", measurement: { rowCount: 2 } });
    if (outcome.kind === "measured") expect(new Set(outcome.digests).size).toBe(1);
  });

  test("files of several formats are asked about, and the one that is named is read", async () => {
    const zip = zipOf(
      { name: "a.csv", content: probes },
      { name: "b.jtl", content: jtl },
      { name: "c.txt", content: "x" },
    );
    const problem = await refusal(zip);
    expect(problem.message).toMatch(/ZIP archive of 3 files: a.csv \(Probes CSV\), b.jtl \(JMeter CSV\), c.txt/);
    expect(problem.questions).toMatchObject([{ about: "member", members: [{ name: "a.csv" }, { name: "b.jtl" }, {}] }]);
    expect(await measured("availability", zip, { answers: { member: "a.csv" } })).toMatchObject({ rowCount: 2 });
  });

  test("with nothing that is known in it, it is named with what is in it", async () => {
    const problem = await refusal(
      zipOf({ name: "notes.txt", content: "hello" }, { name: "inner.zip", content: zipOf() }),
    );
    expect(problem).toMatchObject({ code: "archive" });
    expect(problem.message).toMatch(
      /is a ZIP archive of 2 files: notes.txt, inner.zip. None of them is read as it is: unpack it/,
    );
  });

  test.each([
    ["gz", gzipSync(probes)],
    ["tar", tarOf(["run/notes.txt", "x"], ["run/probes.csv", probes])],
    ["tar.gz", gzipSync(tarOf(["run/probes.csv", probes]))],
  ])("%s too", async (_name, bytes) => {
    expect(await measured("availability", bytes)).toMatchObject({ rowCount: 2, services: [{ downSeconds: 60 }] });
  });
});

describe("office files are told apart", () => {
  const types = { name: "[Content_Types].xml", content: "<Types/>" };
  const odf = (type: string) => [{ name: "mimetype", content: `application/vnd.oasis.opendocument.${type}` }];

  test.each([
    ["Word document", [types, { name: "word/document.xml", content: "<w/>" }]],
    ["Presentation", [types, { name: "ppt/presentation.xml", content: "<p/>" }]],
    ["OpenDocument file", odf("text")],
    ["EPUB", [{ name: "mimetype", content: "application/epub+zip" }]],
  ] as const)("%s is a document", async (format, files) => {
    expect(await read(zipOf(...files))).toMatchObject({ kind: "document", format });
  });

  test.each([
    [/ODS\): save it as XLSX or CSV/, odf("spreadsheet")],
    [
      /a Java archive: a program/,
      [
        { name: "META-INF/MANIFEST.MF", content: "x" },
        { name: "a.csv", content: probes },
      ],
    ],
    [/XLSB\): save it as XLSX/, [types, { name: "xl/workbook.bin", content: "x" }]],
  ] as const)("%s", async (words, files) => {
    expect((await refusal(zipOf(...files))).message).toMatch(words);
  });

  test("an old workbook, and archives that are not opened, are named", async () => {
    const ole = Buffer.concat([
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      Buffer.alloc(600),
      Buffer.from("Workbook", "utf16le"),
    ]);
    expect(await refusal(ole)).toMatchObject({ code: "old-workbook" });
    expect((await refusal(Buffer.from("377abcaf271c00", "hex"))).message).toMatch(/7-Zip archive: unpack it/);
    expect((await refusal(Buffer.from("526172211a0700", "hex"))).message).toMatch(/RAR archive/);
  });
});

describe("hostile archives are refused, and nothing is written anywhere", () => {
  test("a bomb, whatever its directory claims", async () => {
    const bomb = zipOf({ name: "a.csv", content: Buffer.alloc(280 << 20), claims: 10 });
    expect((await refusal(bomb)).message).toMatch(/larger unpacked than is opened/);
    expect((await refusal(gzipSync(Buffer.alloc(310 << 20)))).message).toMatch(/larger unpacked/);
  });

  test("paths that lead out of a folder are names and nothing else", async () => {
    const zip = zipOf({ name: "../../etc/passwd", content: probes });
    expect(await measured("availability", zip)).toMatchObject({ rowCount: 2 });
  });

  test("an encrypted, a cut and a damaged one", async () => {
    const zip = zipOf({ name: "a.csv", content: probes });
    expect((await refusal(zipOf({ name: "a.csv", content: probes, encrypted: true }))).message).toMatch(/encrypted/);
    expect((await refusal(zip.subarray(0, zip.length - 8))).message).toMatch(/cut off or damaged/);
    const damaged = Buffer.from(zip);
    damaged.fill(0xff, 40, 60);
    expect(await read(damaged)).toMatchObject({ kind: "refused" });
    expect((await refusal(gzipSync(probes).subarray(0, 30))).message).toMatch(/gzip file that is cut off/);
  });

  test("more members than any export has", async () => {
    const many = zipOf(...Array.from({ length: 5_001 }, (_, i) => ({ name: `f${i}`, content: "" })));
    expect((await refusal(many)).message).toMatch(/5001 files, at most 5000/);
  });

  test("any change of a byte is read or refused", async () => {
    const zip = zipOf({ name: "a.csv", content: probes }, { name: "b.txt", content: "x" });
    for (let at = 0; at < zip.length; at += 1) {
      const changed = Buffer.from(zip);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      expect(["measured", "refused", "document"]).toContain((await read(changed)).kind);
    }
  });
});
