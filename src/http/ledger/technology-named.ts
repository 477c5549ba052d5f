import type { Services } from "../../application/services.ts";
import { mostFound } from "../choices/choices.ts";
import type { Choices } from "../choices/choices.ts";
import type { Deps } from "../deps.ts";

/** By its address, or by its whole name. */
export function technologyNamed({ views }: Services, typed: string): string | null {
  const bySlug = views.portfolio.bySlug(typed.replace(/^.*\/technologies\//, ""));
  if (bySlug !== null) return bySlug.id;
  const rows = views.portfolio.page({ search: typed, sort: "name", limit: 20 }).rows;
  const same = rows.filter(({ name }) => name.toLowerCase() === typed.toLowerCase());
  const [only, second] = same.length > 0 ? same : rows;
  return only !== undefined && second === undefined ? only.id : null;
}

/** Technologies by words of theirs; a choice is the last part of the address, which tells namesakes apart. */
export const technologyChoices = ({ services: { views } }: Deps): Pick<Choices, "find"> => ({
  find: async (text) =>
    text.trim() === ""
      ? []
      : views.portfolio
          .page({ search: text, sort: "name", limit: mostFound })
          .rows.map(({ slug, name }) => ({ value: slug, label: name })),
});
