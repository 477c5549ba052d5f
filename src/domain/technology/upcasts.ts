import type { Upcasts } from "../stream.ts";
import { eventTypes, facts } from "./chapters.ts";

/** How what was stored in an older schema is raised, by the type it tells of. */
export const technologyUpcasts: { readonly [type: string]: Upcasts } = Object.fromEntries(
  eventTypes.flatMap((type) => {
    const { upcasts } = facts[type];
    return upcasts === undefined ? [] : [[type, upcasts]];
  }),
);
