import { describe, expect, it } from "vitest";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { printCommand } from "../../src/cli/print.ts";
import { readConfig } from "../../src/config.ts";

const env = {
  PORT: "8080",
  TOUCHSTONE_DATA: "/srv/touch stone/100%",
  TOUCHSTONE_ORIGIN: "https://trials.example.org",
  TOUCHSTONE_TRUSTED_PROXIES: "1",
  TOUCHSTONE_UPLOAD_MEGABYTES: "100",
  TOUCHSTONE_UPLOAD_FILES: "1",
  TOUCHSTONE_SMTP_URL: "smtps://name:pass-word@mail.example.org",
  TOUCHSTONE_MAIL_FROM: 'The "house" <house@example.org>',
  TOUCHSTONE_SHIP_TO: "/mnt/other https://name:pass-word@log.example/x",
  TOUCHSTONE_METRICS: "a-token-of-thirty-two-characters",
};

/** The program itself may stand where a private folder would hide it. */
const privateTmp = /^\/(?:var\/)?tmp\//.test(process.cwd()) ? "no" : "yes";

function print(name: string, more: NodeJS.ProcessEnv = {}): string {
  const out: string[] = [];
  const io = { out: (line: string) => void out.push(line), err: () => undefined, timeZone: "UTC" };
  const all = { ...env, ...more };
  return printCommand([name], io, readConfig(all), all) === 0 ? out.join("\n") : "";
}

/** Sections of a unit, each with what is assigned in it; a line that is none of a unit fails. */
function unitOf(text: string): ReadonlyMap<string, readonly (readonly [string, string])[]> {
  const sections = new Map<string, [string, string][]>();
  for (const line of text.split("\n").filter((one) => one !== "" && !one.startsWith("#"))) {
    const [, section] = /^\[(\w+)\]$/.exec(line) ?? [];
    const [, name = "", value = ""] = /^([A-Z]\w+)=(.*)$/.exec(line) ?? [];
    if (section !== undefined) sections.set(section, []);
    else if (name === "") throw new Error(`No line of a unit: ${line}`);
    else [...sections.values()].at(-1)?.push([name, value]);
  }
  return sections;
}

it.each(["systemd", "containerfile", "nginx"])("prints no secret: %s", (name) => {
  expect(print(name)).not.toMatch(/pass-word|thirty-two/);
  expect(print(name).length).toBeGreaterThan(500);
});

it("says how it is used", () => {
  expect(print("apache")).toBe("");
});

describe("the unit", () => {
  const service = () => unitOf(print("systemd")).get("Service") ?? [];
  const values = (name: string) => service().flatMap(([is, value]) => (is === name ? [value] : []));

  it("starts this Node with these settings as an account that is not root, and may write the data alone", () => {
    expect([...unitOf(print("systemd")).keys()]).toEqual(["Unit", "Service", "Install"]);
    expect(values("ExecStart")).toEqual([`${process.execPath} --max-semi-space-size=4 src/main.ts`]);
    expect(existsSync(join(values("WorkingDirectory")[0] ?? "", "src/main.ts"))).toBe(true);
    expect(values("User")[0]).not.toBe("root");
    expect(values("ReadWritePaths")).toEqual(['"/srv/touch stone/100%%" /mnt/other']);
    expect(values("Environment")).toEqual(
      expect.arrayContaining([
        '"TOUCHSTONE_DATA=/srv/touch stone/100%%"',
        "PORT=8080",
        '"TOUCHSTONE_MAIL_FROM=The \\"house\\" <house@example.org>"',
      ]),
    );
    expect(values("EnvironmentFile")).toEqual(["/etc/touchstone/secrets.env"]);
    expect(print("systemd")).toContain(
      "# TOUCHSTONE_METRICS, TOUCHSTONE_SHIP_TO, TOUCHSTONE_SMTP_URL: into /etc/touchstone",
    );
  });

  it("is hardened, and says nothing twice but what is a list", () => {
    const once = service()
      .filter(([name]) => name !== "Environment")
      .map(([name]) => name);
    expect(new Set(once).size).toBe(once.length);
    for (const [name, value] of [
      ["NoNewPrivileges", "yes"],
      ["ProtectSystem", "strict"],
      ["PrivateTmp", privateTmp],
      ["ProtectKernelTunables", "yes"],
      ["RestrictSUIDSGID", "yes"],
      ["CapabilityBoundingSet", ""],
      ["SystemCallFilter", "@system-service"],
    ] as const)
      expect(values(name), name).toEqual([value]);
    // V8 compiles as it runs.
    expect(values("MemoryDenyWriteExecute")).toEqual([]);
  });

  it("hides neither a home nor the temporary folder where the installation lies in one", () => {
    const at = (dataDir: string, name: string) =>
      (unitOf(print("systemd", { TOUCHSTONE_DATA: dataDir })).get("Service") ?? []).find(([is]) => is === name)?.[1];
    expect([at("/srv/data", "PrivateTmp"), at("/var/tmp/trial", "PrivateTmp"), at("/tmp/trial", "PrivateTmp")]).toEqual(
      [privateTmp, "no", "no"],
    );
    expect(at("/home/ann/data", "ProtectHome")).toBe("no");
  });

  it.skipIf(!existsSync("/usr/bin/systemd-analyze"))("is a unit to systemd itself", async () => {
    const folder = await mkdtemp(join(tmpdir(), "touchstone-unit-"));
    try {
      const file = join(folder, "touchstone.service");
      await writeFile(file, print("systemd"));
      // Of this unit alone: others of the machine are not ours to verify.
      const { status, stderr } = spawnSync("systemd-analyze", ["verify", "--recursive-errors=no", file], {
        encoding: "utf8",
      });
      expect([status, stderr]).toEqual([0, ""]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it("asks for the one right that a port of the system needs, and for no other", () => {
    expect(print("systemd", { PORT: "443" })).toContain("CapabilityBoundingSet=CAP_NET_BIND_SERVICE\n");
  });
});

describe("the Containerfile", () => {
  const stages = () =>
    print("containerfile")
      .split(/^FROM /m)
      .slice(1);

  it("has two stages, the last with neither tools nor root, and a check of its health", () => {
    expect(stages()).toHaveLength(2);
    const [packages = "", last = ""] = stages();
    expect(packages).toContain("npm ci --omit=dev");
    expect(last).not.toMatch(/npm /);
    expect(last).toMatch(/^USER 10001:10001$/m);
    expect(last.indexOf("USER ")).toBeLessThan(last.indexOf("\nCMD "));
    expect(last).toMatch(
      /^HEALTHCHECK [^\n]*\\\n {2}CMD \["node", "-e", "fetch\('http:\/\/127.0.0.1:8080\/healthz'\)/m,
    );
    expect(last).toContain('ENV TOUCHSTONE_MAIL_FROM="The \\"house\\" <house@example.org>"');
  });

  it("copies what is there, and everything that a start reads", () => {
    const root = resolve(import.meta.dirname, "../..");
    const copied = [...print("containerfile").matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = ""]) =>
      names.split(" "),
    );
    for (const name of copied) expect(existsSync(join(root, name)), name).toBe(true);
    expect(copied).toEqual(expect.arrayContaining(["src", "db", "views", "package.json"]));
    const commands = [...print("containerfile").matchAll(/^([A-Z]+) /gm)].map(([, name]) => name);
    expect(new Set(commands)).toEqual(
      new Set([
        "FROM",
        "WORKDIR",
        "COPY",
        "RUN",
        "LABEL",
        "ENV",
        "USER",
        "VOLUME",
        "EXPOSE",
        "STOPSIGNAL",
        "HEALTHCHECK",
        "CMD",
      ]),
    );
  });
});

describe("the proxy", () => {
  it("is a tree of blocks in which every line ends as nginx wants it", () => {
    let depth = 0;
    for (const line of print("nginx")
      .split("\n")
      .map((text) => text.trim())) {
      if (line === "" || line.startsWith("#")) continue;
      expect(line).toMatch(/^(?:[\w ~=/]+ \{(?: [^{}]+; \})?|\}|[a-z_0-9]+ [^{}]+;)$/);
      if (line.endsWith("{")) depth += 1;
      if (line === "}") depth -= 1;
      expect(depth).toBeGreaterThanOrEqual(0);
    }
    expect(depth).toBe(0);
  });

  it("speaks TLS for the configured name, and takes what the upload limit takes", () => {
    const text = print("nginx");
    expect(text).toContain("server 127.0.0.1:8080;");
    expect(text).toContain("server_name trials.example.org;");
    expect(text).toContain("return 301 https://trials.example.org$request_uri;");
    expect(text).toContain("ssl_protocols TLSv1.2 TLSv1.3;");
    expect(Number(/client_max_body_size (\d+)m;/.exec(text)?.[1])).toBe(108);
  });

  it("replaces what a client says of itself, and gives each request its number", () => {
    for (const header of [
      "X-Forwarded-For $remote_addr",
      "X-Forwarded-Proto $scheme",
      "Host $host",
      "X-Request-Id $request_id",
    ])
      expect(print("nginx")).toContain(`proxy_set_header ${header};`);
    expect(print("nginx")).not.toContain("$proxy_add_x_forwarded_for");
  });
});
