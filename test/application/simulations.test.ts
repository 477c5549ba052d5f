import { EventEmitter } from "node:events";
import type { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import type { Answer, Job, Progress } from "../../src/application/simulation/jobs.ts";
import { steps } from "../../src/application/simulation/jobs.ts";
import { keyOf } from "../../src/application/simulation/key.ts";
import { openSimulations } from "../../src/application/simulation/simulations.ts";
import { plainPolicy } from "../../src/domain/policy/default/default-policy.ts";
import { forTier } from "../../src/domain/policy/for-tier.ts";
import { leastSamples } from "../../src/domain/simulation/assumed-truths.ts";
import { goodTruth } from "../../src/domain/simulation/profiles.ts";

/** A thread that answers when told to. */
class HandThread extends EventEmitter {
  readonly jobs: Job[] = [];
  ended = false;
  postMessage(job: Job): void {
    this.jobs.push(job);
  }
  ref(): void {}
  unref(): void {}
  async terminate(): Promise<number> {
    this.ended = true;
    return Promise.resolve(1);
  }
  says(progress: Progress, last = false): void {
    this.emit("message", { progress, last });
  }
}

const design = {
  policy: forTier(plainPolicy, "I"),
  samples: leastSamples(plainPolicy, "I"),
  truth: goodTruth,
  looks: 1,
};
const job: Job = { kind: "pilots", design, pilots: 2 };
const found: Answer = { kind: "curve", points: [] };
const progress = (done: number): Progress => ({ done, of: 2, answer: found });

function opened() {
  const threads: HandThread[] = [];
  const problems: unknown[] = [];
  const simulations = openSimulations(
    (error) => problems.push(error),
    () => {
      const thread = new HandThread();
      threads.push(thread);
      return thread as unknown as Worker;
    },
  );
  return { simulations, threads, problems };
}

describe("simulations", () => {
  it("run one at a time, say how far they are, and are remembered", () => {
    const { simulations, threads } = opened();
    expect(simulations.standing("a")).toEqual({ kind: "none" });
    simulations.ask("a", job);
    simulations.ask("b", job);
    expect(threads[0]!.jobs).toHaveLength(1);
    expect(simulations.standing("b")).toEqual({ kind: "waiting", before: 1 });
    threads[0]!.says(progress(1));
    expect(simulations.standing("a")).toEqual({ kind: "running", progress: progress(1) });
    threads[0]!.says(progress(2), true);
    expect(simulations.standing("a")).toEqual({ kind: "done", answer: found });
    expect(simulations.standing("b")).toEqual({ kind: "running", progress: null });
    expect(threads).toHaveLength(1);
  });

  it("are one where the same is asked, and not taken beyond a dozen that wait", () => {
    const { simulations, threads } = opened();
    for (let time = 0; time < 3; time += 1) expect(simulations.ask("a", job)).toBe(true);
    for (let at = 0; at < 12; at += 1) expect(simulations.ask(`more ${at}`, job)).toBe(true);
    expect(simulations.ask("one too many", job)).toBe(false);
    expect(simulations.standing("one too many")).toEqual({ kind: "none" });
    threads[0]!.says(progress(2), true);
    expect(simulations.ask("one too many", job)).toBe(true);
    expect(threads[0]!.jobs).toHaveLength(2);
  });

  it("of one person are four that wait, so that nobody fills the queue alone", () => {
    const { simulations, threads } = opened();
    for (let at = 0; at < 5; at += 1) expect(simulations.ask(`own ${at}`, job, { by: "a" })).toBe(true);
    expect(simulations.ask("own 5", job, { by: "a" })).toBe(false);
    expect(simulations.ask("own 4", job, { by: "a" })).toBe(true);
    expect(simulations.ask("another's", job, { by: "b" })).toBe(true);
    threads[0]!.says(progress(2), true);
    expect(simulations.ask("own 5", job, { by: "a" })).toBe(true);
  });

  it("that people ask for go before those of the background", () => {
    const { simulations, threads } = opened();
    const order: string[] = [];
    const ask = (key: string, background: boolean): boolean =>
      simulations.ask(key, job, { background, done: () => order.push(key) });
    ask("first", true);
    ask("later", true);
    ask("asked", false);
    for (let time = 0; time < 3; time += 1) threads[0]!.says(progress(2), true);
    expect(order).toEqual(["first", "asked", "later"]);
  });

  it("that fail, or whose thread ends, are said to have failed and can be asked for again", () => {
    const { simulations, threads, problems } = opened();
    simulations.ask("a", job);
    threads[0]!.emit("message", { error: new Error("no such policy") });
    expect(simulations.standing("a")).toEqual({ kind: "failed" });
    simulations.ask("a", job);
    threads[0]!.emit("exit", 1);
    expect(simulations.standing("a")).toEqual({ kind: "failed" });
    expect(problems).toHaveLength(2);
    simulations.ask("a", job);
    threads[1]!.says(progress(2), true);
    expect(simulations.standing("a")).toEqual({ kind: "done", answer: found });
  });

  it("end with the house, whatever is under way", async () => {
    const { simulations, threads, problems } = opened();
    simulations.ask("a", job);
    simulations.ask("b", job);
    await simulations.close();
    threads[0]!.emit("exit", 1);
    expect([threads[0]!.ended, problems, simulations.ask("c", job)]).toEqual([true, [], false]);
  });

  it("are known by the numbers of the policy, not by its words or version", () => {
    const own = keyOf(job);
    const other = (policy: typeof design.policy): string => keyOf({ ...job, design: { ...design, policy } });
    const { policy } = design;
    expect(other({ ...policy, version: 9, reading: "everyone" })).toBe(own);
    expect(other({ ...policy, passMark: 71 })).not.toBe(own);
    const [first, ...rest] = policy.criteria;
    expect(other({ ...policy, criteria: [{ ...first!, name: { en: "x", zh: "y" } }, ...rest] })).toBe(own);
    expect(other({ ...policy, criteria: [{ ...first!, floor: 1 }, ...rest] })).not.toBe(own);
    expect(keyOf({ ...job, pilots: 3 })).not.toBe(own);
  });
});

describe("a job", () => {
  it("adds one pilot after the other, calm and rough on the same draws, and gives the same again", () => {
    const told = [...steps(job)];
    expect(told.map(({ done }) => done)).toEqual([1, 2]);
    const last = told.at(-1)!.answer;
    expect(last).toMatchObject({ kind: "pilots", tallies: { calm: { pilots: 2 }, rough: { pilots: 2 } } });
    expect([...steps(job)].at(-1)!.answer).toEqual(last);
  });

  it("of a curve gives a point for each quality", () => {
    const qualities = [50, 90];
    const curve: Job = { kind: "curve", design, indicator: "sus", measure: "sus", qualities, pilots: 3 };
    const { answer: last } = [...steps(curve)].at(-1)!;
    expect(last).toMatchObject({
      kind: "curve",
      points: [
        { quality: 50, pass: 0 },
        { quality: 90, fail: 0 },
      ],
    });
  });

  it("runs on a thread of its own", { timeout: 60_000 }, async () => {
    const problems: unknown[] = [];
    const simulations = openSimulations((error) => problems.push(error));
    try {
      const answer = await new Promise<Answer>((resolve) => simulations.ask("a", job, { done: resolve }));
      expect(answer).toEqual([...steps(job)].at(-1)!.answer);
      expect(problems).toEqual([]);
    } finally {
      await simulations.close();
    }
  });
});
