import { test } from "vitest";
import { temporaryFolder } from "../ledger/folder.ts";
import { surviveHttpKills } from "../http/kill/kills.ts";

test("three hundred kills -9 during HTTP writes lose nothing that was acknowledged", { timeout: 3_600_000 }, () =>
  surviveHttpKills(temporaryFolder(), 300),
);
