import type { Request, Response } from "express";
import type { Deps } from "../deps.ts";
import { namedColumns, pagesByKey } from "../lists/list-file.ts";
import type { ListFile, NamedColumn } from "../lists/list-file.ts";
import { eventSentence } from "../say/event.ts";
import { technologyPage } from "../technology-page.ts";
import { plainOf } from "../view/plain.ts";

/** Of the file at a time: others are answered in between. */
const filePage = 200;

const columns: readonly NamedColumn[] = [
  { name: "position", holds: "number" },
  { name: "time", holds: "moment" },
  { name: "sentence" },
  { name: "type" },
];

/** Everything that happened to one technology, newest first. */
export async function historyFile({ services, house }: Deps, req: Request, res: Response): Promise<ListFile> {
  const { row, language } = await technologyPage(services, req, res);
  const policy = services.views.policies.current();
  return {
    name: `${row.slug}-history`,
    title: language.t("technology:history.title", { name: row.name }),
    columns: namedColumns(language, "technology:history.file", columns),
    pages: pagesByKey(Number.MAX_SAFE_INTEGER, (before) => {
      const { entries, next } = services.views.timeline.page({ technology: row.id, before, limit: filePage });
      const rows = entries.map((entry) => [
        entry.position,
        entry.time,
        plainOf(eventSentence(house.tellings, language, entry, policy)),
        entry.type,
      ]);
      return { rows, next };
    }),
  };
}
