import type { SafeguardKind } from "../../domain/safeguards/kind.ts";
import type { SafeguardAnswers } from "../../domain/technology/state/safeguards.ts";
import type { FactModel } from "../view/components.ts";
import type { SafeguardsPage } from "./page.ts";

/** What the answers of a statement come to, beside them: it is reckoned anew with every look. */
export type ReadingModel = {
  readonly title: string;
  readonly facts: readonly FactModel[];
  readonly list: { readonly title: string; readonly items: readonly string[] } | null;
  readonly source: string;
};

export type Reading = (page: SafeguardsPage, kind: SafeguardKind, answers: SafeguardAnswers) => ReadingModel;
