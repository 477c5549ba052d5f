import { expect, it } from "vitest";
import { routesCommand } from "../../src/cli/routes.ts";
import { readConfig } from "../../src/config.ts";
import type { Address } from "../../src/http/addresses.ts";
import { rooms } from "../../src/http/rooms.ts";

const config = readConfig({ TOUCHSTONE_LOG_LEVEL: "silent" });

async function printed(...args: readonly string[]) {
  const [out, err]: string[][] = [[], []];
  const status = await routesCommand(
    args,
    { out: (l) => out!.push(l), err: (l) => err!.push(l), timeZone: "UTC" },
    config,
  );
  return { status, out: out!, err: err! };
}

it("prints every address with its method, who may use it and its room, and fits a screen's width", async () => {
  const { status, out } = await printed();
  expect(status).toBe(0);
  expect(Math.max(...out.map((line) => line.length))).toBeLessThanOrEqual(120);
  const lines = out.map((line) => line.replace(/ +/g, " "));
  expect(lines[0]).toBe("ROOM ADDRESS WHO");
  expect(lines).toContain("app GET /healthz anyone");
  expect(lines).toContain("api POST /api/v1/technologies/:slug/evidence token: attach");
  expect(lines).toContain("api GET /api/v1/openapi.json anyone");
  expect(lines).toContain("incidents GET /technologies/:slug/incidents any role");
  expect(lines).toContain("account GET /account signed in");
  expect(lines).toContain("people POST /people/:person/roles administrator · password");
  expect(lines).toContain("evidence POST /technologies/:slug/evidence planner evaluator · turn: upload");
  // A room's addresses stand together, in the order of the rooms.
  const named = out.slice(1).map((line) => line.split(" ")[0]!);
  expect(named.filter((room, at) => room !== named[at - 1])).toEqual(["app", "api", ...rooms.map(({ name }) => name)]);
});

it("prints the same as one JSON document", async () => {
  const { out } = await printed("--json");
  const addresses = JSON.parse(out.join("\n")) as Address[];
  expect(addresses).toHaveLength((await printed()).out.length - 1);
  expect(addresses).toContainEqual({
    room: "people",
    method: "POST",
    path: "/people/:person/roles",
    who: ["administrator"],
    again: "asked",
  });
});

it("is used with nothing but --json", async () => {
  expect(await printed("--all")).toEqual({ status: 2, out: [], err: ["usage: touchstone routes [--json]"] });
  expect((await printed("--json", "more")).status).toBe(2);
});
