import type { Response } from "express";
import type { PollDoor } from "../../../application/consultations/poll-door.ts";
import { renderOutside } from "../../outside/page.ts";
import { strangerOf } from "../../outside/stranger.ts";
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
