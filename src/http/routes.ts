import { join } from "node:path";
import { linkPages, linkSchema } from "./auth/link.ts";
import { resume } from "./auth/resume.ts";
import { signInPages, signInSchema } from "./auth/sign-in.ts";
import { signOut, signOutSchema } from "./auth/sign-out.ts";
import type { Deps } from "./deps.ts";
import { anyone, requireRole, signedIn } from "./middleware/access.ts";
import { switchLanguage } from "./middleware/language.ts";
import { brake } from "./middleware/limits.ts";
import { createRoutes } from "./route.ts";
import type { Routes } from "./route.ts";

/** Every address of the product, grouped: who may use it, what it takes, who answers. */
export function routes(deps: Deps): Routes {
  const all = createRoutes(join(deps.config.dataDir, "uploads"));
  const { get, post, router } = all;

  // signing in, and what leads there
  router.use(["/sign-in", "/set-up", "/link"], brake(120));
  const signInPage = signInPages(deps);
  get("/sign-in", anyone, signInPage.show);
  post("/sign-in", anyone, signInSchema, signInPage.submit);
  post("/sign-out", anyone, signOutSchema, signOut(deps));
  const link = linkPages(deps);
  get("/link/:token", anyone, link.show);
  post("/link/:token", anyone, linkSchema, link.submit);
  get("/resume/:token", signedIn, resume(deps, router));
  get("/language", anyone, switchLanguage(deps.config));

  return all;
}
