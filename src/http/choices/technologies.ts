import type { Portfolio } from "../../projections/portfolio/portfolio.ts";
import type { Choice } from "../view/fields.ts";
import { mostFound, mostListed } from "./choices.ts";
import type { Choices } from "./choices.ts";

/** Technologies by words of theirs; a choice is the last part of the address, which tells namesakes apart. */
export function technologyChoices(
  portfolio: Portfolio,
  { address, own }: { readonly address: string; readonly own?: string },
): Choices {
  return {
    address,
    all: async () => {
      const { rows } = portfolio.page({ sort: "name", limit: mostListed + 1 });
      return rows.length > mostListed ? null : others(rows);
    },
    find: async (text) =>
      text.trim() === "" ? [] : others(portfolio.page({ search: text, sort: "name", limit: mostFound }).rows),
    named: async (value) => {
      const row = portfolio.bySlug(value);
      return row === null ? null : choiceOf(row);
    },
  };

  function others(rows: readonly Named[]): readonly Choice[] {
    return rows.filter(({ slug }) => slug !== own).map(choiceOf);
  }
}

type Named = { readonly slug: string; readonly name: string };

const choiceOf = ({ slug, name }: Named): Choice => ({ value: slug, label: name });
