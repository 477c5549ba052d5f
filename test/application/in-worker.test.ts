import { expect, it } from "vitest";
import { inWorker, TookTooLong } from "../../src/application/beside/in-worker.ts";
import type { Jobs } from "../../src/application/beside/jobs.ts";

const wilson = (successes: number): Jobs["method"] => ({
  kind: "method",
  name: "wilson_interval",
  input: { successes, n: 10, conf: 0.95 },
});

it("answers each who asks with what they asked, also where more ask than there are threads", async () => {
  const answers = await Promise.all([0, 1, 2, 3, 4, 5, 6].map((successes) => inWorker<"method">(wilson(successes))));
  const again = await Promise.all([6, 5, 4, 3, 2, 1, 0].map((successes) => inWorker<"method">(wilson(successes))));
  expect(answers).toEqual(again.toReversed());
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(7);
});

it("says what a method refuses, throws what is a fault, and serves the next", async () => {
  expect(await inWorker<"method">(wilson(11))).toHaveProperty("refused");
  await expect(inWorker({ kind: "method", name: "wilson_interval", input: () => 1 } as never)).rejects.toThrow();
  await expect(inWorker({ kind: "verdict" } as never)).rejects.toThrow();
  expect(await inWorker<"method">(wilson(1))).toHaveProperty("answer");
});

it("ends what takes longer than anybody waits, and goes on with what waits behind it", async () => {
  // Many milliseconds of work, of which one may be used.
  const long: Jobs["method"] = {
    kind: "method",
    name: "sample_size_availability",
    input: { outages_per_30_days: 9, minutes_each: 1, restore_minutes: 1, floor: 0.9997, conf_one_sided: 0.999 },
  };
  const ended = [long, long, long].map((job) => expect(inWorker<"method">(job, 1)).rejects.toThrow(TookTooLong));
  const behind = inWorker<"method">(wilson(4));
  await Promise.all(ended);
  expect(await behind).toHaveProperty("answer");
});

it("lets trials of a method, however long, wait for each other, and no job of the house for them", async () => {
  const rows = Array.from({ length: 200 }, (_, i) => Array.from({ length: 50 }, (__, j) => i * 50 + j));
  // Minutes of work, of which two seconds may be used.
  const endless: Jobs["method"] = { kind: "method", name: "krippendorff_alpha", input: { raters_by_units: rows } };
  const order: string[] = [];
  const first = expect(inWorker<"method">(endless, 2000)).rejects.toThrow(TookTooLong);
  const second = inWorker<"method">(wilson(5)).then(() => order.push("trial"));
  await inWorker<"sizes">({ kind: "sizes", asked: {} });
  order.push("house");
  await Promise.all([first, second]);
  expect(order).toEqual(["house", "trial"]);
});
