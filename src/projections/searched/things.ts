import { parts } from "../../domain/technology/chapters.ts";
import type { SearchedThing } from "../../domain/technology/manifest/searched.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";

/** All of them that a technology has, each with its kind. */
export const searchedThings = (t: Technology): readonly (SearchedThing & { readonly kind: string })[] =>
  parts.flatMap(({ searched }) =>
    searched === undefined ? [] : searched.items(t).map((thing) => ({ ...thing, kind: searched.kind })),
  );
