import type { SafeguardKey } from "../../domain/safeguard-kinds/kinds.ts";
import type { SafeguardAnswers } from "../../domain/technology/state/safeguards.ts";
import type { SafeguardKind } from "../../domain/safeguards/kind.ts";
import type { FactModel } from "../view/components.ts";
import type { SafeguardsPage } from "./page.ts";
import { aiaReading } from "./reading-aia.ts";
import { impactReading } from "./reading-impact.ts";

/** What the answers of a statement come to, beside them: it is reckoned anew with every look. */
export type ReadingModel = {
  readonly title: string;
  readonly facts: readonly FactModel[];
  readonly list: { readonly title: string; readonly items: readonly string[] } | null;
  readonly source: string;
};

export type Reading = (page: SafeguardsPage, kind: SafeguardKind, answers: SafeguardAnswers) => ReadingModel;

const readings: { readonly [K in SafeguardKey]?: Reading } = {
  "impact-assessment": impactReading,
  aia: aiaReading,
};

/** Null where the answers of a kind speak for themselves. */
export const readingOf = (page: SafeguardsPage, kind: SafeguardKind, answers: SafeguardAnswers): ReadingModel | null =>
  (readings as { readonly [kind: string]: Reading | undefined })[kind.key]?.(page, kind, answers) ?? null;
