import { contributionChannels, hidingReasons } from "../technology/state/consultations.ts";
import { day, digest, integer, list, object, oneOf, text, textRef } from "../words/shape.ts";
import type { Shape } from "../words/shape.ts";
import type { ContributionEvent } from "./contribution.ts";

export const contributionPayloads: {
  readonly [T in ContributionEvent["type"]]: Shape<Extract<ContributionEvent, { readonly type: T }>["payload"]>;
} = {
  ContributionReceived: object({
    technology: text,
    consultation: text,
    channel: oneOf(...contributionChannels),
    receivedOn: day,
    text: textRef,
    version: integer,
  }),
  ContributionPlaced: object({ points: list(text) }),
  ContributionHidden: object({ why: oneOf(...hidingReasons) }),
  ContributionShown: object({ reason: textRef }),
  ContributionTextErased: object({ digest, ground: textRef }),
};
