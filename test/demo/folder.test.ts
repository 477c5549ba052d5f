import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { completeDemoFolder, DemoFolderError, openDemoFolder } from "../../src/demo/folder.ts";
import { demoOptions, DemoUsage, openDemonstration, signInHelp } from "../../src/demo/run.ts";
import { readConfig } from "../../src/config.ts";
import { openServices } from "../../src/application/open-services.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-folder-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const plain = { fresh: false, language: null } as const;

test("an empty folder is begun, and marked as the demonstration's before anything is in it", () => {
  const mark = openDemoFolder(folder, plain);
  expect(mark).toMatchObject({ kind: "touchstone-demonstration", language: "en", complete: false });
  expect(mark.password).toMatch(/^[a-z]+-[a-z]+-[a-z]+-\d{3}$/);
  expect(JSON.parse(readFileSync(join(folder, "demonstration.json"), "utf8"))).toEqual(mark);
  expect(statSync(join(folder, "demonstration.json")).mode & 0o077).toBe(0);
});

test("a folder that holds nothing but its lock is empty, also while the lock is held", () => {
  for (const name of ["server.lock", "server.lock-journal"]) writeFileSync(join(folder, name), "");
  expect(openDemoFolder(folder, plain)).toMatchObject({ complete: false });
});

test.each([plain, { fresh: true, language: null }])(
  "a folder with a ledger that the demonstration did not make is never touched: %j",
  async (options) => {
    await (await openServices(readConfig({ TOUCHSTONE_DATA: folder, TOUCHSTONE_LOG_LEVEL: "silent" }))).close();
    const before = readFileSync(join(folder, "ledger.sqlite"));
    expect(() => openDemoFolder(folder, options)).toThrow(DemoFolderError);
    await expect(openDemonstration(readConfig({}), { folder, ...options }, () => undefined)).rejects.toThrow(
      "Nothing was touched; name another folder with --data.",
    );
    expect(readFileSync(join(folder, "ledger.sqlite")).equals(before)).toBe(true);
    expect(existsSync(join(folder, "demonstration.json"))).toBe(false);
  },
);

test("a mark of something else, or a broken one, does not make a folder the demonstration's", () => {
  for (const text of ["{", '{"kind":"other"}', "null", '"touchstone-demonstration"']) {
    writeFileSync(join(folder, "demonstration.json"), text);
    expect(() => openDemoFolder(folder, { fresh: true, language: null })).toThrow(DemoFolderError);
    expect(readFileSync(join(folder, "demonstration.json"), "utf8")).toBe(text);
  }
});

test("a complete one is taken up again: same password, nothing removed", () => {
  const mark = completeDemoFolder(folder, openDemoFolder(folder, { fresh: false, language: "zh" }));
  writeFileSync(join(folder, "ledger.sqlite"), "kept");
  expect(openDemoFolder(folder, plain)).toEqual(mark);
  expect(readFileSync(join(folder, "ledger.sqlite"), "utf8")).toBe("kept");
});

test("--fresh begins it anew: everything gone, another password", () => {
  const mark = completeDemoFolder(folder, openDemoFolder(folder, plain));
  mkdirSync(join(folder, "vault"));
  writeFileSync(join(folder, "vault", "file"), "old");
  const anew = openDemoFolder(folder, { fresh: true, language: null });
  expect(existsSync(join(folder, "vault"))).toBe(false);
  expect(anew.complete).toBe(false);
  expect(anew.password).not.toBe(mark.password);
});

test("an interrupted generation is begun again, in the language it was begun in", () => {
  openDemoFolder(folder, { fresh: false, language: "zh" });
  writeFileSync(join(folder, "ledger.sqlite"), "half");
  const again = openDemoFolder(folder, plain);
  expect(again).toMatchObject({ language: "zh", complete: false });
  expect(existsSync(join(folder, "ledger.sqlite"))).toBe(false);
});

test("options: what is unknown or misses its value is refused with the usage", () => {
  expect(demoOptions(["--fresh", "--data", folder, "--language", "zh"])).toEqual({
    folder,
    fresh: true,
    language: "zh",
  });
  expect(demoOptions([])).toMatchObject({ fresh: false, language: null });
  for (const args of [["--language", "fr"], ["--data"], ["--nonsense"], ["extra"]]) {
    expect(() => demoOptions(args)).toThrow(DemoUsage);
  }
});

test("the help names the address, the password and everybody who can sign in", () => {
  const mark = openDemoFolder(folder, plain);
  const help = signInHelp("http://127.0.0.1:3000", mark).join("\n");
  for (const expected of [
    "http://127.0.0.1:3000",
    mark.password,
    "generated",
    "planner@demo.invalid",
    "approver5@demo.invalid",
    "auditor@demo.invalid",
    "administrator@demo.invalid",
    "--fresh",
  ]) {
    expect(help).toContain(expected);
  }
});
