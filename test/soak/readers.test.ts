import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { formats } from "../../src/evidence/formats.ts";
import { mutantOf, outcomeOf } from "../evidence/mutants.ts";

/**
 * SOAK_MUTANTS=N asks for N of each reader, SOAK_FROM=M leaves out the first M, which ran before, and
 * SOAK_READERS=jmeter-csv,sus-wide names the readers.
 */
const mutants = Number(process.env["SOAK_MUTANTS"] ?? 100_000);
const from = Number(process.env["SOAK_FROM"] ?? 0);
const asked = process.env["SOAK_READERS"]?.split(",");
const names = formats.map((format) => format.name).filter((name) => asked === undefined || asked.includes(name));

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

function heapMegabytes(): number {
  collect();
  return process.memoryUsage().heapUsed / 1e6;
}

test("every reader that was asked for is one", () => {
  expect(names).toHaveLength(asked?.length ?? formats.length);
});

test.each(names.map((name) => [name] as const))(
  `%s: ${mutants} mutants without a crash, a hang or a growing heap`,
  async (name) => {
    let before = 0;
    let slowest = 0;
    const kinds = { measured: 0, refused: 0, document: 0 };
    for (let n = from; n < from + mutants; n += 1) {
      // What is compiled and cached at first is no growth.
      if (n === from + Math.floor(mutants / 10)) before = heapMegabytes();
      const mutant = mutantOf(name, n);
      const began = process.cpuUsage();
      const kind = await outcomeOf(mutant).catch((cause: unknown) => {
        throw new Error(`mutant ${n} of ${name}`, { cause });
      });
      kinds[kind] += 1;
      const { user, system } = process.cpuUsage(began);
      slowest = Math.max(slowest, (user + system) / 1000);
    }
    const grown = heapMegabytes() - before;
    process.stdout.write(
      `${name}: ${mutants} from ${from}: ${JSON.stringify(kinds)}, slowest ${Math.round(slowest)} ms, heap ${grown.toFixed(1)} MB\n`,
    );
    // A hang, not a busy machine: of the processor's own time an ordinary mutant takes about a millisecond.
    expect(slowest).toBeLessThan(30_000);
    expect(grown).toBeLessThan(20);
  },
);
