import type { NextFunction, Request, RequestHandler, Response } from "express";
import { z } from "zod";
import { createDispatch } from "./dispatch.ts";
import { finding, isFinding, readForm, resumed } from "./forms/form.ts";
import type { Form } from "./forms/form.ts";
import { removeUploads, takeUploads } from "./forms/upload.ts";
import type { UploadedFile, UploadRules } from "./forms/upload.ts";
import type { Access } from "./middleware/access.ts";
import { guard } from "./middleware/access.ts";
import { goneOf } from "./middleware/costs.ts";
import type { Cost, Costs } from "./middleware/costs.ts";
import { visitorOf } from "./visitor.ts";

type Page = (req: Request, res: Response, next: NextFunction) => void | Promise<void>;
type Submit<T> = (req: Request, res: Response, form: Form<T>) => void | Promise<void>;
type SubmitFiles<T> = (
  req: Request,
  res: Response,
  form: Form<T>,
  files: readonly UploadedFile[],
) => void | Promise<void>;

/** Whether the password is asked for once more: on a page of its own, or by a field of the form itself. */
export type Again = "never" | "asked" | "in-form";

export type Route = {
  readonly method: "get" | "post";
  readonly path: string;
  readonly access: Access;
  /** What a POST takes. */
  readonly schema?: z.ZodType;
  /** What it makes the server do, where that is more than a page. */
  readonly cost?: Cost;
  readonly again: Again;
};

type Options = { readonly costs?: Cost; readonly again?: Again };

/** Collects the routes of the product; each names who may use it, and each POST its schema, or the server does not start. */
export type Routes = {
  readonly router: RequestHandler;
  /** What a request to an address meets before the routes that are named after it. */
  readonly inFront: (method: "post" | "all", path: string, handler: RequestHandler) => void;
  readonly list: readonly Route[];
  readonly get: (path: string, access: Access, page: Page, options?: Options) => void;
  readonly post: <S extends z.ZodType>(
    path: string,
    access: Access,
    schema: S,
    submit: Submit<z.output<S>>,
    options?: Options,
  ) => void;
  /** The same for a form with files; they are on disk and removed when the request ends. */
  readonly upload: <S extends z.ZodType>(
    path: string,
    access: Access,
    schema: S,
    rules: UploadRules,
    submit: SubmitFiles<z.output<S>>,
  ) => void;
};

/** What stands in front of a route: the turns of what costs, and the question for the password. */
export type Doors = { readonly costs: Costs; readonly askAgain: RequestHandler };

export function createRoutes(uploadDir: string, { costs, askAgain }: Doors): Routes {
  const dispatch = createDispatch();
  const list: Route[] = [];
  const add = ({ again = "never", ...rest }: Omit<Route, "again"> & Partial<Route>, handler: Page): void => {
    const route: Route = { ...rest, again };
    list.push(route);
    const asked = again === "asked" ? [askAgain] : [];
    dispatch.add(route.method, route.path, guard(route.access), ...asked, inTurn(costs, route.cost, handler));
  };
  return {
    router: dispatch.handle,
    inFront: dispatch.add,
    list,
    get: (path, access, page, options) => add({ method: "get", path, access, ...given(options) }, page),
    post: (path, access, schema, submit, options) => {
      refuseWithoutSchema(path, schema);
      add({ method: "post", path, access, schema, ...given(options) }, (req, res) =>
        // A button alone would act by being shown again.
        (visitorOf(res).resumed || isFinding(req.body)) && isButton(schema)
          ? res.redirect(303, "/")
          : submit(req, res, formOf(req, res, schema)),
      );
    },
    upload: (path, access, schema, rules, submit) => {
      refuseWithoutSchema(path, schema);
      add({ method: "post", path, access, schema, cost: "upload" }, async (req, res) => {
        const taken = await takeUploads(req, res, rules, uploadDir);
        try {
          await submit(req, res, taken.check(formOf(req, res, schema)), taken.files);
        } finally {
          await removeUploads(taken.files);
        }
      });
    },
  };
}

const isButton = (schema: z.ZodType): boolean =>
  schema instanceof z.ZodObject && Object.keys(schema.shape).length === 0;

const given = (options: Options = {}): Pick<Route, "cost"> & Partial<Pick<Route, "again">> => ({
  ...(options.costs !== undefined && { cost: options.costs }),
  ...(options.again !== undefined && { again: options.again }),
});

/** A page that costs waits for its turn, and has it until it is answered or its reader has gone. */
function inTurn(costs: Costs, cost: Cost | undefined, page: Page): RequestHandler {
  if (cost === undefined) return page;
  return async (req, res, next) => {
    const done = await costs.take(cost, visitorOf(res).person?.id ?? `address ${req.ip ?? ""}`, goneOf(res));
    try {
      await page(req, res, next);
    } finally {
      done();
    }
  };
}

function formOf<S extends z.ZodType>(req: Request, res: Response, schema: S): Form<z.output<S>> {
  if (visitorOf(res).resumed) return resumed(req.body);
  return isFinding(req.body) ? finding(req.body) : readForm(schema, req.body);
}

function refuseWithoutSchema(path: string, schema: unknown): void {
  const parses = typeof schema === "object" && schema !== null && "safeParse" in schema;
  if (!parses) throw new Error(`POST ${path} has no schema`);
}
