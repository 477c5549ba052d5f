import type { Identities } from "../authority/identities.ts";
import type { Typesetter } from "../application/documents/pdf.ts";
import type { Services } from "../application/services.ts";
import type { Config } from "../config.ts";
import type { FormPlaces } from "./forms/places.ts";
import type { House } from "./house.ts";
import type { Fragments } from "./kept/fragments.ts";
import type { Costs } from "./middleware/costs.ts";
import type { Views as Templates } from "./view/engine.ts";

/** What handlers are made of: made once in createApp, passed to every room. */
export type Deps = {
  readonly services: Services;
  readonly config: Config;
  /** Names, for pages only. */
  readonly people: Identities;
  /** Templates; rooms use `render` of page.ts. */
  readonly templates: Templates;
  /** Pieces of pages that are the same for whoever may see them. */
  readonly fragments: Fragments;
  /** Makes documents of papers, where this machine can. */
  readonly typesetter: Typesetter;
  /** Turns for what makes the server work. */
  readonly costs: Costs;
  /** What the rooms say of themselves, for the pages of the others. */
  readonly house: House;
  /** Every form that keeps drafts. */
  readonly forms: FormPlaces;
};
