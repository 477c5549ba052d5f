import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { userCommand } from "../../src/cli/user.ts";
import { verifyRecord } from "../../src/application/verify.ts";
import { openServices } from "../../src/application/open-services.ts";
import { readConfig } from "../../src/config.ts";
import type { Config } from "../../src/config.ts";

let config: Config;
beforeAll(async () => {
  config = readConfig(
    { TOUCHSTONE_LOG_LEVEL: "silent" },
    { dataDir: await mkdtemp(join(tmpdir(), "touchstone-user-")) },
  );
});
afterAll(async () => rm(config.dataDir, { recursive: true, force: true }));

async function run(...args: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const io = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    timeZone: "UTC",
  };
  return { status: await userCommand(args, io, config), out: out.join("\n"), err: err.join("\n") };
}

async function state() {
  const services = await openServices(config);
  const { accounts } = services;
  await services.views.catchUp();
  const administrators = services.views.people.holding("administrator").length;
  return { accounts, administrators, close: services.close };
}

const link = /^http:\/\/127\.0\.0\.1:3000\/link\/([\w-]{43})$/;

it("says how somebody gets in where nobody is", async () => {
  await (await openServices(config)).close();
  expect(await run("list")).toMatchObject({ status: 0, out: "", err: expect.stringContaining("user add") as unknown });
  expect(await run("list", "--json")).toMatchObject({ status: 0, out: "[]" });
});

describe("touchstone user add", () => {
  it("lets an administrator in by a link that works once", async () => {
    const added = await run("add", "--name", "Lost Administrator", "--email", "lost@example.org");
    expect(added.status).toBe(0);
    const token = link.exec(added.out)?.[1] ?? "";
    const { accounts, administrators, close } = await state();
    expect(administrators).toBe(1);
    expect(await accounts.links.find(token)).toMatchObject({ purpose: "invitation" });
    await close();
  });

  it("for one who is here already makes a link for a new password, and adds nobody", async () => {
    const again = await run("add", "--name", "Lost Administrator", "--email", "LOST@example.org");
    expect(again.status).toBe(0);
    const { accounts, administrators, close } = await state();
    expect(administrators).toBe(1);
    expect(await accounts.links.find(link.exec(again.out)?.[1] ?? "")).toMatchObject({ purpose: "reset" });
    await close();
  });

  it.each([
    [[]],
    [["add"]],
    [["add", "--name", "X"]],
    [["add", "--name", "X", "--email", "nowhere"]],
    [["add", "--name", "X", "--email", "x@example.org,y@example.org"]],
    [["add", "--name", "X", "--email", "x@example.org\nBcc: y@example.org"]],
    [["remove", "--name", "X", "--email", "x@y"]],
    [["disable"]],
    [["disable", "--email", "x@y", "--json"]],
    [["list", "--email", "x@y"]],
  ])("says how it is used: %j", async (args) => {
    const { status, err, out } = await run(...args);
    expect(status).toBe(2);
    expect(err).toContain("usage: touchstone user add");
    expect(out).toBe("");
  });
});

describe("touchstone user list and disable", () => {
  it("lists who is here, for people and for programs", async () => {
    const listed = await run("list");
    expect(listed.out).toMatch(/^invited {3}Lost Administrator {2}lost@example\.org {2}administrator {2}– {2}\S+$/m);
    const { out } = await run("list", "--json");
    expect(JSON.parse(out)).toMatchObject([{ name: "Lost Administrator", roles: ["administrator"], state: "invited" }]);
  });

  it("never puts the last administrator out, and says what to do", async () => {
    const refused = await run("disable", "--email", "lost@example.org");
    expect(refused).toMatchObject({ status: 1, out: "" });
    expect(refused.err).toContain("Nobody else administers this house");
    const { administrators, close } = await state();
    expect(administrators).toBe(1);
    await close();
  });

  it("puts somebody out by an entry of the system, which verification accepts; once", async () => {
    await run("add", "--name", "Second Administrator", "--email", "second@example.org");
    const invitation = link.exec((await run("link", "--email", "lost@example.org")).out)?.[1] ?? "";
    const disabled = await run("disable", "--email", "Lost@example.org");
    expect(disabled).toMatchObject({ status: 0, err: "" });
    const { accounts, close } = await state();
    expect(await accounts.links.find(invitation)).toBeNull();
    await close();
    expect(disabled.out).toMatch(/^Disabled: Lost Administrator\. Entry \d+ of the ledger/);
    expect((await run("list")).out).toMatch(/^disabled {2}Lost Administrator/m);
    expect((await run("disable", "--email", "lost@example.org")).err).toContain("disabled already");
    expect((await run("disable", "--email", "nobody@example.org")).status).toBe(1);
    expect(await verifyRecord({ dataDir: config.dataDir, payloads: true })).toMatchObject({ ok: true });
  });
});
