import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { headOf } from "../../src/evidence/encoding.ts";
import { fileOf, lines, measured, read } from "./support.ts";

const header = "respondent,group,q1,q2,q3,q4,q5,q6,q7,q8,q9,q10";
const answers = "同意,不同意,非常同意,非常不同意,一般,不同意,非常同意,不同意,同意,非常不同意";
const chinese = lines(header.replace("group", "组别"), `甲,老年人,${answers}`, `乙,"公众\n（北区）",${answers}`);
const western = lines(header, "René,Bürger,4,2,5,1,3,2,5,2,4,1", "Zoë,Ältere – Süd,4,2,5,1,3,2,5,2,4,1");

/** GB2312 of the characters above, by way of the decoder itself: every pair of high bytes, asked back. */
const pairs = new Map<string, readonly number[]>();
for (let lead = 0xa1; lead <= 0xf7; lead += 1) {
  for (let trail = 0xa1; trail <= 0xfe; trail += 1) {
    pairs.set(new TextDecoder("gb18030").decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
}
const gb18030 = (text: string): Buffer =>
  Buffer.from(Array.from(text).flatMap((one) => pairs.get(one) ?? [one.charCodeAt(0)]));
const windows1252 = (text: string): Buffer => Buffer.from(text.replaceAll("–", "\x96"), "latin1");
const utf16le = (text: string): Buffer => Buffer.from(text, "utf16le");
const utf16be = (text: string): Buffer => utf16le(text).swap16();

describe("a table is read alike in every encoding", () => {
  const cases: readonly [string, Uint8Array, string, boolean][] = [
    ["UTF-8", Buffer.from(chinese), chinese, false],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${chinese}`), chinese, false],
    ["UTF-16 LE with a mark", utf16le(`\uFEFF${chinese}`), chinese, false],
    ["UTF-16 BE with a mark", utf16be(`\uFEFF${chinese}`), chinese, false],
    ["UTF-16 LE without", utf16le(chinese), chinese, false],
    ["UTF-16 BE without", utf16be(chinese), chinese, false],
    ["GB18030", gb18030(chinese), chinese, true],
    ["Windows-1252", windows1252(western), western, true],
  ];

  test.each(cases)("%s, in pieces of any size", async (_name, bytes, text, guessed) => {
    const expected = await measured("sus", text);
    for (const size of [1, 3, 7, Infinity]) {
      const { warnings, ...sus } = await measured("sus", [fileOf(bytes, "answers", size)]);
      expect(sus).toEqual({ ...expected, warnings: undefined });
      expect(warnings.map((warning) => warning.code)).toEqual(guessed ? ["encoding-guessed"] : []);
    }
  });
});

test("a guess names its encoding, and the person's own word goes before it", async () => {
  const guessed = await measured("sus", windows1252(western));
  expect(guessed.warnings[0]?.message).toBe("results is not UTF-8; it was read as Windows-1252, which is a guess");
  const told = await measured("sus", gb18030(chinese), { encoding: "gb18030" });
  expect(told.warnings).toEqual([]);
  expect(told.respondents.map((one) => one.group)).toEqual(["公众 (北区)", "老年人"]);
});

test("bytes that stop being UTF-8 far behind the beginning are said by row and by file", async () => {
  const row = `x,public,4,2,5,1,3,2,5,2,4,1\n`.replace("x,", ",");
  const bytes = Buffer.concat([Buffer.from(`${header}\n${row.repeat(4000)}`), gb18030(`,公众,${answers}\n`)]);
  const sus = await measured("sus", [fileOf(bytes, "answers", 1000)]);
  expect(sus).toMatchObject({ n: 4000, rejectedCount: 1 });
  expect(sus.rejectedRows).toMatchObject([{ row: 4002, reason: "the row holds bytes that are not UTF-8" }]);
  expect(sus.warnings.map((warning) => warning.code)).toEqual(["not-utf-8"]);
  const told = await measured("sus", [fileOf(bytes, "answers", 1000)], { encoding: "gb18030" });
  expect(told).toMatchObject({ n: 4001, rejectedCount: 0, warnings: [] });
});

test("a character cut at the end of the beginning or of a piece is whole", async () => {
  const rows = Array.from({ length: 3000 }, (_, i) => `人${i},公众,${answers}`);
  const sus = await measured("sus", [fileOf(Buffer.from(lines(header, ...rows)), "answers", 65_537)]);
  expect(sus).toMatchObject({ n: 3000, rejectedCount: 0, warnings: [] });
});

test("CRLF, CR and mixed line ends read alike", async () => {
  const expected = await measured("sus", western);
  for (const end of ["\r\n", "\r"]) expect(await measured("sus", western.replaceAll("\n", end))).toEqual(expected);
  const [first, ...others] = western.split("\n");
  expect(await measured("sus", `${first}\r${others.join("\r\n")}`)).toEqual(expected);
  for (const size of [1, 2, 5]) {
    expect(await measured("sus", [fileOf(western.replaceAll("\n", "\r\n"), "answers", size)])).toEqual(expected);
  }
});

test("a NUL byte rejects its row", async () => {
  const sus = await measured("sus", western.replace("René", "Re\0né"));
  expect(sus.rejectedRows).toMatchObject([{ row: 2, reason: "the row holds a NUL byte" }]);
});

test("any strict UTF-8 is UTF-8, wherever its beginning is cut", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", minLength: 1 }).filter((text) => !text.includes("\0")),
      fc.nat(),
      (text, cut) => {
        const bytes = Buffer.from(text.toWellFormed());
        expect(headOf(bytes.subarray(0, 1 + (cut % bytes.length)))).toMatchObject({ encoding: "utf-8" });
      },
    ),
    { numRuns: 1000 },
  );
});

test("no bytes keep the head from having an encoding", async () => {
  for (const text of ["\xe9", "a\xe9", "\xff\xfe", "\xfe\xff\0", "\0a", "a\0b\0"]) {
    expect((await read(Buffer.from(text, "latin1"))).kind).toBe("refused");
  }
});
