import express from "express";
import type { Express } from "express";
import { openTypesetter } from "./application/documents/pdf.ts";
import type { Typesetter } from "./application/documents/pdf.ts";
import type { Services } from "./application/services.ts";
import type { Config } from "./config.ts";
import type { Deps } from "./http/deps.ts";
import { faceIn } from "./http/face.ts";
import { notFound } from "./http/faults.ts";
import { createFormPlaces } from "./http/forms/places.ts";
import { health } from "./http/health.ts";
import { createFragments, keptBytes } from "./http/kept/fragments.ts";
import { compressed } from "./http/middleware/compressed.ts";
import { createCosts } from "./http/middleware/costs.ts";
import { door } from "./http/middleware/door.ts";
import { errors } from "./http/middleware/errors.ts";
import { metricsPage } from "./http/metrics/metrics.ts";
import type { Metrics } from "./http/metrics/metrics.ts";
import { securityHeaders } from "./http/middleware/headers.ts";
import { addressLength, bodies } from "./http/middleware/limits.ts";
import { watchProxies } from "./http/middleware/proxies.ts";
import { requestLog } from "./http/middleware/request-log.ts";
import { sameOrigin } from "./http/middleware/same-origin.ts";
import { sessions } from "./http/middleware/session.ts";
import { visitors } from "./http/middleware/visitors.ts";
import { apiRoutes } from "./http/api/room.ts";
import { addressesOf } from "./http/addresses.ts";
import { calendarFeed, feedPath } from "./http/calendar/feed.ts";
import { oneClick, oneClickPath } from "./http/mails/one-click.ts";
import { house, outsideRoutes, routes } from "./http/rooms.ts";
import { securityText } from "./http/security-text.ts";

/** What tests turn off: to see that nothing but speed depends on it, or what is said where it is missing. */
type Options = {
  readonly keptBytes?: number;
  readonly typesetter?: Typesetter;
  /** Where requests are counted, where that is wanted. */
  readonly metrics?: Metrics | null;
};

/** What handlers are made of; also for what makes the same outside of a request. */
export function depsOf(services: Services, config: Config, options: Options = {}): Deps {
  return {
    services,
    config,
    house,
    people: services.accounts.identities,
    templates: faceIn(config.timeZone).templates,
    costs: createCosts(() => Date.parse(services.clock.now())),
    fragments: createFragments(options.keptBytes ?? keptBytes, () => services.views.generation),
    forms: createFormPlaces(),
    typesetter: options.typesetter ?? openTypesetter(),
  };
}

/** The whole product over HTTP, in the order a request meets it. */
export function createApp(services: Services, config: Config, options: Options = {}): Express {
  const { assets } = faceIn(config.timeZone);
  const { accounts } = services;
  const deps = depsOf(services, config, options);
  const { costs, forms } = deps;

  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", config.trustedProxies);
  app.set("query parser", "simple");
  // Pages that may be kept have their own, see send-page.ts.
  app.set("etag", false);
  // Elsewhere express would answer with a stack where our own answer fails.
  app.set("env", "production");
  const proxies = watchProxies(config.trustedProxies, services.log);
  const { metrics = null } = options;
  if (metrics !== null) app.use(metrics.count);
  app.use(requestLog(services.log, config));
  app.use(securityHeaders({ secure: config.secureCookies }));
  app.use(proxies.watch);
  // Whoever asks for health asks by number rather than by name.
  app.get("/healthz", health(services, proxies));
  if (metrics !== null && config.metrics?.kind === "token")
    app.get("/metrics", metricsPage(metrics, config.metrics.token, { services, costs }));
  if (config.securityContact !== null)
    app.get("/.well-known/security.txt", securityText(config.securityContact, services.clock));
  app.use(door(config.origin));
  app.use(assets.router);
  app.use(compressed());
  app.use(behindTls(config));
  // For programs: in front of cookies and what guards them.
  const api = apiRoutes(deps);
  app.use(api.router);
  app.use(oneClick(deps));
  app.use(calendarFeed(deps));
  const outside = outsideRoutes(deps);
  app.use(outside.router);
  app.use(sessions(accounts, config, (err) => services.log.error({ err }, "session not written")));
  app.use(visitors(deps));
  app.use(addressLength);
  app.use(sameOrigin(config.origin));
  app.use(bodies);
  const { router, list } = routes(deps);
  // For tests and tools that walk every address.
  app.locals["routes"] = list;
  app.locals["outside"] = outside.list;
  app.locals["addresses"] = addressesOf(
    list,
    [
      ...api.list,
      { method: "post", path: oneClickPath, who: ["token"] },
      { method: "get", path: feedPath, who: ["token"] },
    ],
    outside.list,
  );
  app.locals["costs"] = costs;
  app.locals["forms"] = forms;
  app.use(router);
  app.use(() => notFound());
  app.use(errors(deps));
  return app;
}

/** The configured address says how people reach us, whatever the proxy in front forgot to say; secure cookies depend on it. */
function behindTls({ secureCookies }: Config): express.RequestHandler {
  return (req, _res, next) => {
    if (secureCookies) Object.defineProperty(req, "protocol", { value: "https" });
    next();
  };
}
