import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { runCommand } from "../../src/cli/dispatch.ts";
import { completeDemoFolder, openDemoFolder } from "../../src/demo/folder.ts";
import { lockFolder } from "../../src/ledger/lock.ts";

const cli = join(import.meta.dirname, "../../src/cli.ts");
let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "touchstone-house-cli-"));
  folder = join(root, "data");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const environment = () => ({ ...process.env, TOUCHSTONE_DATA: folder, PORT: "0", TOUCHSTONE_LOG_LEVEL: "silent" });

/** The command as the console gives it, in this process: a process of its own takes most of a second. */
async function touchstone(...args: readonly string[]) {
  const written = { stdout: "", stderr: "" };
  const streams = (["stdout", "stderr"] as const).map((name) =>
    vi.spyOn(process[name], "write").mockImplementation((text) => {
      written[name] += String(text);
      return true;
    }),
  );
  vi.stubEnv("TOUCHSTONE_DATA", folder);
  vi.stubEnv("TOUCHSTONE_LOG_LEVEL", "silent");
  try {
    return { status: await runCommand(args), ...written };
  } finally {
    for (const stream of streams) stream.mockRestore();
    vi.unstubAllEnvs();
  }
}

/** For tests that start processes, on a machine where others work too. */
const patience = 300_000;

/** A server that has said where it listens. */
async function served(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [cli, "serve"], { env: environment(), stdio: ["ignore", "ignore", "pipe"] });
  for await (const line of createInterface({ input: child.stderr })) if (line.includes("is open at")) break;
  child.stderr.resume();
  return child;
}

describe("while a server works on a folder", () => {
  test(
    "no second one and nothing that would pull it away may; what reads may; killed, it leaves no lock",
    async () => {
      const server = await served();
      try {
        for (const args of [["serve"], ["rebuild"]]) {
          const { status, stderr } = await touchstone(...args);
          expect([status, stderr]).toEqual([
            2,
            `A server or another command works on ${folder}. Stop it first; nothing was changed.\n`,
          ]);
        }
        expect((await touchstone("ledger", "verify")).status).toBe(0);
        expect((await touchstone("ledger", "export")).status).toBe(0);
        const copy = join(root, "copy");
        expect((await touchstone("backup", copy)).status).toBe(0);
        expect(await touchstone("restore", copy)).toMatchObject({
          status: 2,
          stderr: expect.stringContaining("Stop it first") as string,
        });
        expect((await touchstone("user", "add", "--name", "Ada", "--email", "ada@example.org")).status).toBe(0);
      } finally {
        server.kill("SIGKILL");
        await once(server, "exit");
      }
      expect((await touchstone("rebuild")).status).toBe(0);
    },
    patience,
  );

  test(
    "asked twice to stop, it stops once and cleanly",
    async () => {
      const server = await served();
      const exited = once(server, "exit");
      server.kill("SIGTERM");
      server.kill("SIGTERM");
      server.kill("SIGINT");
      expect(await exited).toEqual([0, null]);
      expect((await touchstone("ledger", "verify")).status).toBe(0);
    },
    patience,
  );
});

test("a demonstration that runs is not begun anew beneath its visitors", async () => {
  completeDemoFolder(folder, openDemoFolder(folder, { fresh: true, language: null }));
  const mark = readFileSync(join(folder, "demonstration.json"), "utf8");
  const lock = lockFolder(folder);
  const { status, stderr } = await touchstone("demo", "--fresh", "--data", folder);
  lock.release();
  expect([status, stderr]).toEqual([2, expect.stringContaining("works on") as string]);
  expect(readFileSync(join(folder, "demonstration.json"), "utf8")).toBe(mark);
});

test("no command begins anew in a used folder whose ledger is gone", async () => {
  await touchstone("user", "add", "--name", "Ada", "--email", "ada@example.org");
  for (const name of readdirSync(folder)) if (name.startsWith("ledger.sqlite")) rmSync(join(folder, name));
  for (const args of [
    ["serve"],
    ["rebuild"],
    ["user", "add", "--name", "Eve", "--email", "eve@example.org"],
    ["user", "link", "--email", "ada@example.org"],
    ["ledger", "verify"],
    ["ledger", "export"],
    ["ledger", "vkey"],
    ["ledger", "prove", "1"],
    ["decision", "replay", "1"],
    ["evidence", "recheck"],
    ["backup", join(root, "copy")],
  ]) {
    const { status, stdout, stderr } = await touchstone(...args);
    expect([args, status, stdout]).toEqual([args, 2, ""]);
    expect(stderr).toMatch(/^ledger\.sqlite is missing in .*touchstone restore DIR.*\n$/);
  }
  expect(existsSync(join(folder, "ledger.sqlite"))).toBe(false);
  expect(existsSync(join(root, "copy"))).toBe(false);
});

test("restore says first what will be void, only that with --dry-run, and says it again when it is done", async () => {
  await touchstone("user", "add", "--name", "Ada", "--email", "ada@example.org");
  const copy = join(root, "copy");
  expect((await touchstone("backup", copy)).stderr).toMatch(/names and e-mail addresses \(1\).*keep it as you keep/s);
  // SQLite's own files beside the database come and go.
  const standing = (): string[] => readdirSync(folder).filter((name) => !/^server\.lock$|-wal$|-shm$/.test(name));
  const before = standing();
  const asked = await touchstone("restore", copy, "--dry-run");
  expect(asked.status).toBe(0);
  expect(asked.stderr).toMatch(/sessions, one-time links and intake tokens will be void/);
  expect(standing()).toEqual(before);
  const done = await touchstone("restore", copy);
  expect(done.status).toBe(0);
  expect(done.stderr).toMatch(/tokens will be void/);
  expect(done.stderr).toMatch(/sessions, one-time links and intake tokens are void/);
  expect((await touchstone("user", "link", "--email", "ada@example.org")).stdout).toMatch(/\/link\/[\w-]{43}\n$/);
});

test("what seals a backup comes from a file or standard input, never from the arguments; a short passphrase is refused", async () => {
  await touchstone("user", "add", "--name", "Ada", "--email", "ada@example.org");
  const [secret, sealed] = [join(root, "secret"), join(root, "copy.age")];
  writeFileSync(secret, "short\n");
  expect(await touchstone("backup", sealed, "--passphrase-file", secret)).toMatchObject({ status: 2 });
  expect(await touchstone("backup", sealed, "--passphrase", "a long enough sentence")).toMatchObject({ status: 2 });
  expect(existsSync(sealed)).toBe(false);

  const identity = await generateX25519Identity();
  writeFileSync(secret, `# public\n${await identityToRecipient(identity)}\n`);
  expect(await touchstone("backup", sealed, "--key-file", secret)).toMatchObject({ status: 0 });
  writeFileSync(secret, identity);
  expect(await touchstone("restore", sealed, "--key-file", secret)).toMatchObject({ status: 0 });
});

test(
  "a reader who has had enough ends a command quietly",
  async () => {
    for (let number = 0; number < 3; number++)
      await touchstone("user", "add", "--name", "Ada", "--email", `ada${number}@example.org`);
    for (const args of [["ledger", "export"], ["help"]]) {
      const child = spawn(process.execPath, [cli, ...args], { env: environment(), stdio: ["ignore", "pipe", "pipe"] });
      child.stdout.destroy();
      let said = "";
      child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
      const [status] = (await once(child, "exit")) as [number | null];
      expect([args, status, said]).toEqual([args, 0, ""]);
    }
  },
  patience,
);

describe("wrong use is said in a sentence, without a stack", () => {
  test.each<[string, readonly string[], RegExp]>([
    ["a file for a folder", ["demo", "--data", "package.json"], /package\.json is not a folder/],
    ["a folder for a file", ["ledger", "verify", "--checkpoint", "."], /is a folder, not a file/],
    ["a folder within a file", ["backup", join(cli, "copy")], /is not a folder, or a part of it is a file/],
    ["a missing backup", ["restore", "nowhere"], /There is no nowhere/],
    ["a missing key file", ["backup", "copy.age", "--key-file", "nowhere"], /There is no nowhere/],
    ["both ways to seal", ["backup", "x", "--key-file", "a", "--passphrase-file", "b"], /not both/],
    ["a file that opens only sealed", ["restore", cli], /--passphrase-file/],
    ["an unknown flag", ["ledger", "verify", "--everything"], /usage: touchstone ledger/],
  ])("%s", async (_, args, says) => {
    await touchstone("user", "add", "--name", "Ada", "--email", "ada@example.org");
    const { status, stderr } = await touchstone(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test("a data folder that is a file, and one that may not be written", async () => {
    writeFileSync(folder, "x");
    for (const args of [["serve"], ["ledger", "verify"], ["user", "link", "--email", "a@b.org"]]) {
      const { status, stderr } = await touchstone(...args);
      expect([status, stderr]).toEqual([2, `${folder} is not a folder.\n`]);
    }
  });
});
