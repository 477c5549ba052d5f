import { expect, test } from "vitest";
import { repeatedly } from "../../src/application/repeatedly.ts";

const pattern = "0 0 1 1 *";

test("looks at once, and tells what a look throws", async () => {
  const faults: unknown[] = [];
  const stop = repeatedly({
    pattern,
    look: () => Promise.reject(new Error("no disk")),
    failed: (error) => void faults.push(error),
  });
  await stop();
  expect(faults).toEqual([new Error("no disk")]);
});

test("is ended only when the look under way has ended", async () => {
  let ended = false;
  const stop = repeatedly({
    pattern,
    look: async () => {
      await new Promise((later) => setImmediate(later));
      ended = true;
    },
    failed: () => undefined,
  });
  await stop();
  expect(ended).toBe(true);
});
