import { once } from "node:events";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Express } from "express";
import { createApp, depsOf } from "../app.ts";
import { publishDefaultPolicy } from "../application/default-policy.ts";
import { pendingSetUp } from "../application/people/set-up.ts";
import { openServices } from "../application/open-services.ts";
import type { Services } from "../application/services.ts";
import { startShipping } from "../application/ship/shipper.ts";
import { startMailing } from "../application/mails/mailer.ts";
import { startSweeping } from "../application/sweep.ts";
import { startTelling } from "../application/webhooks/start-telling.ts";
import { maskedConfig } from "../config.ts";
import type { Config } from "../config.ts";
import type { Costs } from "../http/middleware/costs.ts";
import { openMetrics } from "../http/metrics/metrics.ts";
import type { Metrics } from "../http/metrics/metrics.ts";
import { openMetricsPort } from "../http/metrics/own-port.ts";
import type { OwnPort } from "../http/metrics/own-port.ts";
import { checkFolder } from "../ledger/folder.ts";
import { withFolder } from "../ledger/lock.ts";
import { mailWords } from "../http/mails/mail-words.ts";
import type { CommandIo, ExitStatus } from "./io.ts";

export interface Running {
  readonly url: string;
  /** Lets requests under way end, then closes everything. */
  readonly stop: () => Promise<void>;
  /** Ends them at once; for whoever asks a second time to stop. */
  readonly hurry: () => void;
}

/** `touchstone serve`: open, catch up, listen, until told to stop. */
export async function serveCommand(args: readonly string[], io: CommandIo, config: Config): Promise<ExitStatus> {
  if (args.length > 0) {
    io.err("usage: touchstone serve");
    return 2;
  }
  // A mistyped or emptied folder is said to be one, and gets no lock of ours.
  checkFolder(config.dataDir);
  return withFolder(config.dataDir, () => serve(io, config));
}

async function serve(io: CommandIo, config: Config): Promise<ExitStatus> {
  const services = await openServices(config, { beside: true });
  services.log.info({ config: maskedConfig(config), node: process.version }, "starting");
  await publishDefaultPolicy(services);
  const running = await listen(services, config);
  if (config.gateQuality) services.gateQualities.begin();
  // Told to stop from the moment on which somebody is told that it is open.
  const stopped = untilStopped(running, services);
  await sayHowToBegin(services, config, running, io);
  await stopped;
  return 0;
}

/** @throws where the port is taken. */
export async function listen(services: Services, config: Config): Promise<Running> {
  await services.views.catchUp();
  const metrics = await openMetrics(config);
  const app = createApp(services, config, { metrics });
  const server = createServer(app);
  server.listen(config.port, config.host);
  const ownPort = await once(server, "listening")
    .then(() => ownMetricsPort(metrics, app, services))
    .catch(async (error: unknown) => {
      server.close();
      await services.close();
      throw error;
    });
  const stopSweeping = startSweeping(services);
  // Nobody keeps checkpoints of generated data.
  const stopShipping = config.demo ? null : startShipping(services);
  const { port } = server.address() as AddressInfo;
  const host = config.host.includes(":") ? `[${config.host}]` : config.host;
  const url = config.origin ?? `http://${host}:${port}`;
  // Generated people have generated addresses.
  const stopMailing = config.demo ? null : startMailing(services, mailWords(depsOf(services, config), url));
  const stopTelling = startTelling(services);
  return {
    url,
    stop: async () => {
      await closed(server);
      await ownPort?.close();
      await stopSweeping();
      await stopShipping?.();
      await stopMailing?.();
      await stopTelling();
      await services.close();
    },
    hurry: () => server.closeAllConnections(),
  };
}

function ownMetricsPort(metrics: Metrics | null, app: Express, services: Services): Promise<OwnPort | null> {
  const access = services.config.metrics;
  if (metrics === null || access?.kind !== "port") return Promise.resolve(null);
  return openMetricsPort(metrics, { services, costs: app.locals["costs"] as Costs }, access);
}

/** A second signal ends requests under way, and never what is being written. */
export async function untilStopped(running: Running, { log }: Services): Promise<void> {
  let stopping: Promise<void> | null = null;
  await new Promise<void>((resolve, reject) => {
    const stop = (signal: string): void => {
      if (stopping !== null) {
        log.info({ signal }, "stopping at once");
        running.hurry();
        return;
      }
      log.info({ signal }, "stopping");
      stopping = running.stop();
      stopping.then(resolve, reject);
    };
    for (const name of ["SIGINT", "SIGTERM"]) process.on(name, () => stop(name));
  });
}

/** The one way in without a password is a link that only the console shows, and only until it was used. */
async function sayHowToBegin(services: Services, config: Config, { url }: Running, io: CommandIo): Promise<void> {
  io.err(`Touchstone is open at ${url}`);
  if (services.ledger.readOnly !== null) {
    io.err(services.ledger.readOnly);
    return;
  }
  const token = await pendingSetUp(services);
  if (token === null) return;
  io.err(`Nobody administers it yet. Begin here, once:\n  ${url}/set-up/${token}`);
  if (config.origin === null)
    io.err(`  (the address as seen from this machine; set TOUCHSTONE_ORIGIN where people reach it)`);
}

const patience = 10_000;

async function closed(server: Server): Promise<void> {
  const done = once(server, "close");
  server.close();
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), patience);
  await done;
  clearTimeout(timer);
}
