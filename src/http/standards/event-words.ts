import type { StandardEvent } from "../../domain/standards/standard.ts";
import type { Named } from "../../domain/words/named.ts";
import { named } from "../say/named.ts";
import type { EventWords, Payload, Telling } from "../say/telling.ts";
import type { Language } from "../view/languages.ts";

type Of<T extends StandardEvent["type"]> = Extract<StandardEvent, { readonly type: T }>["payload"];

/** On a technology's stream: a version it declares ends. */
export const movedEvent: EventWords<"StandardMoved"> = {
  tell: ({ format }, { standard, version, until, successor }) => ({
    values: { standard, version, until: format.date(until), successor: successor ?? "" },
    ...(successor === null && { variant: "StandardMoved_ending" }),
  }),
  mark: () => ({ glyph: "drifted", word: "moved" }),
};

/** How entries of the register are told; reasons and words stay where they can be erased. */
export const standardEvents: { readonly [T in StandardEvent["type"]]: EventWords<T> } = {
  StandardAdded: { tell: nameTold },
  StandardChanged: { tell: nameTold },
  StandardDrafted: { tell: versionTold },
  StandardRedrafted: { tell: versionTold },
  StandardDraftDropped: { tell: versionTold },
  StandardPublished: {
    tell: ({ format }, payload) => {
      const { version, inForceOn, replaces } = payload as unknown as Of<"StandardPublished">;
      const values = { version, from: format.date(inForceOn) };
      if (replaces === null) return { values };
      const until = format.date(replaces.ending.until);
      return { variant: "StandardPublished_replacing", values: { ...values, old: replaces.version, until } };
    },
  },
  StandardWithdrawn: {
    tell: ({ format }, payload) => {
      const { version, ending } = payload as unknown as Of<"StandardWithdrawn">;
      const values = { version, until: format.date(ending.until), successor: ending.successor ?? "" };
      return { values, ...(ending.successor === null && { variant: "StandardWithdrawn_ending" }) };
    },
  },
  StandardTextErased: {},
};

function nameTold(language: Language, { name }: Payload): Telling {
  return { values: { name: named(language, name as Named) } };
}

function versionTold(_: Language, { version }: Payload): Telling {
  return { values: { version: String(version) } };
}
