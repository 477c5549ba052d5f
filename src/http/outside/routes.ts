import express, { Router } from "express";
import type { NextFunction, Request, RequestHandler, Response } from "express";
import type { z } from "zod";
import { catchUpAsFarAsTheDiskLets } from "../../application/catch-up.ts";
import type { Door } from "../../domain/outside/doors.ts";
import type { Deps } from "../deps.ts";
import { createDispatch } from "../dispatch.ts";
import { Fault } from "../faults.ts";
import { invalid, readForm } from "../forms/form.ts";
import type { Form } from "../forms/form.ts";
import { typedFrom } from "../forms/typed.ts";
import { addressLength } from "../middleware/limits.ts";
import { sameOrigin } from "../middleware/same-origin.ts";
import { faultsOutside } from "./faults.ts";
import { openDoor, outsideLimits } from "./limits.ts";
import type { OutsideLimits } from "./limits.ts";
import { setStranger, strangerFor } from "./stranger.ts";

type Page = (req: Request, res: Response) => void | Promise<void>;
type Submit<T> = (req: Request, res: Response, form: Form<T>) => void | Promise<void>;

export type OutsideRoute = {
  readonly method: "get" | "post";
  readonly path: string;
  /** Shut, the address is as unknown as any other. */
  readonly door: Door;
};

/**
 * Addresses for people without an account. They stand in front of cookies and sessions: none is read, none is set, and
 * whoever is signed in sees what a stranger sees. The log has neither their network address nor what fills a `:part`.
 */
export type OutsideRoutes = {
  readonly get: (door: Door, path: string, page: Page) => void;
  /** A form of text fields; those that its schema does not name are refused. */
  readonly post: <S extends z.ZodObject>(
    door: Door,
    path: string,
    schema: S,
    submit: Submit<z.output<S>>,
    options?: { readonly bytes?: number },
  ) => void;
};

export type Outside = OutsideRoutes & { readonly router: RequestHandler; readonly list: readonly OutsideRoute[] };

export function createOutside(deps: Deps, limits: OutsideLimits = outsideLimits): Outside {
  const dispatch = createDispatch();
  const list: OutsideRoute[] = [];
  const door = openDoor(limits, () => Date.parse(deps.services.clock.now()));
  const ours = sameOrigin(deps.config.origin);
  const router = Router();
  router.use(dispatch.handle, faultsOutside(deps));
  return {
    router,
    list,
    get: (of, path, page) => {
      list.push({ method: "get", path, door: of });
      dispatch.add("get", path, whereOpen(deps, of, path), addressLength, door.reading, page);
    },
    post: (of, path, schema, submit, { bytes = limits.bytes } = {}) => {
      list.push({ method: "post", path, door: of });
      const body = express.urlencoded({ extended: false, limit: bytes, parameterLimit: limits.fields });
      dispatch.add(
        "post",
        path,
        whereOpen(deps, of, path),
        addressLength,
        body,
        formsOnly,
        ...door.posting,
        ours,
        async (req, res) => {
          const done = await door.turn(res);
          try {
            await deps.services.views.catchUp();
            await submit(req, res, formOf(schema, req.body));
          } finally {
            done();
          }
        },
      );
    },
  };
}

/** Shut, the request goes on as if there were no such address, and meets what every unknown address meets. */
function whereOpen(deps: Deps, door: Door, path: string): RequestHandler {
  const { services } = deps;
  return async (req: Request, res: Response, next: NextFunction) => {
    res.locals["outside"] = path;
    await services.ledger.checkPlace();
    await catchUpAsFarAsTheDiskLets(services, { reading: true });
    if (services.views.outside.isOpen(door)) {
      setStranger(res, strangerFor(deps, req));
      next();
    } else next("route");
  };
}

const formsOnly: RequestHandler = (req, _res, next) => {
  if (req.is("application/x-www-form-urlencoded") === false) throw new Fault(415, "content type");
  next();
};

const own = new Set(["commandId", "version"]);

/** A field that no page of ours has was put there by hand, or by a program. */
function formOf<S extends z.ZodObject>(schema: S, body: unknown): Form<z.output<S>> {
  const form = readForm(schema, body);
  const names = Object.keys((typeof body === "object" ? body : null) ?? {});
  const known = new Set(Object.keys(typedFrom(body)));
  const strange = names.find(
    (name) => !own.has(name) && (!known.has(name) || !Object.hasOwn(schema.shape, name.split(".")[0] ?? "")),
  );
  if (strange === undefined) return form;
  return invalid(form, { field: "", key: "outside:form.unknown", params: { field: strange.slice(0, 60) } });
}
