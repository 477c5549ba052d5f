import type { Request, Response } from "express";
import { parseCode } from "../../../authority/collection-codes.ts";
import type { PollDoor } from "../../../application/consultations/poll-door.ts";
import { inGroups } from "../../../domain/words/typed-code.ts";
import { blankForm, invalid } from "../../forms/form.ts";
import { fieldsOf } from "../../forms/show.ts";
import { renderOutside } from "../../outside/page.ts";
import { strangerOf } from "../../outside/stranger.ts";
import { queryValue } from "../../request-values.ts";
import { pollPath } from "../addresses.ts";

type Shut = Exclude<PollDoor["kind"], "open">;

const status: Readonly<Record<Shut, number>> = {
  mistyped: 404,
  unknown: 404,
  ahead: 403,
  closed: 410,
  used: 409,
  full: 410,
};

/** Why somebody with a code cannot choose now, in plain words, and what they can do. */
export function showShut(res: Response, door: PollDoor): void {
  const { language, to } = strangerOf(res);
  const { t, format } = language;
  if (door.kind === "open") throw new Error("An open poll is shown, and not shut");
  const named =
    "consultation" in door
      ? { name: door.consultation.title, day: format.date(door.consultation.opensOn) }
      : { name: "", day: "" };
  const mistaken = door.kind === "mistyped" || door.kind === "unknown";
  renderOutside(
    res,
    "pages/collections/outside-state",
    {
      title: t(`taking-part:poll.shut.${door.kind}.title`, named),
      lead: t(`taking-part:poll.shut.${door.kind}.text`, named),
      status: status[door.kind],
    },
    { again: mistaken ? { text: t("taking-part:poll.again"), href: to(pollPath) } : null, store: null },
  );
}

/** `/p`: where whoever has a card types its code; a code in the query leads on to its poll. */
export function showEntry(req: Request, res: Response): void {
  const { language, to } = strangerOf(res);
  const { t } = language;
  const typed = (queryValue(req, "code") ?? "").slice(0, 60);
  const code = parseCode(typed);
  if (code !== null) {
    res.redirect(303, to(`${pollPath}/${inGroups(code)}`));
    return;
  }
  const blank = blankForm({ code: typed });
  const form =
    typed === "" ? blank : invalid(blank, { field: "code", key: "taking-part:poll.entry.mistyped", params: {} });
  renderOutside(
    res,
    "pages/collections/outside-entry",
    { title: t("taking-part:poll.entry.title"), lead: t("taking-part:poll.entry.lead"), form },
    {
      action: pollPath,
      lang: language.locale,
      submit: t("taking-part:poll.entry.submit"),
      code: fieldsOf(form, language).text("code", {
        label: t("taking-part:poll.entry.code"),
        hint: t("taking-part:poll.entry.hint"),
        width: "m",
        autocomplete: "off",
        maxlength: 60,
      }),
    },
  );
}
