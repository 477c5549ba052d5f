import { slipsFrom } from "../../projections/portfolio/nearness.ts";
import { departmentName } from "../say/department.ts";
import { helpParagraphs } from "../say/help-paragraphs.ts";
import { named } from "../say/named.ts";
import type { Asked, Hit } from "./group.ts";
import { namesOf } from "./standards-group.ts";

const most = 5;

/** Where nothing has these words: names that are a slip or two away, the nearest first. None where there is none. */
export function nearNames({ deps, language, typed }: Asked): readonly Hit[] | null {
  const { portfolio, departments, standards } = deps.services.views;
  const slips = slipsFrom(typed);
  const all = departments.all();
  const technologies = portfolio.near(typed, most).map(({ slug, name, department }) => ({
    text: name,
    href: `/technologies/${slug}`,
    note: departmentName(language, all, department),
    slips: slips(name) ?? 0,
  }));
  const others = [
    ...standards.all().map((standard) => ({
      text: named(language, standard.name),
      href: `/standards/${standard.standard}`,
      note: language.t("search:group.standard"),
      slips: slips(namesOf(standard)),
    })),
    ...helpParagraphs(language).map(({ title, href }) => ({
      text: title,
      href,
      note: language.t("search:group.help"),
      slips: slips(title),
    })),
  ].flatMap(({ slips: count, ...hit }) => (count === null ? [] : { ...hit, slips: count }));
  const near = [...technologies, ...others].toSorted((a, b) => a.slips - b.slips).slice(0, most);
  return near.length === 0 ? null : near.map(({ text, href, note }) => ({ text, href, note }));
}
