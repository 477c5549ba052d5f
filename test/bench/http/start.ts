import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { atMost, median, noted, timed } from "../figure.ts";
import type { Figure } from "../figure.ts";
import type { Folders } from "../folders.ts";
import { addressSaid, settings } from "./server.ts";
import { stopped } from "./child.ts";

const rounds = 7;
const root = join(import.meta.dirname, "../../..");
const imports = `await import("express"); await import("handlebars"); await import("better-sqlite3");`;

/** From the start of the process to its first page, against a process that only imports what a plain server would. */
/** The flags of `npm start`. */
const asStarted = ["--max-semi-space-size=4"];

export async function startBench(folders: Folders): Promise<Figure[]> {
  const large = folders.copy(await folders.large(), "start");
  await firstPage(large);
  await firstPage(folders.scratch("empty"));
  const times = { bare: [] as number[], empty: [] as number[], large: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    times.bare.push(await timed(bare));
    times.empty.push(await firstPage(folders.scratch("empty")));
    times.large.push(await firstPage(large));
  }
  const ratio = (of: readonly number[]): number => median(of.map((ms, at) => ms / (times.bare[at] ?? NaN)));
  return [
    noted("node importing express, handlebars and better-sqlite3", median(times.bare), "ms"),
    noted("start to first page, 100,000 technologies", median(times.large), "ms"),
    atMost("start to first page, empty folder / importing alone", ratio(times.empty), 1.5, "ratio"),
    atMost("start to first page, 100,000 technologies / importing alone", ratio(times.large), 2, "ratio"),
  ];
}

function bare(): void {
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", imports], { cwd: root });
  if (status !== 0) throw new Error(String(stderr));
}

async function firstPage(folder: string): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, [...asStarted, join(root, "src/main.ts")], {
    env: { ...process.env, ...settings(folder) },
    stdio: ["ignore", "ignore", "pipe"],
  });
  try {
    const page = await fetch(`${await addressSaid(child)}/sign-in`);
    await page.text();
    if (page.status !== 200) throw new Error(`The first page was answered ${page.status}`);
    return performance.now() - start;
  } finally {
    await stopped(child);
  }
}
