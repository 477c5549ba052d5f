import type { Request, Response } from "express";
import { z } from "zod";
import { onOutside } from "../../application/on-outside.ts";
import { doors } from "../../domain/outside/doors.ts";
import type { Door } from "../../domain/outside/doors.ts";
import { submitCommand } from "../command-form.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { hiddenOf } from "../forms/show.ts";
import { done, render } from "../page.ts";
import { pathValue } from "../request-values.ts";
import { submission } from "../submission.ts";
import { languageOf, personOf } from "../visitor.ts";

export const doorSchema = z.object({});

const address = "/administration/outside";

/** `/administration/outside`: what people without an account may reach, who opened it and when. */
export function doorPages(deps: Deps) {
  const { services } = deps;
  const change =
    (type: "OpenDoor" | "ShutDoor", did: string) =>
    (req: Request, res: Response, form: Form<z.output<typeof doorSchema>>): Promise<void> => {
      const door = doorIn(req);
      return submitCommand(services, form, {
        by: (filled) => submission(res, filled, "administrator"),
        task: () => onOutside({ type, door }),
        again: (refused) => show(deps, res, refused),
        done: () => done(res, address, `administration:outside.${did}`),
      });
    };
  return {
    show: (_req: Request, res: Response): Promise<void> => show(deps, res, blankForm()),
    open: change("OpenDoor", "opened"),
    shut: change("ShutDoor", "shut"),
  };
}

const doorIn = (req: Request): Door => doors.find((door) => door === pathValue(req, "door")) ?? notFound();

async function show({ services, people }: Deps, res: Response, form: FormState): Promise<void> {
  const { t, format } = languageOf(res);
  const administers = personOf(res).roles.includes("administrator");
  const states = doors.map((door) => ({ door, state: services.views.outside.of(door) }));
  const names = await people.names(states.flatMap(({ state }) => state?.by ?? []));
  const open = states.filter(({ state }) => state?.open === true).length;
  await render(
    res,
    "pages/administration/outside",
    {
      title: t("administration:outside.title"),
      section: "people",
      crumbs: [
        { text: t("people:list.title"), href: "/people" },
        { text: t("administration:title"), href: "/administration" },
      ],
      lead: t("administration:outside.lead", { count: open }),
      form,
    },
    {
      doors: states.map(({ door, state }) => ({
        id: `door-${door}`,
        title: t(`administration:outside.door.${door}.title`),
        text: t(`administration:outside.door.${door}.text`),
        state:
          state === null
            ? t("administration:outside.never")
            : t(`administration:outside.${state.open ? "openSince" : "shutSince"}`, {
                who: names.get(state.by) ?? t("people:erased"),
                at: format.dateTime(state.since),
              }),
        entry: state === null ? null : `/ledger/${state.position}`,
        form: administers
          ? {
              action: `${address}/${door}/${state?.open === true ? "shutting" : "opening"}`,
              hidden: hiddenOf(blankForm()),
              button: t(`administration:outside.button.${state?.open === true ? "shut" : "open"}`),
            }
          : null,
      })),
    },
  );
}
