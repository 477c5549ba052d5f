import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { openLedger } from "../../src/ledger/sqlite.ts";
import { atLeast, median } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { fill } from "./fill.ts";

const portfolioPath = "/technologies?stage=proposed&sort=date";
const runs = 5;
const runMs = 2000;
const connections = 4;

/** Pages against themselves rendered from a frozen view model, and the portfolio of 100,000 against that of 1,000. */
export async function pagesBench(): Promise<Figure[]> {
  const [small, large] = [await Site.open(1000), await Site.open(100_000)];
  try {
    const rates = await alternating({
      large: () => large.rate(portfolioPath),
      frozen: () => large.rate(portfolioPath, { frozen: "1" }),
      small: () => small.rate(portfolioPath),
      technology: () => small.rate("/technologies/technology-1000"),
      frozenTechnology: () => small.rate("/technologies/technology-1000", { frozen: "1" }),
    });
    return [
      atLeast("portfolio page of 100,000 / from a frozen view model", rates.large / rates.frozen, 0.4),
      atLeast("portfolio page of 100,000 / of 1,000", rates.large / rates.small, 0.9),
      atLeast("technology page with 300 events / frozen", rates.technology / rates.frozenTechnology, 0.35),
    ];
  } finally {
    small.close();
    large.close();
  }
}

/** All of them in turn, several times: what else the machine does then falls on each alike. */
async function alternating<K extends string>(measured: Record<K, () => Promise<number>>): Promise<Record<K, number>> {
  const names = Object.keys(measured) as K[];
  const found = new Map<K, number[]>(names.map((name) => [name, []]));
  for (let n = 0; n <= runs; n += 1) {
    for (const name of names) {
      const rate = await measured[name]();
      // The first round only warms up.
      if (n > 0) found.get(name)?.push(rate);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(found.get(name) ?? [])])) as Record<K, number>;
}

class Site {
  readonly #folder: string;
  readonly #child: ChildProcess;
  readonly #origin: string;
  readonly #cookie: string;

  private constructor(folder: string, child: ChildProcess, origin: string, cookie: string) {
    this.#folder = folder;
    this.#child = child;
    this.#origin = origin;
    this.#cookie = cookie;
  }

  /** So many technologies of one event, and one of three hundred. */
  static async open(technologies: number): Promise<Site> {
    const folder = mkdtempSync(join(tmpdir(), "touchstone-bench-"));
    const ledger = openLedger({ dataDir: folder });
    await fill(ledger, technologies, 1);
    await fill(ledger, 1, 300, technologies);
    ledger.close();
    const child = spawn(process.execPath, [join(import.meta.dirname, "page-server.ts"), folder], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
    const { port, email, password } = JSON.parse(line) as { port: number; email: string; password: string };
    const origin = `http://127.0.0.1:${port}`;
    return new Site(folder, child, origin, await signIn(origin, email, password));
  }

  /** Requests a second over a few connections that are kept open. */
  async rate(path: string, headers: Record<string, string> = {}): Promise<number> {
    const start = performance.now();
    let answered = 0;
    const ask = async (): Promise<void> => {
      while (performance.now() - start < runMs) {
        const response = await fetch(this.#origin + path, { headers: { cookie: this.#cookie, ...headers }, redirect: "error" });
        await response.arrayBuffer();
        if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
        answered += 1;
      }
    };
    await Promise.all(Array.from({ length: connections }, ask));
    return (1000 * answered) / (performance.now() - start);
  }

  close(): void {
    this.#child.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

async function signIn(origin: string, email: string, password: string): Promise<string> {
  const form = await fetch(`${origin}/sign-in`);
  const commandId = /name="commandId"[^>]*value="([^"]*)"/.exec(await form.text())?.[1] ?? "";
  const body = new URLSearchParams({ email, password, commandId, next: "/technologies", kept: "" });
  const cookie = cookies(form);
  const answer = await fetch(`${origin}/sign-in`, {
    method: "POST",
    body,
    headers: { origin, cookie },
    redirect: "manual",
  });
  if (answer.status !== 303) throw new Error(`Not signed in: ${answer.status}`);
  return cookies(answer);
}

const cookies = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0] ?? "")
    .join("; ");
