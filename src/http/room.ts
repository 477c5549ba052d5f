import type { Deps } from "./deps.ts";
import type { OutsideRoutes } from "./outside/routes.ts";
import type { RoomWords } from "./room-words.ts";
import type { Routes } from "./routes.ts";

/** One room of the product: its addresses, and what every other page needs to know of it. */
export type Room = RoomWords & {
  readonly routes: (routes: Routes, deps: Deps) => void;
  /** Its addresses for people without an account. */
  readonly outside?: (routes: OutsideRoutes, deps: Deps) => void;
};
