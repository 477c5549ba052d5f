import { Router } from "express";
import type { Deps } from "../deps.ts";
import { brake } from "../middleware/limits.ts";
import { personInToken } from "./mail-words.ts";
import { endMails } from "./unsubscribe.ts";

export const oneClickPath = "/unsubscribe/:token/one-click";

/**
 * What mail programs send where somebody presses "unsubscribe" (RFC 8058): from nowhere, without a cookie, whatever its
 * body. It stands in front of what guards cookies; the signature in its address is all that it needs.
 */
export function oneClick(deps: Deps): Router {
  const router = Router({ caseSensitive: true });
  router.post(oneClickPath, brake("programs"), async (req, res) => {
    const person = personInToken(deps, String(req.params["token"]));
    if (person !== null) await endMails(deps, person, "all");
    res
      .status(person === null ? 404 : 200)
      .type("text/plain")
      .send("");
  });
  return router;
}
