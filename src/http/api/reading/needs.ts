import { z } from "zod";
import { coverages, standingJudgement } from "../../../domain/technology/state/needs.ts";
import type { Deps } from "../../deps.ts";
import type { TechnologyCall } from "../caller.ts";
import { readingOne } from "../route.ts";
import { instant, position, shownWords, wordsFor, wordsShape } from "../shapes/words.ts";

const judgement = z.object({
  coverage: z.enum(coverages),
  evidence: z.array(z.string()).meta({ description: "api:about.pieces" }),
  text: wordsShape,
  at: instant(),
  position: position(),
});

export const needsShape = z
  .object({
    needs: z.array(
      z.object({
        need: z.string().meta({ description: "api:about.needId", examples: ["n1"] }),
        text: wordsShape,
        judgement: judgement.nullable().meta({ description: "api:about.judgement" }),
      }),
    ),
  })
  .meta({ id: "NeedList", description: "api:shape.NeedList" });

export const needsRoute = readingOne({
  path: "/technologies/{slug}/needs",
  id: "listNeeds",
  tag: "pilot",
  scopes: ["plan"],
  answer: needsShape,
  reply: async (deps, call) => ({ body: await needsDocument(deps, call) }),
});

/** Who judged is left out, as on the page: there evaluators are letters. */
export async function needsDocument(deps: Deps, call: TechnologyCall): Promise<z.input<typeof needsShape>> {
  const { technology } = call;
  const listed = technology.needs.map((need) => ({ ...need, judgement: standingJudgement(technology, need) }));
  const words = await wordsFor(
    deps,
    call,
    listed.flatMap((need) => [need.text, need.judgement?.text ?? null]),
  );
  return {
    needs: listed.map(({ need, text, judgement: judged }) => ({
      need,
      text: shownWords(words, text),
      judgement:
        judged === null
          ? null
          : {
              coverage: judged.coverage,
              evidence: [...judged.evidence],
              text: shownWords(words, judged.text),
              at: judged.at,
              position: judged.position,
            },
    })),
  };
}
