import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { methodCommand } from "../../src/cli/method.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-method-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function call(args: readonly string[], input?: string) {
  const file = join(folder, "input.json");
  if (input !== undefined) writeFileSync(file, input);
  const [out, err]: [string[], string[]] = [[], []];
  const status = methodCommand(input === undefined ? args : [...args, file], {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { status, out, err: err.join("\n") };
}

it("prints the answer as one JSON document", () => {
  const { status, out } = call(["wilson_interval"], '{"successes": 81, "n": 263, "conf": 0.95}');
  expect(status).toBe(0);
  expect(out).toHaveLength(1);
  expect((JSON.parse(out[0]!) as { lower: number }).lower).toBeCloseTo(0.2552885199, 9);
});

it("lists every method with what it is for", () => {
  const { status, out } = call(["--list"]);
  expect(status).toBe(0);
  expect(out.find((line) => line.startsWith("krippendorff_alpha"))).toMatch(/Agreement of raters/);
});

it("names the field that is wrong, and exits 2", () => {
  expect(call(["wilson_interval"], '{"successes": 81, "conf": 0.95}')).toMatchObject({
    status: 2,
    out: [],
    err: "wilson_interval: n: missing",
  });
  expect(call(["wilson_interval"], '{"successes": 8.5, "n": 10, "conf": 0.95}').err).toContain(
    "successes: is a whole number",
  );
  expect(call(["wilson_interval"], '{"successes": 11, "n": 10, "conf": 0.95}').err).toContain(
    "Successes lie between 0 and n",
  );
  expect(call(["wilson_interval"], '{"successes": 1, "n": 10, "conf": 95}').err).toContain(
    "conf: lies between 0 and 1",
  );
  expect(call(["sus_score"], '{"items": [1,2,3]}').err).toContain("SUS has ten items");
  expect(call(["sus_score"], "[1,2]").err).toContain("The input is a JSON object");
  expect(call(["sus_score"], "{").err).toContain("is not JSON");
});

it("refuses unknown methods, missing files and too many arguments", () => {
  expect(call(["no_such"], "{}")).toMatchObject({ status: 2 });
  expect(call(["sus_score", join(folder, "absent.json")]).err).toContain("cannot be read");
  expect(call([]).err).toContain("touchstone method NAME");
  expect(call(["sus_score", "a", "b"]).status).toBe(2);
  expect(call(["toString"], "{}").err).toContain("There is no method");
});
