import type { Standard } from "../domain/standards/standard.ts";
import { noticeKey } from "../domain/technology/standards/notices.ts";
import type { Services } from "./services.ts";
import { tellInTurns } from "./tell-in-turns.ts";

const notice = { type: "NoteStandard", missed: "a technology was not told of its standards" } as const;

/**
 * Tells every technology what became of the versions it declares. It may run at any time and any number of times: where
 * all are told it writes nothing. The views must have caught up.
 *
 * @param of only these standards; absent, all
 * @returns how many entries it made
 */
export async function noteStandards(services: Services, of?: readonly Standard[]): Promise<number> {
  const { views } = services;
  let entries = 0;
  for (const { standard, versions } of of ?? views.standards.all())
    for (const { version, ending } of versions) {
      if (ending === null) continue;
      const key = noticeKey(ending);
      entries += await tellInTurns(services, notice, (limit) =>
        views.declared.unsaid({ standard, version }, key, limit),
      );
    }
  return entries;
}
