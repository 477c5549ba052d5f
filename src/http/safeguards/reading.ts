import type { SafeguardKey } from "../../domain/safeguard-kinds/kinds.ts";
import type { SafeguardAnswers } from "../../domain/technology/state/safeguards.ts";
import type { SafeguardKind } from "../../domain/safeguards/kind.ts";
import type { SafeguardsPage } from "./page.ts";
import { aiaReading } from "./reading-aia.ts";
import { impactReading } from "./reading-impact.ts";
import type { Reading, ReadingModel } from "./reading-model.ts";

const readings: { readonly [K in SafeguardKey]?: Reading } = {
  "impact-assessment": impactReading,
  aia: aiaReading,
};

/** Null where the answers of a kind speak for themselves. */
export const readingOf = (page: SafeguardsPage, kind: SafeguardKind, answers: SafeguardAnswers): ReadingModel | null =>
  (readings as { readonly [kind: string]: Reading | undefined })[kind.key]?.(page, kind, answers) ?? null;
