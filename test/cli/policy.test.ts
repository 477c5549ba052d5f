import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publishDefaultPolicy } from "../../src/application/default-policy.ts";
import { openServices } from "../../src/application/open-services.ts";
import { explain } from "../../src/cli/explain.ts";
import { policyCommand } from "../../src/cli/policy.ts";
import { readConfig } from "../../src/config.ts";
import { defaultPolicy } from "../../src/domain/policy/default/default-policy.ts";
import type { Policy } from "../../src/domain/policy/policy.ts";

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-policy-"));
  const services = await openServices(readConfig({ TOUCHSTONE_DATA: folder, TOUCHSTONE_LOG_LEVEL: "silent" }));
  await publishDefaultPolicy(services);
  await services.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

async function call(...args: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  try {
    return { status: await policyCommand(args, io, readConfig({ TOUCHSTONE_DATA: folder })), out: out.join("\n"), err };
  } catch (error) {
    return { status: 2, out: "", err: [explain(error, "policy …")] };
  }
}

const plainSpaces = (text: string): string => text.replaceAll(/[\u00a0\u202f\u2009]/g, " ");

function saved(policy: unknown, name = "policy.json"): string {
  const file = join(folder, name);
  writeFileSync(file, typeof policy === "string" ? policy : JSON.stringify(policy));
  return file;
}

describe("policy show", () => {
  it("prints a version as simulate reads it", async () => {
    const { status, out } = await call("show");
    expect(status).toBe(0);
    expect(JSON.parse(out)).toEqual(defaultPolicy);
    expect((await call("show", "1", "--json")).out).toBe(out);
    expect(await call("show", "9")).toMatchObject({ status: 2, err: ["There is no version 9 of the policy."] });
  });
});

describe("policy simulate", () => {
  it("says of each tier what passes, reckoned and simulated", async () => {
    const { status, out } = await call("simulate", saved(defaultPolicy), "--json", "--tier", "I", "--pilots", "3");
    const { tiers } = JSON.parse(out) as { tiers: { tier: string; exact: { pass: number }; simulated: object }[] };
    expect(status).toBe(0);
    expect(tiers.map(({ tier }) => tier)).toEqual(["I"]);
    expect(tiers[0]!.exact.pass).toBeGreaterThan(0.8);
    expect(tiers[0]!.simulated).toMatchObject({ calm: { pilots: 3 }, rough: { pilots: 3 } });
  });

  it("reads the ledger's own shape, takes other samples, and says so in words", async () => {
    const file = saved({ type: "PolicyPublished", payload: { policy: defaultPolicy } });
    const { status, out } = await call("simulate", file, "--tier", "IV", "--pilots", "0", "--respondents", "10");
    expect(status).toBe(0);
    expect(plainSpaces(out)).toContain("Tier IV: every floor cleared in 0 %, held back most by sus");
  });

  it("says floors, qualities and samples as the pages do, never as they are stored", async () => {
    const { out } = await call("simulate", saved(defaultPolicy), "--tier", "IV", "--pilots", "3");
    const line = (indicator: string): string =>
      plainSpaces(out.split("\n").find((row) => row.startsWith(`  ${indicator}`)) ?? "");
    expect(line("availability")).toMatch(/floor 98\.5 % +2 160 hours observed .* 80 % from 99\.\d+ %/);
    expect(line("failed-share")).toMatch(/floor 1 % .* 80 % from 0\.\d+ %/);
    expect(line("headroom")).toMatch(/floor 1\.2 × .* 80 % from 1\.\d+ ×/);
    expect(line("learning")).toContain("floor grade 2");
    expect(line("calm:")).toMatch(/passes [<>]? ?\d+(\.\d)? % ± \d+\.?\d?, fails/);
    expect(plainSpaces(out)).not.toMatch(/floor 0\.|\d\.\d{4,}/);
  });

  it("exits 1 where a least sample can never pass", async () => {
    const policy: Policy = {
      ...defaultPolicy,
      criteria: defaultPolicy.criteria.map((criterion) => ({
        ...criterion,
        indicators: criterion.indicators.map(({ byTier: _, ...one }) =>
          one.key === "failed-share" ? { ...one, minimumSample: 30 } : one,
        ),
      })),
    };
    const { status, out, err } = await call("simulate", saved(policy), "--tier", "III", "--pilots", "0");
    // Where such a policy cannot even be published, it is named as that.
    if (status === 2) expect(err[0]).toContain("failed-share".replace("failed-share", "minimumSample"));
    else expect({ status, never: out.includes("NEVER with 30") }).toEqual({ status: 1, never: true });
  });

  it("names what is wrong, and exits 2", async () => {
    expect((await call("simulate")).err[0]).toContain("takes one file");
    expect((await call("simulate", saved("{"))).err[0]).toContain("is not JSON");
    expect((await call("simulate", saved({ a: 1 }))).err[0]).toContain("holds no policy");
    expect((await call("simulate", saved({ criteria: [], gates: {}, tiers: {} }))).err[0]).toContain("no whole policy");
    expect((await call("simulate", saved({ ...defaultPolicy, confidence: 2 }))).err[0]).toContain(
      "confidence: PolicyNumberOutOfRange",
    );
    expect((await call("simulate", join(folder, "absent.json"))).err[0]).toContain("There is no");
    expect((await call("simulate", saved(defaultPolicy), "--tier", "V")).err[0]).toContain("There is no tier V");
    expect((await call("simulate", saved(defaultPolicy), "--days", "soon")).err[0]).toContain("--days is a number");
    expect((await call("simulate", saved(defaultPolicy), "--what")).err[0]).toContain("--what");
    expect((await call("repeal")).err[0]).toContain("There is no policy repeal");
  });
});
