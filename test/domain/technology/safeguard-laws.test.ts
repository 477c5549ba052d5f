import { describe, expect, it } from "vitest";
import { livesWithSafeguards, mustComeUp } from "./model/safeguard-lives.ts";

describe("whatever anybody tries with safeguards, in whichever order", { timeout: 240_000 }, () => {
  it("nothing is adopted past one that does not stand, and none stands that nobody independent accepted just so", () => {
    const cameUp = livesWithSafeguards(120, 20_261_130);
    expect(mustComeUp.filter((what) => !cameUp.has(what))).toEqual([]);
  });
});
