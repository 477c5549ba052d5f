import type { Request, Response } from "express";
import { findEntries } from "../../application/find-entries.ts";
import type { LedgerEvent } from "../../ledger/port.ts";
import type { Deps } from "../deps.ts";
import { Fault } from "../faults.ts";
import { peopleOfEntries, typedOf, withPersonFound } from "../forms/entry-filter.ts";
import { namedColumns, pagesByKey } from "../lists/list-file.ts";
import type { ListFile, NamedColumn } from "../lists/list-file.ts";
import { eventSentence } from "../say/event.ts";
import { namesIn } from "../say/names.ts";
import { plainOf } from "../view/plain.ts";
import { languageOf } from "../visitor.ts";
import { pickedBy } from "./picked.ts";
import { subjectOf } from "./rows.ts";

/** Of the file at a time: others are answered in between. */
const filePage = 200;

const columns: readonly NamedColumn[] = [
  { name: "position", holds: "number" },
  { name: "time", holds: "moment" },
  { name: "subject" },
  { name: "sentence" },
  { name: "type" },
];

/** Entries that the filter picks, newest first, as sentences. @throws Fault 400 where the filter cannot be meant so */
export async function ledgerFile(deps: Deps, req: Request, res: Response): Promise<ListFile> {
  const { services, people, house } = deps;
  const language = languageOf(res);
  const searched = await withPersonFound(typedOf(req), peopleOfEntries(deps, res));
  const { picked, problems } = await pickedBy(deps, res, searched.typed);
  if (problems.length + searched.problems.length > 0) throw new Fault(400, "filter");
  const end = picked.before ?? (await services.ledger.head()).position + 1;
  return {
    name: "ledger",
    title: language.t("ledger:title"),
    columns: namedColumns(language, "ledger:file", columns),
    pages: pagesByKey(end, async (before) => {
      const entries = await findEntries(services.ledger, { ...picked, before, limit: filePage });
      const names = await namesIn(people, entries);
      const policy = services.views.policies.current();
      const line = (event: LedgerEvent) => [
        event.position,
        event.time,
        subjectOf(language, event.stream, services.views).subject,
        plainOf(eventSentence(house.tellings, language, event, policy, names)),
        event.type,
      ];
      return { rows: entries.map(line), next: entries.length < filePage ? null : (entries.at(-1)?.position ?? null) };
    }),
  };
}
