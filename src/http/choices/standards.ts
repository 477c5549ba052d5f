import { versionName } from "../../domain/standards/register.ts";
import type { Standard } from "../../domain/standards/standard.ts";
import { countsOn } from "../../domain/standards/standing.ts";
import type { Day } from "../../domain/words/text.ts";
import { standardVersion } from "../say/standard.ts";
import type { Choice } from "../view/fields.ts";
import type { Language } from "../view/languages.ts";
import { mostFound, mostListed } from "./choices.ts";
import type { Choices } from "./choices.ts";

/** Versions of standards that count on a day, by the names of their standards in either language. */
export function versionChoices(
  standards: readonly Standard[],
  language: Language,
  { today, address }: { readonly today: Day; readonly address: string },
): Choices {
  const all = standards.flatMap((standard) =>
    standard.versions
      .filter((version) => countsOn(version, today))
      .map((version) => ({ standard, choice: choiceOf(language, standard, version.version) })),
  );
  return {
    address,
    all: async () => (all.length > mostListed ? null : all.map(({ choice }) => choice)),
    find: async (text) => {
      const wanted = text.trim().toLowerCase();
      const bears = ({ name, standard }: Standard): boolean =>
        [name.en, name.zh, standard].some((as) => as.toLowerCase().includes(wanted));
      return wanted === ""
        ? []
        : all
            .filter(({ standard }) => bears(standard))
            .slice(0, mostFound)
            .map(({ choice }) => choice);
    },
    // What was declared before stays chosen, whatever became of it.
    named: async (value) => all.find(({ choice }) => choice.value === value)?.choice ?? null,
  };
}

const choiceOf = (language: Language, { standard, name }: Standard, version: string): Choice => ({
  value: versionName({ standard, version }),
  label: standardVersion(language, name, version),
});
