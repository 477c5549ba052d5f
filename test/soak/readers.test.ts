import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { formats } from "../../src/evidence/formats.ts";
import { mutantOf, outcomeOf } from "../evidence/mutants.ts";

const mutants = Number(process.env["SOAK_MUTANTS"] ?? 100_000);

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

function heapMegabytes(): number {
  collect();
  return process.memoryUsage().heapUsed / 1e6;
}

test.each(formats.map((format) => [format.name] as const))(
  `%s: ${mutants} mutants without a crash, a hang or a growing heap`,
  async (name) => {
    let before = 0;
    let slowest = 0;
    for (let n = 0; n < mutants; n += 1) {
      // What is compiled and cached at first is no growth.
      if (n === Math.floor(mutants / 10)) before = heapMegabytes();
      const mutant = mutantOf(name, n);
      const began = performance.now();
      await outcomeOf(mutant).catch((cause: unknown) => {
        throw new Error(`mutant ${n} of ${name}`, { cause });
      });
      slowest = Math.max(slowest, performance.now() - began);
    }
    const grown = heapMegabytes() - before;
    process.stdout.write(`${name}: slowest ${Math.round(slowest)} ms, heap ${grown.toFixed(1)} MB\n`);
    // A hang, not a slow machine: an ordinary mutant takes less than a millisecond.
    expect(slowest).toBeLessThan(30_000);
    expect(grown).toBeLessThan(20);
  },
);
