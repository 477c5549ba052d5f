import type { Response } from "express";
import type { Door, OpenDoor } from "../../../application/collections/answering.ts";
import { renderOutside } from "../../outside/page.ts";
import type { Stranger } from "../../outside/stranger.ts";
import { answerPath } from "../addresses.ts";
import { nameOf } from "./gather.ts";

type Shut = Exclude<Door["kind"], "open">;

const status: Readonly<Record<Shut, number>> = {
  mistyped: 404,
  unknown: 404,
  ahead: 403,
  closed: 410,
  used: 409,
  full: 410,
};

/** Why somebody with a code cannot answer now, in plain words, and what they can do. */
export function showShut(res: Response, { language, to }: Stranger, kind: Shut, door: OpenDoor | null): void {
  const { t, format } = language;
  const named = door !== null ? { name: nameOf(door), day: format.date(door.collection.opensOn) } : {};
  renderOutside(
    res,
    "pages/collections/outside-state",
    {
      title: t(`answering:shut.${kind}.title`, named),
      lead: t(`answering:shut.${kind}.text`, named),
      status: status[kind],
    },
    {
      again:
        kind === "mistyped" || kind === "unknown" ? { text: t("answering:shut.again"), href: to(answerPath) } : null,
      store: null,
    },
  );
}
