import type { Deps } from "../deps.ts";
import { anyone } from "../middleware/access.ts";
import { languageSchema, switchLanguage } from "../middleware/language.ts";
import { missesBrake } from "../middleware/limits.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { choiceSchema, choosePerson } from "./choose-person.ts";
import { linkPages, linkSchema } from "./link.ts";
import { setUpPages, setUpSchema } from "./set-up.ts";
import { signInPages, signInSchema } from "./sign-in.ts";
import { signOut, signOutSchema } from "./sign-out.ts";

/** Signing in, what leads there, and in which language. */
export const authRoom = { name: "auth", routes } satisfies Room;

function routes({ get, post, inFront }: Routes, deps: Deps): void {
  // Sign-in itself counts its failures by account, address and browser; see throttle.ts.
  const brake = missesBrake(deps.services.accounts.links);
  inFront("all", "/set-up/:token", brake);
  inFront("all", "/link/:token", brake);
  const signInPage = signInPages(deps);
  get("/sign-in", anyone, signInPage.show);
  post("/sign-in", anyone, signInSchema, signInPage.submit);
  post("/sign-in/as", anyone, choiceSchema, choosePerson(deps));
  post("/sign-out", anyone, signOutSchema, signOut(deps));
  const setUpPage = setUpPages(deps);
  get("/set-up/:token", anyone, setUpPage.show);
  post("/set-up/:token", anyone, setUpSchema, setUpPage.submit);
  const link = linkPages(deps);
  get("/link/:token", anyone, link.show);
  post("/link/:token", anyone, linkSchema, link.submit);
  post("/language", anyone, languageSchema, switchLanguage(deps.config));
}
