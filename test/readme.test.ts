import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const repository = resolve(import.meta.dirname, "..");
const readme = readFileSync(join(repository, "README.md"), "utf8");

test("the README names every variable the configuration reads, and no other", () => {
  const read = [
    ...readFileSync(join(repository, "src/config.ts"), "utf8").matchAll(/^ {2}(PORT|HOST|TOUCHSTONE_\w+):/gm),
  ].map(([, name]) => name);
  const named = [...readme.matchAll(/`(PORT|HOST|TOUCHSTONE_[A-Z_]+)`/g)].map(([, name]) => name);
  expect([...new Set(named)].sort()).toEqual([...new Set(read)].sort());
});

test("the README names every command, and its pictures exist", () => {
  const dispatch = readFileSync(join(repository, "src/cli/dispatch.ts"), "utf8");
  const commands = [...dispatch.matchAll(/usage: "(\w+)/g)].map(([, name]) => name!);
  expect(commands.length).toBeGreaterThan(5);
  for (const command of commands) expect(readme, command).toContain(`\`${command}`);
  const pictures = [...readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, path]) => path!);
  expect(pictures.length).toBeGreaterThan(0);
  for (const path of pictures) expect(existsSync(join(repository, path)), path).toBe(true);
});
