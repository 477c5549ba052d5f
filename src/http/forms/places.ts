import type { z } from "zod";
import type { Access } from "../middleware/access.ts";
import type { Typed } from "./typed.ts";
import type { Person } from "../visitor.ts";

/** A form that keeps drafts: where it is sent, and the page that it stands on. */
export type FormPlace = {
  /** As routes name it: /technologies/:slug/plan. */
  readonly path: string;
  readonly page: string;
  /** The page is there for this form: a draft of it is shown on it at once. */
  readonly alone: boolean;
  /** Its page answers more than the form can say, to which there is no way back: files it read, a calculation. */
  readonly answers: boolean;
  readonly access: Access;
  readonly schema: z.ZodType;
};

type Values = Readonly<Record<string, string>>;

export type FormPlaces = {
  readonly add: (place: FormPlace) => void;
  /** A page that can be opened: a form without one cannot be shown again. */
  readonly addPage: (page: string) => void;
  /** Forms of a page, by its route. */
  readonly on: (page: string) => readonly FormPlace[];
  /** The form that is sent to an address, and the values of its path. */
  readonly sentTo: (address: string) => { readonly place: FormPlace; readonly values: Values } | null;
  readonly all: () => readonly FormPlace[];
};

/** Filled by the routes as they are made, read by whatever shows or lists what was typed into a form. */
export function createFormPlaces(): FormPlaces {
  const added: FormPlace[] = [];
  const pages = new Set<string>();
  const places = (): FormPlace[] => added.filter(({ page }) => pages.has(page));
  // Asked for by every page; the routes are made before the first of them.
  const byPage = new Map<string, readonly FormPlace[]>();
  return {
    add(place) {
      added.push(place);
      byPage.clear();
    },
    addPage(page) {
      pages.add(page);
      byPage.clear();
    },
    on(page) {
      const known = byPage.get(page) ?? places().filter((place) => place.page === page);
      byPage.set(page, known);
      return known;
    },
    sentTo: (address) => {
      for (const place of places()) {
        const values = valuesIn(place.path, address);
        if (values !== null) return { place, values };
      }
      return null;
    },
    all: places,
  };
}

/** Whether the address of a form may answer the person; a draft of it stays its writer's all the same. */
export const mayUse = ({ access }: FormPlace, { roles, seat }: Pick<Person, "roles" | "seat">): boolean =>
  access.kind !== "roles" ||
  access.roles.some((role) => roles.includes(role)) ||
  (access.members !== undefined && seat);

/** What the free parts of a route are in an address; null where it is another's. */
export function valuesIn(path: string, address: string): Values | null {
  const [parts, given] = [path.split("/"), address.split("/")];
  if (parts.length !== given.length) return null;
  const values: Record<string, string> = {};
  for (const [at, part] of parts.entries()) {
    const value = given[at] ?? "";
    if (part.startsWith(":") && value !== "") values[part.slice(1)] = decoded(value);
    else if (part !== value) return null;
  }
  return values;
}

const addressWith = (path: string, values: Values): string =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ""));

/** The page of a form, filled with a draft of it. What the page is told by its query is typed into its form as well. */
export function pageOfDraft({ page }: FormPlace, values: Values, typed: Typed, draft: string): string {
  const corrected = typed["corrects"];
  const query = new URLSearchParams({
    ...(typeof corrected === "string" && { position: corrected }),
    draft,
  });
  return `${addressWith(page, values)}?${query.toString()}`;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
