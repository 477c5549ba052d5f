import { z } from "zod";
import { readerOf } from "../../../application/reader.ts";
import { texts } from "../../../application/texts.ts";
import type { TextResult } from "../../../application/texts.ts";
import { gates } from "../../../domain/policy/policy.ts";
import { stages } from "../../../domain/technology/state/stage.ts";
import { tiers } from "../../../domain/words/tier.ts";
import type { Deps } from "../../deps.ts";
import type { TechnologyCall } from "../caller.ts";

// What shapes are made of. Descriptions are keys of the texts, and stand in the document in its reader's language.

export const day = () => z.string().meta({ format: "date", examples: ["2026-03-01"] });
export const instant = () => z.string().meta({ format: "date-time", examples: ["2026-03-01T08:00:00.000Z"] });
export const person = () => z.string().meta({ description: "api:about.person" });
export const stage = () => z.enum(stages);
export const tier = () => z.enum(tiers);
export const gate = () => z.enum(gates);
export const position = () => z.int().meta({ description: "api:about.position" });

/** Words that people wrote, as far as they are for the one who asks. */
export const wordsShape = z
  .object({ state: z.enum(["shown", "withheld", "erased", "missing"]), text: z.string().nullable() })
  .meta({ id: "Words", description: "api:shape.Words" });

export type Words = ReadonlyMap<string, TextResult>;
type WordsShown = z.input<typeof wordsShape>;

/** By the rule of the pages. */
export const wordsFor = (
  { services }: Pick<Deps, "services">,
  { caller: { actor }, technology }: TechnologyCall,
  digests: Iterable<string | null>,
): Promise<Words> => texts(services, readerOf(services, actor, technology), digests);

export function shownWords(words: Words, digest: string): WordsShown {
  const text = words.get(digest) ?? { kind: "missing" as const };
  return text.kind === "text" ? { state: "shown", text: text.text } : { state: text.kind, text: null };
}

export const shownOrNone = (words: Words, digest: string | null): WordsShown | null =>
  digest === null ? null : shownWords(words, digest);

/** On one page. */
const mostListed = 200;

/** What a list is asked for page by page with. */
export const paging = z.strictObject({
  after: z.string().max(400).optional().meta({ description: "api:about.after" }),
  limit: z.coerce
    .number("errors:field.number")
    .refine((limit) => Number.isInteger(limit) && limit >= 1 && limit <= mostListed, {
      error: "errors:field.range",
      params: { minimum: 1, maximum: mostListed },
    })
    .default(50)
    .meta({ description: "api:about.limit", type: "integer", minimum: 1, maximum: mostListed }),
});
