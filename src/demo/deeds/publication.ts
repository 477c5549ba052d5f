import type { WithheldPart, WithholdingGround, WrittenPart } from "../../domain/technology/state/publication.ts";
import { publicLanguages } from "../../domain/technology/state/publication.ts";
import type { Step } from "../steps.ts";
import type { Words } from "../words.ts";

/** What the department writes for everybody, in both languages. */
export const tell = (day: number, texts: { readonly [P in WrittenPart]?: Words }): Step => ({
  day,
  by: null,
  does: {
    do: "enter",
    command: () => ({
      type: "WritePublicStatement",
      statement: {
        record: [],
        texts: (Object.entries(texts) as [WrittenPart, Words][]).flatMap(([part, words]) =>
          publicLanguages.map((language, at) => ({ part, language, text: { text: words[at] ?? "" } })),
        ),
      },
    }),
  },
});

export const withhold = (day: number, by: string, part: WithheldPart, ground: WithholdingGround): Step => ({
  day,
  by,
  does: { do: "enter", command: () => ({ type: "WithholdPublicPart", part, ground }) },
});
