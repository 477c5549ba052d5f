import type { Express, RequestHandler } from "express";
import type { View } from "../../../src/http/view/engine.ts";
import { personOf, setVisitor, visitorOf } from "../../../src/http/visitor.ts";

interface Frozen {
  readonly name: string;
  readonly view: View;
}

/**
 * Adds to the real application, behind all its middleware and before its routes: a request with `frozen=keep` in its
 * query is answered as ever and its view model kept, one with `frozen=show` is rendered from the kept model alone.
 */
export function addFrozenPages(app: Express): void {
  const kept = new Map<string, Frozen>();
  const handler: RequestHandler = (req, res, next) => {
    const [path = "", mode] = req.originalUrl.split(/[?&]frozen=/);
    if (mode === undefined) {
      next();
      return;
    }
    const visitor = visitorOf(res);
    personOf(res);
    const frozen = kept.get(path);
    if (mode === "show" && frozen !== undefined) {
      res.status(200).type("html").send(visitor.views.render(frozen.name, frozen.view));
      return;
    }
    const render = (name: string, view: View): string => {
      kept.set(path, { name, view });
      return visitor.views.render(name, view);
    };
    setVisitor(res, { ...visitor, views: { ...visitor.views, render } });
    next();
  };
  app.use(handler);
  const { stack } = app.router;
  const own = stack.pop();
  const routes = stack.findLastIndex(({ name }) => name === "router");
  if (own === undefined || routes < 0) throw new Error("The application has no routes");
  stack.splice(routes, 0, own);
}
