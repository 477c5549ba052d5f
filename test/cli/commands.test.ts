import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";

const cli = join(import.meta.dirname, "../../src/cli.ts");
const main = join(import.meta.dirname, "../../src/main.ts");
let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "touchstone-cli-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const environment = () => ({ ...process.env, TOUCHSTONE_DATA: folder, PORT: "0", TOUCHSTONE_LOG_LEVEL: "silent" });
const touchstone = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    encoding: "utf8",
    env: environment(),
  });
  return { status, stdout, stderr };
};

/** A server of its own; the lines it prints until `enough` of them came, and how it ended when told to stop. */
async function served(enough: number, during: (lines: string[]) => Promise<void>): Promise<number | null> {
  const child = spawn(process.execPath, [main], { env: environment(), stdio: ["ignore", "ignore", "pipe"] });
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stderr })) {
    lines.push(line);
    if (lines.length === enough) break;
  }
  try {
    await during(lines);
  } finally {
    child.kill("SIGTERM");
  }
  return exited;
}

test("serve begins with a one-time link on the console, answers, and stops when told to", async () => {
  const status = await served(3, async ([open, , link]) => {
    const address = /http:\S+/.exec(open ?? "")?.[0] ?? "";
    expect(link).toMatch(new RegExp(`${address}/set-up/\\S{20,}`));
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    expect((await fetch((link ?? "").trim())).status).toBe(200);
  });
  expect(status).toBe(0);
});

test("a taken port is said in a sentence", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const { port } = taken.address() as AddressInfo;
  const child = spawn(process.execPath, [main], {
    env: { ...environment(), PORT: String(port) },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const [status, said] = await Promise.all([once(child, "exit"), text(child.stderr)]);
  taken.close();
  expect([status[0], said]).toEqual([
    2,
    "Something else listens on this HOST and PORT: stop it, or set PORT to another number.\n",
  ]);
});

test("a lost administrator is replaced from the machine, on record, and a known one gets a new link", () => {
  const added = touchstone("user", "add", "--name", "Zoryana", "--email", "zoryana@example.org");
  expect(added).toMatchObject({ status: 0 });
  expect(added.stdout).toMatch(/^http:\/\/127\.0\.0\.1:0\/link\/\S+\n$/);
  const again = touchstone("user", "add", "--name", "Zoryana", "--email", "ZORYANA@example.org");
  expect(again).toMatchObject({ status: 0 });
  expect(again.stdout).not.toBe(added.stdout);
  const record = touchstone("ledger", "export").stdout;
  expect(record.match(/"PersonAdded"/g)).toHaveLength(1);
  // No digest spells it by chance: it is not made of the letters of hexadecimals.
  expect(record).not.toMatch(/zoryana/i);
});

test("rebuild tells where the read models stand", () => {
  touchstone("user", "add", "--name", "Ada", "--email", "ada@example.org");
  expect(touchstone("rebuild")).toMatchObject({
    status: 0,
    stdout: "",
    stderr: "The read models stand at entry 2.\n",
  });
});

test.each([
  [["decision", "replay", "1"]],
  [["rebuild"]],
  [["evidence", "recheck", "queue-forecast"]],
  [["ledger", "verify"]],
  [["user", "list"]],
  [["user", "disable", "--email", "ada@example.org"]],
  [["user", "link", "--email", "ada@example.org"]],
])("%s in a mistyped folder says so and begins no ledger there", (args) => {
  const { status, stderr } = touchstone(...args);
  expect([status, stderr]).toEqual([2, `There is no ledger in ${folder}.\n`]);
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  [[]],
  [["dance"]],
  [["decision"]],
  [["decision", "replay"]],
  [["decision", "replay", "queue-forecast/rollout"]],
  [["decision", "replay", "7", "--yaml"]],
  [["user", "add", "--name", "Ada"]],
  [["rebuild", "everything"]],
])("%j is wrong use: exit 2, nothing on stdout, a word on stderr", (args) => {
  const { status, stdout, stderr } = touchstone(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stderr.length).toBeGreaterThan(20);
});

test("a wrong setting is said in one line that names it", () => {
  const { status, stderr } = spawnSync(process.execPath, [cli, "rebuild"], {
    encoding: "utf8",
    env: { ...environment(), PORT: "http" },
  });
  expect([status, stderr]).toEqual([2, "The environment cannot be used.\nPORT: must be a whole number\n"]);
});
