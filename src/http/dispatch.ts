import { Router } from "express";
import type { RequestHandler } from "express";

type Method = "get" | "post" | "all";

type Entry = { readonly method: Method; readonly path: string; readonly handlers: readonly RequestHandler[] };

export type Dispatch = {
  /** Entries answer in the order in which they were added. @throws on an address with more than fixed and free segments */
  readonly add: (method: Method, path: string, ...handlers: readonly RequestHandler[]) => void;
  readonly handle: RequestHandler;
};

/** What stands at one place of the addresses: what may follow, and the entries that end here, by their number. */
type Place = { readonly fixed: Map<string, Place>; any: Place | null; readonly ends: number[] };

const emptyPlace = (): Place => ({ fixed: new Map(), any: null, ends: [] });

const rules = { caseSensitive: true, strict: false };

/**
 * Express tries one entry after the other, some two hundred regular expressions for a page. Here the segments of the
 * address lead to the few entries that can fit at all, and Express decides among those, in their order, as it always
 * did: a test holds that both choose the same for every address and for junk.
 */
export function createDispatch(): Dispatch {
  const entries: Entry[] = [];
  const root = emptyPlace();
  // One for each set of entries that fit an address together: there are about as many as entries.
  const routers = new Map<string, Router>();

  function routerFor(fitting: readonly number[]): Router {
    const key = fitting.join();
    const router = routers.get(key) ?? routerOf(fitting.flatMap((number) => entries[number] ?? []));
    routers.set(key, router);
    return router;
  }

  return {
    add(method, path, ...handlers) {
      placeOf(root, path).ends.push(entries.length);
      entries.push({ method, path, handlers });
    },
    handle(req, res, next) {
      const fitting = fittingAt([root], segmentsOf(req.path));
      if (fitting.length === 0) next();
      else routerFor(fitting)(req, res, next);
    },
  };
}

function routerOf(entries: readonly Entry[]): Router {
  const router = Router(rules);
  for (const { method, path, handlers } of entries) router[method](path, ...handlers);
  return router;
}

function placeOf(root: Place, path: string): Place {
  return segmentsOf(path).reduce((place, segment) => {
    if (/^[\w.-]+$/.test(segment)) return fixedPlace(place, segment);
    if (/^:\w+$/.test(segment)) return (place.any ??= emptyPlace());
    throw new Error(`${path}: an address has fixed and free segments only`);
  }, root);
}

function fixedPlace({ fixed }: Place, segment: string): Place {
  const place = fixed.get(segment) ?? emptyPlace();
  fixed.set(segment, place);
  return place;
}

/** Of `/a/b` and, as a slash at the end does not count, of `/a/b/`. */
function segmentsOf(path: string): readonly string[] {
  const between = path.slice(1, path.endsWith("/") ? -1 : undefined);
  return between === "" ? [] : between.split("/");
}

/** In the order of the entries. */
function fittingAt(places: readonly Place[], segments: readonly string[]): readonly number[] {
  let here = places;
  for (const segment of segments) {
    here = here.flatMap(({ fixed, any }) =>
      [fixed.get(segment), any].filter((place) => place !== undefined && place !== null),
    );
    if (here.length === 0) return [];
  }
  return here.flatMap(({ ends }) => ends).toSorted((a, b) => a - b);
}
