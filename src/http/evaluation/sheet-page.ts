import type { NamedDepartment } from "../say/department.ts";
import type { Draft } from "../../authority/drafts.ts";
import type { TextResult } from "../../application/texts.ts";
import type { Indicator } from "../../domain/measures/measures.ts";
import type { TechnologyPage } from "../technology-page.ts";

export type SheetPage = TechnologyPage & {
  readonly items: readonly Indicator[];
  readonly titles: ReadonlyMap<string, TextResult>;
  readonly draft: Draft | undefined;
  readonly departments: readonly NamedDepartment[];
};
