import type { StandardVersion } from "../../domain/standards/standard.ts";
import { stateOn } from "../../domain/standards/standing.ts";
import type { VersionState } from "../../domain/standards/standing.ts";
import { addDays } from "../../domain/words/days.ts";
import type { Day } from "../../domain/words/text.ts";
import type { TagModel } from "../view/components.ts";
import type { Glyph } from "../view/glyphs.ts";
import type { Language } from "../view/languages.ts";
import { tag } from "../view/tag.ts";

const glyphs: { readonly [S in VersionState]: Glyph } = {
  draft: "closed",
  announced: "waits",
  "in-force": "met",
  deprecated: "unknown",
  withdrawn: "withdrawn",
};

export function stateTag({ t }: Language, version: StandardVersion, today: Day): TagModel {
  const state = stateOn(version, today);
  return tag(t, glyphs[state], t(`standards:state.${state}`));
}

/** What the days of a version mean today, in one sentence: since when it counts, until when, what comes after. */
export function daysSaid({ t, format }: Language, version: StandardVersion, today: Day): string {
  const { inForceOn, ending } = version;
  if (inForceOn === null) return t("standards:days.draft");
  const from = format.date(inForceOn);
  const state = stateOn(version, today);
  if (state === "announced") return t("standards:days.announced", { from, due: format.due(inForceOn, today) });
  if (ending === null) return t("standards:days.in-force", { from });
  const values = { from, until: format.date(ending.until), successor: ending.successor ?? "" };
  const follows = ending.successor === null ? "ends" : "followed";
  if (state === "withdrawn") return t(`standards:days.withdrawn.${follows}`, values);
  return t(`standards:days.ending.${follows}`, { ...values, due: format.due(ending.until, today) });
}

/** The first day on which it counts no more. */
export const lapseDay = (until: Day): Day => addDays(until, 1);
