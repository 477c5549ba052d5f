import type { Room } from "../room.ts";
import { listMethods } from "./list.ts";
import { showMethod, tryMethod, trySchema } from "./method.ts";
import { anyone } from "../middleware/access.ts";
import { brake } from "../middleware/limits.ts";
import type { Routes } from "../routes.ts";

/** The measurement methods, for anyone: signed in or not. Trying one costs computing, so there is a brake. */
export const methodsRoom = { name: "methods", routes } satisfies Room;

function routes({ get, post, inFront }: Routes): void {
  get("/methods", anyone, listMethods);
  get("/methods/:name", anyone, showMethod);
  inFront("post", "/methods/:name", brake("trials"));
  post("/methods/:name", anyone, trySchema, tryMethod, { costs: "method", on: "/methods/:name", answers: true });
}
