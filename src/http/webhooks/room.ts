import { z } from "zod";
import type { Deps } from "../deps.ts";
import { requireRole } from "../middleware/access.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { hostForms, hostSchema } from "./hosts.ts";
import { webhookPages, webhookSchema } from "./pages.ts";

/** Programs that are told of entries, and where they may be. */
export const webhooksRoom = { name: "webhooks", routes } satisfies Room;

const nothing = z.object({});

function routes({ get, post }: Routes, deps: Deps): void {
  const administrator = requireRole("administrator");
  const pages = webhookPages(deps);
  get("/administration/webhooks", requireRole("administrator", "auditor"), pages.show);
  post("/administration/webhooks", administrator, webhookSchema, pages.make, { again: "asked" });
  const hosts = hostForms(deps);
  post("/administration/webhooks/hosts", administrator, hostSchema, hosts.allow, {
    again: "asked",
    on: "/administration/webhooks",
  });
  post("/administration/webhooks/hosts/end", administrator, z.object({ host: z.string() }), hosts.takeBack);
  get("/administration/webhooks/:webhook", requireRole("administrator", "auditor"), pages.deliveries);
  post("/administration/webhooks/:webhook/end", administrator, nothing, pages.end);
  post("/administration/webhooks/:webhook/replay/:delivery", administrator, nothing, pages.replay);
}
