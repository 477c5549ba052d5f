import { expect, it } from "vitest";
import { livesWithSafeguards, mustComeUp } from "../domain/technology/model/safeguard-lives.ts";

it("no safeguard is got round in thousands of lives", () => {
  for (const seed of [1, 2, 3, 4]) {
    const cameUp = livesWithSafeguards(1500, seed);
    expect(mustComeUp.filter((what) => (cameUp.get(what) ?? 0) < 10)).toEqual([]);
  }
});
