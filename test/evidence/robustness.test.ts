import fc from "fast-check";
import { expect, test } from "vitest";
import { formats } from "../../src/evidence/formats.ts";
import { seedsOf } from "./seeds.ts";
import { fileOf, read } from "./support.ts";

const noise = fc.uint8Array({ maxLength: 300 });

test("no bytes make a reader throw or hang", async () => {
  await fc.assert(
    fc.asyncProperty(noise, fc.integer({ min: 1, max: 64 }), async (bytes, size) => {
      const outcome = await read([fileOf(bytes, "noise", size)]);
      expect(["refused", "document"]).toContain(outcome.kind);
    }),
    { numRuns: 300 },
  );
});

test("nor where a format is forced on them", async () => {
  await fc.assert(
    fc.asyncProperty(noise, fc.constantFrom(...formats.map((format) => format.name)), async (bytes, as) => {
      expect((await read([fileOf(bytes)], { as })).kind).toBe("refused");
    }),
    { numRuns: 300 },
  );
});

test("files of two formats in one piece are measured or refused, in pieces of any size", async () => {
  const seeds = formats.flatMap((format) => seedsOf(format.name));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...seeds), { minLength: 2, maxLength: 3 }),
      fc.integer({ min: 1, max: 99 }),
      async (texts, size) => {
        const outcome = await read(texts.map((text, i) => fileOf(text, `file ${i}`, size)));
        expect(["measured", "refused"]).toContain(outcome.kind);
      },
    ),
    { numRuns: 300 },
  );
});

test("long lines of anything are read in linear time", async () => {
  const patterns = [" ", "\n", "-", "*", "\n ", "a", ",", '"', "1", ": ", "[", '{"tasks":'];
  for (const pattern of patterns) {
    const filler = pattern.repeat(Math.floor(400_000 / pattern.length));
    for (const start of ["", "Your rating: ", "1. a\nYour rating: 4\n", "url: a\nstartTime: b\nx: "]) {
      expect((await read(start + filler)).kind).toBe("refused");
    }
  }
}, 120_000);
