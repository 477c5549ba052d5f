import { wholeIn } from "../../words/check-number.ts";
import type { Reason } from "../../words/decision.ts";
import type { Named } from "../../words/named.ts";
import { namedShape } from "../../words/named-shape.ts";
import { when } from "../../words/reasons.ts";
import { day, each, integer, object, oneOf, text, truth } from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import type { Day } from "../../words/text.ts";

/** Stages that a decision leads into, in their order: what is published, is so from one of them on. */
export const publishedStages = ["piloting", "evaluating", "rolling-out", "adopted"] as const;
export type PublishedStage = (typeof publishedStages)[number];

/** What a public page has beside its title, its stage and its decisions. */
export const publicParts = ["purpose", "tried", "evidence", "reasons", "conditions", "next", "algorithm"] as const;
export type PublicPart = (typeof publicParts)[number];

/**
 * What people without an account are told of a technology, once an administrator has opened the pages to them. By itself
 * it shows nothing and bars nothing, so that earlier policies are read as having these rules too. Always those of the
 * newest version.
 */
export interface PublishingRules {
  readonly source: string;
  readonly date: Day;
  /** The stage from which on a technology has a page. */
  readonly from: PublishedStage;
  /** Days from a decision until it is told outside; 0: at once. */
  readonly embargoDays: number;
  readonly parts: { readonly [P in PublicPart]: boolean };
  /** How anybody asks or objects, in the body's own words; no line breaks. */
  readonly contact: Named;
}

const everyPart: PublishingRules["parts"] = {
  purpose: true,
  tried: true,
  evidence: true,
  reasons: true,
  conditions: true,
  next: true,
  algorithm: true,
};

/** Disclosure within twenty working days is the regulation's; a week for those concerned to hear of it first is the house's. */
export const publishingDefault: PublishingRules = {
  source:
    "政府信息公开条例（国务院令第 711 号）；UK Algorithmic Transparency Recording Standard 3.0；保留七天为本系统拟定",
  date: "2019-05-15",
  from: "piloting",
  embargoDays: 7,
  parts: everyPart,
  contact: {
    en: "Ask or object in writing at the office named above, or at its counter.",
    zh: "如有疑问或异议，请向上述部门书面提出，或到其窗口提出。",
  },
};

export const publishingShape: Shape<PublishingRules> = object({
  source: text,
  date: day,
  from: oneOf(...publishedStages),
  embargoDays: integer,
  parts: each(publicParts, truth),
  contact: namedShape,
});

export const mostEmbargoDays = 366;
export const longestContact = 500;

export const checkPublishing = ({ embargoDays, contact }: PublishingRules): readonly Reason[] => [
  ...wholeIn("safeguards.publishing.embargoDays", embargoDays, 0, mostEmbargoDays),
  ...(["en", "zh"] as const).flatMap((name) =>
    when(
      contact[name].trim() === "" || contact[name].length > longestContact,
      "PublicContactUnfit",
      `safeguards.publishing.contact.${name}`,
      { most: longestContact },
    ),
  ),
];
