import { join } from "node:path";
import { defineConfig } from "vitest/config";

/** Tests start the command line and servers many times: what was compiled for one start serves the next. */
const env = { NODE_COMPILE_CACHE: join(import.meta.dirname, "node_modules/.cache/compiled") };

export default defineConfig({
  test: {
    // By default one core is left free: on two cores that is one worker, and the browser does not fill the other.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "unit",
          env,
          include: ["test/**/*.test.ts"],
          exclude: ["test/journeys/**", "test/soak/**"],
          globalSetup: ["test/support/real-files-counted.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "journeys",
          include: ["test/journeys/**/*.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: "soak",
          include: ["test/soak/**/*.test.ts"],
          testTimeout: 3_600_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
