import type { Request, Response } from "express";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import { requiredText, ticked } from "../forms/fields.ts";
import type { Form } from "../forms/form.ts";
import { done } from "../page.ts";
import { personOf } from "../visitor.ts";
import { showWebhooks } from "./list.ts";

export const hostSchema = z.object({
  host: requiredText(255)
    .transform((host) => host.toLowerCase())
    .refine(isHost, "webhooks:hosts.wrong"),
  inside: ticked(),
});

/** Which hosts may be told, and which of them stand behind our own wall. */
export function hostForms(deps: Deps) {
  const { webhooks, administrativeLog } = deps.services;
  const note = (actor: string) => administrativeLog.note({ kind: "webhook-host-allowed", actor, subject: null });
  return {
    async allow(_req: Request, res: Response, form: Form<z.output<typeof hostSchema>>): Promise<void> {
      if (!form.valid) return showWebhooks(deps, res, form);
      const { id } = personOf(res);
      await webhooks.allow(form.values, id);
      await note(id);
      done(res, "/administration/webhooks", "webhooks:hosts.allowed", { host: form.values.host });
    },

    async takeBack(_req: Request, res: Response, form: Form<{ readonly host: string }>): Promise<void> {
      if (!form.valid) return showWebhooks(deps, res, form);
      await webhooks.disallow(form.values.host);
      await note(personOf(res).id);
      done(res, "/administration/webhooks", "webhooks:hosts.takenBack", { host: form.values.host });
    },
  };
}

/** As it stands in an address: what the address would read otherwise is no host. */
function isHost(text: string): boolean {
  return URL.canParse(`https://${text}/`) && new URL(`https://${text}/`).host === text;
}
