import { test } from "vitest";
import { temporaryFolder } from "../ledger/folder.ts";
import { surviveHttpKills } from "./kill/kills.ts";

test("thirty kills -9 during HTTP writes lose nothing that was acknowledged", { timeout: 300_000 }, () =>
  surviveHttpKills(temporaryFolder(), 30),
);
