import { deputies } from "./deputies.ts";
import type { Deps } from "../deps.ts";
import { foundBy } from "../choices/choices.ts";
import { requireRole, signedIn } from "../middleware/access.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { accountPage } from "./account.ts";
import * as changes from "./changes.ts";
import { ownLinkActions } from "./links.ts";
import { noticePages, noticeSchema } from "./notice.ts";
import { changeOwnPassword, passwordSchema } from "./password-change.ts";

/** One's own account. */
export const accountRoom = { name: "account", routes } satisfies Room;

function routes({ get, post }: Routes, deps: Deps): void {
  // What could keep a person out of an account, or let another in: the password is asked for once more.
  const again = { again: "asked" } as const;
  get("/account", signedIn, accountPage(deps));
  post("/account/language", signedIn, changes.languageSchema, changes.changeOwnLanguage(deps));
  post("/account/password", signedIn, passwordSchema, changeOwnPassword(deps), { again: "in-form" });
  post("/account/session-end", signedIn, changes.sessionSchema, changes.endOwnSession(deps), {
    ...again,
    on: "/account",
  });
  post("/account/session-end-all", signedIn, changes.nothingSchema, changes.endOtherSessions(deps), again);
  get("/account/deputies", requireRole("approver"), foundBy(deps, deputies));
  post("/account/deputy", requireRole("approver"), changes.deputySchema, changes.nameOwnDeputy(deps), {
    ...again,
    on: "/account",
  });
  post("/account/deputy-end", requireRole("approver"), changes.nothingSchema, changes.endOwnDeputy(deps), again);
  const ownLink = ownLinkActions(deps);
  post("/account/link", signedIn, changes.nothingSchema, ownLink.ask, again);
  post("/account/link/confirmation", signedIn, changes.nothingSchema, ownLink.confirm, again);
  post("/account/link/refusal", signedIn, changes.nothingSchema, ownLink.refuse);
  const notice = noticePages(deps);
  get("/account/notice", signedIn, notice.show);
  post("/account/notice", signedIn, noticeSchema, notice.acknowledge);
}
