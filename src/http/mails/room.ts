import { z } from "zod";
import type { Deps } from "../deps.ts";
import { anyone, anyRoleOrMember, requireRole } from "../middleware/access.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { outboxPages } from "./outbox.ts";
import { preferencePages, preferencesSchema } from "./preferences.ts";
import { endSchema, unsubscribePages } from "./unsubscribe.ts";

/** What people are told by mail: their own choice, its end, and what an administrator sees of it. */
export const mailsRoom = { name: "mails", routes } satisfies Room;

const nothing = z.object({});

function routes({ get, post }: Routes, deps: Deps): void {
  const preferences = preferencePages(deps);
  get("/account/notifications", anyRoleOrMember, preferences.show);
  post("/account/notifications", anyRoleOrMember, preferencesSchema, preferences.save);
  post("/account/notifications/address", anyRoleOrMember, nothing, preferences.confirm);
  const end = unsubscribePages(deps);
  get("/unsubscribe/:token", anyone, end.show);
  post("/unsubscribe/:token", anyone, endSchema, end.submit);
  const outbox = outboxPages(deps);
  get("/administration/mails", requireRole("administrator", "auditor"), outbox.show);
  post("/administration/mails/:mail/retry", requireRole("administrator"), nothing, outbox.retry);
}
