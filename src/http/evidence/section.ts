import type { FactModel, FigureModel, TableModel } from "../view/components.ts";

/** A kind of evidence on the page: its title states the finding, its figure and table show it. */
export type EvidenceSection = {
  readonly id: string;
  readonly title: string;
  readonly aside: string;
  readonly figure?: FigureModel | undefined;
  /** Where there is nothing to draw: the figures themselves. */
  readonly facts?: readonly FactModel[] | undefined;
  readonly table?: TableModel | undefined;
  readonly notes?: readonly string[] | undefined;
};
