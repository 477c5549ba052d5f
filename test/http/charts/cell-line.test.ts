import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { cellLine } from "../../../src/http/charts/cell-line.ts";
import { viewsDir } from "../view/support.ts";

const alike = <S extends string>(state: S, count: number): S[] => Array.from({ length: count }, () => state);

it("draws each run of alike conditions as one mark with their number", () => {
  const states = [...alike("met", 3), "unmet", ...alike("unknown", 2), "waived"] as const;
  expect(cellLine(states).text).toBe(
    '<i class="m n3"></i><i class="x n1"></i><i class="k n2"></i><i class="w n1"></i>',
  );
});

it("draws nothing where there is no condition", () => expect(cellLine([]).text).toBe(""));

it("finds a rule in the stylesheet for every kind and every number it writes, however many there are", () => {
  const sheet = readFileSync(join(viewsDir, "assets/scores.css"), "utf8");
  for (const state of ["met", "unmet", "unknown", "waived"] as const)
    for (const count of [1, 39, 40, 41, 95]) {
      const drawn = [...cellLine(alike(state, count)).text.matchAll(/class="(\w) n(\d+)"/g)];
      expect(drawn.reduce((sum, [, , number]) => sum + Number(number), 0)).toBe(count);
      for (const [, kind, number] of drawn) {
        expect(sheet).toContain(`[role=img] > i.${kind} {`);
        expect(sheet).toContain(`.n${number}{--n:${number}}`);
      }
    }
});
