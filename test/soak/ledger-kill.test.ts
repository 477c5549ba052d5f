import { test } from "vitest";
import { temporaryFolder } from "../ledger/folder.ts";
import { surviveKills } from "../ledger/kills.ts";

test("three hundred kills -9 while writing lose nothing that was acknowledged", { timeout: 1_800_000 }, () =>
  surviveKills(temporaryFolder(), 300),
);
