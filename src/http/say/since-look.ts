import type { Look } from "../../domain/technology/state/pilot.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import type { Instant } from "../../domain/words/text.ts";
import { html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import type { Language } from "../view/languages.ts";

/**
 * What came after a look and is no part of it: evidence attached or taken back, and a roll back. Whoever reads the look's
 * figures has to see in the open what they do not know of.
 */
export function sinceLook(language: Language, slug: string, t: Technology, look: Look): readonly Content[] {
  const { t: say, format } = language;
  const day = (at: Instant): string => format.date(at);
  const attached = t.evidence.filter(({ position, state }) => position > look.position && state !== "withdrawn");
  const gone = t.evidence.filter(
    ({ evidence, state }) => state !== "in-force" && look.evidence.some((seen) => seen.evidence === evidence),
  );
  const back = t.passages.findLast(
    ({ stage, position }, i) =>
      position > look.position && stage === "evaluating" && t.passages[i - 1]?.stage === "rolling-out",
  );
  return [
    ...attached.map(
      ({ evidence, kind, attachedAt, wave }) =>
        html`<a href="/technologies/${slug}/evidence/${evidence}"
            >${say("gate:since.attached", { evidence, kind: say(`words:kind.${kind}`), day: day(attachedAt) })}</a
          >${wave === null ? "" : ` ${say("gate:since.wave", { wave })}`}`,
    ),
    ...gone.map(({ evidence, state }) => say(`gate:since.${state}`, { evidence })),
    ...(back === undefined ? [] : [say("gate:since.rolledBack", { day: day(back.at) })]),
  ];
}
