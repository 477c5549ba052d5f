import { hash, timingSafeEqual } from "node:crypto";
import type { RequestHandler } from "express";
import type { Config } from "../../config.ts";
import { figures } from "./figures.ts";
import type { Sources } from "./figures.ts";
import { routeOf, statusClass } from "./labels.ts";

/** Figures for monitoring, in the text format of Prometheus. */
export type Metrics = {
  /** Counts each request when it is answered or its reader has gone. */
  readonly count: RequestHandler;
  /** @returns its content type, and what stands now */
  readonly text: (sources: Sources) => Promise<readonly [type: string, text: string]>;
};

/** A page takes milliseconds; what makes the server work takes seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Null where none are wanted: then the library is not even loaded. */
export async function openMetrics({ metrics }: Pick<Config, "metrics">): Promise<Metrics | null> {
  if (metrics === null) return null;
  const { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } = await import("prom-client");
  const registry = new Registry();
  const registers = [registry];
  // Its own timer looks at the event loop fifty times a second; ten a second find what a person would notice.
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 100 });
  const requests = new Counter({
    name: "touchstone_http_requests_total",
    help: "Requests by the template of their address, never by the address itself, and by class of status.",
    labelNames: ["method", "route", "status"],
    registers,
  });
  const seconds = new Histogram({
    name: "touchstone_http_request_seconds",
    help: "Time from a request's coming in to its answer's going out.",
    labelNames: ["method", "route"],
    buckets,
    registers,
  });
  const gauges = figures.map((figure) => {
    const { name, help, labels = [] } = figure;
    return { figure, gauge: new Gauge({ name, help, labelNames: [...labels], registers }) };
  });

  return {
    count(req, res, next) {
      const began = performance.now();
      res.once("close", () => {
        const labels = { method: req.method, route: routeOf(req) };
        requests.inc({ ...labels, status: res.headersSent ? statusClass(res.statusCode) : "aborted" });
        seconds.observe(labels, (performance.now() - began) / 1000);
      });
      next();
    },
    async text(sources) {
      for (const { figure, gauge } of gauges) {
        gauge.reset();
        for (const { labels = {}, value } of await figure.read(sources)) gauge.set({ ...labels }, value);
      }
      return [registry.contentType, await registry.metrics()];
    },
  };
}

/** `/metrics` for whoever sends the configured token; to others there is no such address. */
export function metricsPage(metrics: Metrics, token: string, sources: Sources): RequestHandler {
  return async (req, res, next) => {
    if (!isSame(req.get("authorization") ?? "", `Bearer ${token}`)) {
      next();
      return;
    }
    const [type, text] = await metrics.text(sources);
    res.type(type).send(text);
  };
}

/** In the same time for any guess. */
const isSame = (given: string, expected: string): boolean =>
  timingSafeEqual(hash("sha256", given, "buffer"), hash("sha256", expected, "buffer"));
