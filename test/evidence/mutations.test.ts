import { describe, expect, test } from "vitest";
import { formats } from "../../src/evidence/formats.ts";
import { folders, mutantOf, outcomeOf } from "./mutants.ts";
import { mappingStating, seedsOf } from "./seeds.ts";
import { fileOf, read } from "./support.ts";

/** Two hundred times as many run with `npm run test:soak`. */
const mutants = 500;

describe.each(formats.map((format) => [format.name] as const))("%s", (name) => {
  test("its seeds are files that it measures, so that the mutants reach deep into it", async () => {
    const seeds = seedsOf(name).map((seed, i) => fileOf(seed, `seed ${i}`));
    for (const piece of folders.has(name) ? [seeds] : seeds.map((seed) => [seed])) {
      expect(await read(piece, mappingStating(name))).toMatchObject({ kind: "measured", reader: { format: name } });
    }
  });

  test(`${mutants} mutants are measured or refused, and every figure is a number`, async () => {
    const kinds = new Map<string, number>();
    for (let n = 0; n < mutants; n += 1) {
      const mutant = mutantOf(name, n);
      const kind = await outcomeOf(mutant).catch((cause: unknown) => {
        throw new Error(`mutant ${n} of ${name}: ${mutant.files.map(String).join("\n---\n").slice(0, 900)}`, { cause });
      });
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
    expect(kinds.get("measured") ?? 0).toBeGreaterThan(mutants / 50);
    expect(kinds.get("refused") ?? 0).toBeGreaterThan(mutants / 50);
  });
});
