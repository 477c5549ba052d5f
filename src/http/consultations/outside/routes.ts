import type { Deps } from "../../deps.ts";
import type { OutsideRoutes } from "../../outside/routes.ts";

/** Consultations for everybody: what is asked, how to take part, what became of it. */
export function consultationsOutside(_all: OutsideRoutes, _deps: Deps): void {
  // Filled in by the pages that strangers see.
}
