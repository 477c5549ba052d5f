import type { Services } from "../../application/services.ts";

/** By its address, or by its whole name. */
export function technologyNamed({ views }: Services, typed: string): string | null {
  const bySlug = views.portfolio.bySlug(typed.replace(/^.*\/technologies\//, ""));
  if (bySlug !== null) return bySlug.id;
  const rows = views.portfolio.page({ search: typed, sort: "name", limit: 20 }).rows;
  const same = rows.filter(({ name }) => name.toLowerCase() === typed.toLowerCase());
  const [only, second] = same.length > 0 ? same : rows;
  return only !== undefined && second === undefined ? only.id : null;
}
