import { test } from "vitest";
import { temporaryFolder } from "./folder.ts";
import { surviveKills } from "./kills.ts";

test("ten kills -9 while writing lose nothing that was acknowledged", () => surviveKills(temporaryFolder(), 10));
