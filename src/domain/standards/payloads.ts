import { namedShape } from "../words/named-shape.ts";
import { day, digest, nullable, object, oneOf, text, textRef, union } from "../words/shape.ts";
import type { Shape } from "../words/shape.ts";
import { ruleSetShape } from "./rule-set.ts";
import { standardKinds } from "./standard.ts";
import type { StandardEvent, StandardOwner, VersionEnding } from "./standard.ts";

type PayloadOf<T extends StandardEvent["type"]> = Extract<StandardEvent, { readonly type: T }>["payload"];

const owner: Shape<StandardOwner> = union<StandardOwner, "kind">("kind", {
  person: object({ kind: oneOf("person"), person: text }),
  department: object({ kind: oneOf("department"), department: text }),
});

const ending: Shape<VersionEnding> = object({
  deprecatedOn: day,
  until: day,
  successor: nullable(text),
  reason: nullable(textRef),
});

const drafted: Shape<PayloadOf<"StandardDrafted">> = object({
  version: text,
  text: nullable(textRef),
  link: nullable(text),
  rules: nullable(ruleSetShape),
});

export const standardPayloads: { readonly [T in StandardEvent["type"]]: Shape<PayloadOf<T>> } = {
  StandardAdded: object({ standard: text, kind: oneOf(...standardKinds), name: namedShape, owner }),
  StandardChanged: object({ name: namedShape, owner }),
  StandardDrafted: drafted,
  StandardRedrafted: drafted,
  StandardDraftDropped: object({ version: text }),
  StandardPublished: object({
    version: text,
    inForceOn: day,
    replaces: nullable(object({ version: text, ending })),
  }),
  StandardWithdrawn: object({ version: text, ending }),
  StandardTextErased: object({ digest, ground: textRef }),
};
