import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { restoreCommand } from "../../src/cli/restore.ts";
import { backup } from "../../src/ledger/backup.ts";
import { checkBackup } from "../../src/ledger/manifest.ts";
import { smallCity } from "./city.ts";
import { temporaryFolder } from "./folder.ts";

vi.mock(import("../../src/ledger/manifest.ts"), { spy: true });

test("a copy is opened and checked once: what its reader agreed to is what is put in place", async () => {
  const dataDir = await smallCity();
  const copy = join(temporaryFolder(), "copy");
  await backup(dataDir, copy, new Date("2026-03-01T00:00:00Z"));
  vi.mocked(checkBackup).mockClear();
  const io = (answer: boolean) => ({
    out: () => undefined,
    err: () => undefined,
    ask: async () => {
      expect(existsSync(join(dataDir, "ledger.sqlite.restoring"))).toBe(true);
      return answer;
    },
  });
  expect(await restoreCommand([copy], io(false), { dataDir })).toBe(2);
  expect(readdirSync(dataDir).filter((name) => name.includes("restoring"))).toEqual([]);
  expect(await restoreCommand([copy], io(true), { dataDir })).toBe(0);
  expect(checkBackup).toHaveBeenCalledTimes(2);
});
