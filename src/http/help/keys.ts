import type { Request, Response } from "express";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import type { Form } from "../forms/form.ts";
import { chooseKeys, listensToKeys } from "../middleware/single-keys.ts";
import { done, render } from "../page.ts";
import { placesFor } from "../view/places.ts";
import { languageOf, visitorOf } from "../visitor.ts";

const own = ["list", "search", "next", "previous", "open"] as const;

export const keysSchema = z.object({ to: z.string().optional() });

/** `/help/keys`: every key, and whether single ones work here; the page's script shows the same list on "?". */
export function keyPages({ services, config }: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const { t } = languageOf(res);
      const { person } = visitorOf(res);
      const title = t("help:keys.title");
      const isOn = listensToKeys(req);
      await render(
        res,
        "pages/help/keys",
        {
          title,
          lead: t(`help:keys.lead.${isOn ? "on" : "off"}`),
          crumbs: [
            { text: t("help:title"), href: "/help" },
            { text: title, href: "/help/keys" },
          ],
        },
        {
          rows: [
            ...own.map((key) => ({ key: t(`help:keys.${key}.key`), text: t(`help:keys.${key}.text`) })),
            ...placesFor(person === null ? null : { works: person.roles.length > 0 }).map(({ letter, name }) => ({
              key: t("help:keys.place.key", { letter }),
              text: t(`help:place.${name}`),
            })),
          ],
          other: { value: isOn ? "off" : "on", text: t(`help:keys.switch.${isOn ? "off" : "on"}`) },
        },
      );
    },

    /** For this browser, and for whoever is signed in wherever they sign in next. */
    async choose(_req: Request, res: Response, { typed }: Form<unknown>): Promise<void> {
      const { person } = visitorOf(res);
      const isOn = typed["to"] !== "off";
      chooseKeys(res, isOn, config);
      if (person !== null) await services.accounts.identities.setSingleKeys(person.id, isOn);
      done(res, "/help/keys");
    },
  };
}
