import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pino } from "pino";
import type { Express } from "express";
import { createApp } from "../../../src/app.ts";
import { openServices } from "../../../src/application/open-services.ts";
import type { Services } from "../../../src/application/services.ts";
import { readConfig } from "../../../src/config.ts";
import { firstSteps } from "../../../src/demo/first-steps.ts";
import { DemoClock } from "../../../src/demo/clock.ts";
import { yardstick } from "./yardstick.ts";

/**
 * A server on the given folder that knows how long its thread was busy at most without a turn for others. It counts the
 * processor's time of this thread, which other processes do not add to, from one turn of the event loop to the next.
 */
export type Ask = "anew" | "begin" | "end";
export type Told = { readonly url: string } | { readonly begun: true } | Stall;
/** Milliseconds of the processor. */
export interface Stall {
  readonly longest: number;
  /** What a fixed piece of work took at the same time. */
  readonly yardstick: number;
}

const [dataDir = ""] = process.argv.slice(2);
const config = readConfig({ TOUCHSTONE_GATE_QUALITY: "false" }, { dataDir, demo: true });
let services: Services | null = null;
let app: Express | null = null;
let measuring = false;
let longest = 0;
let pages = 0;
let taken = 0;

const server = createServer((req, res) => void app?.(req, res));
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const { port } = server.address() as AddressInfo;

process.on("message", (ask: Ask) => void answer(ask).then((told) => process.send?.(told)));
process.once("disconnect", () => process.exit());

async function answer(ask: Ask): Promise<Told> {
  switch (ask) {
    case "anew":
      return { url: await anew() };
    case "begin":
      // What earlier pages left behind is not swept up at this one's cost.
      (globalThis as { readonly gc?: () => void }).gc?.();
      longest = 0;
      measuring = true;
      turn(now());
      return { begun: true };
    case "end":
      measuring = false;
      return { longest, yardstick: measuredYardstick() };
  }
}

/** Taken anew now and then: the machine may be as busy as it likes. */
function measuredYardstick(): number {
  if (pages % 8 === 0) taken = yardstick(now);
  pages += 1;
  return taken;
}

/** As it is served: nothing that was kept is left, as after a start; the modules are loaded and compiled. */
async function anew(): Promise<string> {
  await services?.close();
  const clock = new DemoClock(join(dataDir, "clock"));
  services = await openServices(config, { clock, log: pino({ level: "silent" }), beside: true });
  await services.views.catchUp();
  app = createApp({ ...services, demonstration: await firstSteps(services) }, config);
  return `http://127.0.0.1:${port}`;
}

function turn(before: number): void {
  const after = now();
  longest = Math.max(longest, after - before);
  if (measuring) setImmediate(turn, now());
}

function now(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
