import type { Deps } from "../deps.ts";
import type { Html } from "../view/html.ts";
import type { EvidenceFigures } from "./page.ts";

/** A part of the page that is made of its figures alone, written out once for each state, policy, language and day. */
export function keptPart({ fragments }: Deps, page: EvidenceFigures, name: string, make: () => Html): Html {
  const { row, technology, policy, language, today } = page;
  const state = `${row.id} ${row.slug} ${technology.version} ${policy.version}`;
  return fragments.of(`evidence ${name} ${state} ${language.locale} ${today}`, make);
}
