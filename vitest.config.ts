import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { temporaryFolder } from "./test/support/temporary-folder.ts";

const env = {
  // Tests start the command line and servers many times: what was compiled for one start serves the next.
  NODE_COMPILE_CACHE: join(import.meta.dirname, "node_modules/.cache/compiled"),
  TMPDIR: temporaryFolder,
  // Servers that tests start do not simulate pilots beside what they are started for.
  TOUCHSTONE_GATE_QUALITY: "false",
};

const everyFile = globSync("test/**/*.test.ts", { cwd: import.meta.dirname });
const unit = everyFile.filter((file) => !/^test[/\\](?:journeys|soak)[/\\]/.test(file));

/** Files that put something in a module's place: in a process of their own, where nobody has the module already. */
const apart = unit.filter((file) => readFileSync(join(import.meta.dirname, file), "utf8").includes("vi.mock("));

const patient = { testTimeout: 60_000, hookTimeout: 60_000, env };

export default defineConfig({
  test: {
    // By default one core is left free: on two cores that is one worker, and the browser does not fill the other.
    maxWorkers: "100%",
    globalSetup: ["test/support/temporary-folder.ts"],
    // Most of what a test makes is gone with it: a larger nursery collects it at once.
    execArgv: ["--max-semi-space-size=32"],
    // Projects come in the order of their names, and share the workers: the long journeys first, then what fills the gaps.
    projects: [
      { test: { ...patient, name: "apart", include: apart } },
      {
        test: {
          name: "journeys",
          include: ["test/journeys/**/*.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          env,
        },
      },
      {
        test: {
          name: "soak",
          include: ["test/soak/**/*.test.ts"],
          testTimeout: 3_600_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          env,
        },
      },
      {
        test: {
          ...patient,
          name: "unit",
          include: unit.filter((file) => !apart.includes(file)),
          globalSetup: ["test/support/real-files-counted.ts"],
          // Hundreds of files load the same modules: a process loads them once, and no test leaves anything in one.
          isolate: false,
        },
      },
    ],
  },
});
