import type { NextFunction, Request, RequestHandler, Response } from "express";
import { z } from "zod";
import { createDispatch } from "./dispatch.ts";
import { finding, isFinding, readForm, resumed } from "./forms/form.ts";
import type { Form } from "./forms/form.ts";
import type { Keeping } from "./forms/keeping.ts";
import type { Opened } from "./forms/opened.ts";
import type { FormPlace } from "./forms/places.ts";
import { typedFrom } from "./forms/typed.ts";
import { withUploads } from "./forms/upload.ts";
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

type Options = {
  readonly costs?: Cost;
  readonly again?: Again;
  /** The page that is there for this form, where it has another address than it is sent to. */
  readonly form?: string;
  /** The page that shows the form beside other things. */
  readonly on?: string;
  /** The page in answer shows more than the form that was sent. */
  readonly answers?: true;
};

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
    options?: Options,
  ) => void;
};

/** What stands in front of a route: the turns of what costs, the question for the password, and what keeps drafts. */
export type Doors = {
  readonly costs: Costs;
  readonly askAgain: RequestHandler;
  readonly keeping?: Keeping;
  /** Shows a draft whose password was asked for before it was sent. */
  readonly asked?: ((req: Request, res: Response, opened: Opened) => Promise<void>) | undefined;
};

/** Answers with the page of a form, filled. */
type Show = (req: Request, res: Response, form: Form<never>) => void | Promise<void>;

export function createRoutes(uploadDir: string, { costs, askAgain, keeping, asked }: Doors): Routes {
  const dispatch = createDispatch();
  const list: Route[] = [];
  const shows = new Map<FormPlace, Show>();
  function add({ again = "never", ...rest }: Omit<Route, "again"> & Partial<Route>, answer: Page, ...doors: Doorway[]) {
    const route: Route = { ...rest, again };
    list.push(route);
    dispatch.add(route.method, route.path, guard(route.access), ...doors, inTurn(costs, route.cost, answer));
  }

  /** What stands before an address that takes a form, and what its drafts are shown with. */
  function doorsOf(path: string, access: Access, schema: z.ZodType, options: Options, show: Show): Doorway[] {
    refuseWithoutSchema(path, schema);
    if (keeping === undefined) return [];
    const place = placeOf(path, access, schema, options);
    if (place === null) return access.kind === "anyone" ? [] : [keeping.before(null)];
    keeping.places.add(place);
    shows.set(place, show);
    return [keeping.before(place)];
  }

  return {
    router: dispatch.handle,
    inFront: dispatch.add,
    list,
    get: (path, access, page, options) => {
      keeping?.places.addPage(path);
      add({ method: "get", path, access, ...given(options) }, async (req, res, next) => {
        const opened = (await keeping?.opened(req, res, path)) ?? null;
        await (opened === null
          ? page(req, res, next)
          : showDraft(req, res, opened, { show: shows.get(opened.place), asked }));
      });
    },
    post: (path, access, schema, submit, options = {}) => {
      const doors = doorsOf(path, access, schema, options, submit);
      const answer: Page = async (req, res) => {
        const typed = typedFrom(req.body);
        // A button alone would act by being shown again.
        if ((visitorOf(res).resumed || isFinding(req.body)) && isButton(schema)) res.redirect(303, "/");
        else await submit(req, res, formOf(req, res, schema));
        await keeping?.after(res, typed);
      };
      const again = options.again === "asked" ? [askAgain] : [];
      add({ method: "post", path, access, schema, ...given(options) }, answer, ...doors, ...again);
    },
    upload: (path, access, schema, rules, submit, options = {}) => {
      const own = { ...options, answers: true } as const;
      const doors = doorsOf(path, access, schema, own, (req, res, form) => submit(req, res, form, []));
      add({ method: "post", path, access, schema, cost: "upload" }, async (req, res) => {
        await withUploads(req, res, rules, uploadDir, async (taken) => {
          await inOrder(req, res, doors, async () => {
            await submit(req, res, taken.check(formOf(req, res, schema)), taken.files);
          });
          await keeping?.after(res, typedFrom(req.body));
        });
      });
    },
  };
}

type Doorway = RequestHandler;

/** By the form's own handler, which decides nothing on a form that is being shown again; or by what was asked about it. */
async function showDraft(
  req: Request,
  res: Response,
  opened: Opened,
  { show, asked }: { readonly show: Show | undefined } & Pick<Doors, "asked">,
): Promise<void> {
  const { form } = opened.kept;
  Object.assign(visitorOf(res), { resumed: true, draft: opened.kept });
  req.body = form.typed;
  const isAgain = opened.kept.asked !== null;
  if (!isAgain && form.asks !== undefined) visitorOf(res).asking = form;
  await (isAgain && asked !== undefined ? asked(req, res, opened) : show?.(req, res, form));
}

/** Null where nothing is kept: what anyone may send, passwords, and buttons that are nothing but pressed. */
function placeOf(path: string, access: Access, schema: z.ZodType, options: Options): FormPlace | null {
  const { again, form, on, answers = false } = options;
  if (again === "in-form" || (on === undefined && (access.kind === "anyone" || isButton(schema)))) return null;
  return { path, page: form ?? on ?? path, alone: on === undefined, answers, access, schema };
}

/** What stands before a form whose fields had to be read first. */
async function inOrder(req: Request, res: Response, doors: readonly RequestHandler[], last: () => Promise<void>) {
  const [door, ...rest] = doors;
  if (door === undefined) return last();
  let passed = false;
  await door(req, res, () => {
    passed = true;
  });
  if (passed) await inOrder(req, res, rest, last);
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
