import { nullable, object, oneOf, text } from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import { tiers } from "../../words/tier.ts";
import type { Tier } from "../../words/tier.ts";

/** What interfaces have to show. */
export interface InterfaceRules {
  readonly source: string;
  /** From this tier on a service that is offered needs a description that was checked; null: none does. */
  readonly describedFrom: Tier | null;
}

export const interfacesShape: Shape<InterfaceRules> = object({
  source: text,
  describedFrom: nullable(oneOf(...tiers)),
});

export const interfacesDefault: InterfaceRules = {
  source: "House rule: whoever is to use an interface needs its description in a form that programs read (OpenAPI)",
  describedFrom: "II",
};
