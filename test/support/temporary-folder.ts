import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync } from "node:fs";
import { freemem, tmpdir } from "node:os";
import { join } from "node:path";

const memory = "/dev/shm";
const name = "touchstone-tests-";
const room = 6 * 1024 ** 3;

/**
 * Where a run's ledgers stand: in memory where the machine has six gigabytes of it to spare, for every test commits to
 * a disk that nobody keeps, and on disk elsewhere. Each run has its own folder, so that it leaves nothing behind.
 */
export const temporaryFolder = join(roomy() ? memory : tmpdir(), `${name}${process.pid}`);

export function setup(): void {
  for (const left of [memory, tmpdir()].filter(existsSync).flatMap(leftIn))
    rmSync(left, { recursive: true, force: true });
  mkdirSync(temporaryFolder, { recursive: true });
}

export function teardown(): void {
  rmSync(temporaryFolder, { recursive: true, force: true });
}

function roomy(): boolean {
  if (!existsSync(memory) || freemem() < room) return false;
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > room;
}

/** Folders of runs that were killed. */
function leftIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((one) => one.startsWith(name) && !lives(Number(one.slice(name.length))))
    .map((one) => join(folder, one));
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
