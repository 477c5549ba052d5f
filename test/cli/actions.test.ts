import { expect, it } from "vitest";
import { actionsCommand } from "../../src/cli/actions.ts";
import { allowedIn, commandTypes, rolesFor } from "../../src/domain/technology/terms.ts";

function printed(...args: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const io = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    timeZone: "UTC",
  };
  return { status: actionsCommand(args, io), out, err };
}

it("prints every command with its stages and whose it is", () => {
  const { status, out } = printed();
  expect(status).toBe(0);
  const lines = out.map((line) => line.replace(/ +/g, " "));
  expect(lines).toHaveLength(commandTypes.length + 1);
  expect(lines).toContain("LockPilotPlan piloting planner");
  expect(lines).toContain("Propose before there is anything planner");
  expect(lines).toContain("EraseText all administrator");
});

it("prints the same as one JSON document", () => {
  const { out } = printed("--json");
  const expected = commandTypes.map((command) => ({
    command,
    roles: rolesFor[command],
    stages: allowedIn[command],
  }));
  expect(JSON.parse(out.join("\n"))).toEqual(expected);
});

it("says how it is used", () => {
  const { status, err } = printed("--xml");
  expect(status).toBe(2);
  expect(err).toEqual(["usage: touchstone actions [--json]"]);
});
