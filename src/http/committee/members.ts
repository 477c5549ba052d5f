import type { Request, Response } from "express";
import { isHeld, isToCome } from "../../domain/committee/seat.ts";
import type { Seat } from "../../domain/committee/seat.ts";
import type { Day } from "../../domain/words/text.ts";
import type { Deps } from "../deps.ts";
import { filesOf } from "../lists/files.ts";
import { listOfTable } from "../lists/list-file.ts";
import type { ListFile } from "../lists/list-file.ts";
import { render } from "../page.ts";
import { queryValue } from "../request-values.ts";
import type { TableModel } from "../view/components.ts";
import type { Glyph } from "../view/glyphs.ts";
import type { Language } from "../view/languages.ts";
import { pageOf, pagerOf, placedAt } from "../view/pages.ts";
import { tag } from "../view/tag.ts";
import { languageOf, personOf } from "../visitor.ts";
import { organisationText } from "../say/organisation.ts";

const perPage = 50;

/** Who is on the expert committee, with field, organisation and term; those whose term is over come last. */
export function membersPages(deps: Deps) {
  const { services } = deps;
  return {
    async show(req: Request, res: Response): Promise<void> {
      const language = languageOf(res);
      const { t, format } = language;
      const today = services.today();
      const seats = inOrder(services.views.committee.seats(), today);
      const listed = pageOf(seats, placeOf, { after: queryValue(req, "after"), size: perPage });
      const names = await deps.people.names(listed.entries.map(({ person }) => person));
      const administers = personOf(res).roles.includes("administrator");
      const now = seats.filter((seat) => isHeld(seat, today)).length;
      await render(
        res,
        "pages/committee/members",
        {
          title: t("committee:members.title"),
          section: administers ? "people" : "work",
          lead: now === 0 ? t("committee:members.leadNone") : t.html("committee:members.lead", { count: now }),
        },
        {
          empty:
            seats.length > 0 ? null : { title: t("committee:members.empty"), text: t("committee:members.emptyText") },
          members: listed.entries.map((seat) => memberModel(seat, { deps, language, today, names, administers })),
          appoint: administers ? "/committee/new" : null,
          files: seats.length > 0 ? filesOf("/committee") : null,
          pager: pagerOf(language, listed, placedAt("/committee"), format.number(seats.length)),
        },
      );
    },

    async list(_req: Request, res: Response): Promise<ListFile> {
      const seats = inOrder(services.views.committee.seats(), services.today());
      const names = await deps.people.names(seats.map(({ person }) => person));
      return listOfTable("committee", tableOf(deps, languageOf(res), seats, names), { 3: "day", 4: "day", 5: "day" });
    },
  };
}

/** Those who are members now, then those to come, then the rest; each by the end of the term. */
const inOrder = (seats: readonly Seat[], today: Day): readonly Seat[] =>
  seats.toSorted(
    (a, b) =>
      rankOf(a, today) - rankOf(b, today) || a.until.localeCompare(b.until) || placeOf(a).localeCompare(placeOf(b)),
  );

const states = ["now", "later", "over"] as const;
const rankOf = (seat: Seat, today: Day): number => states.indexOf(stateOf(seat, today));

const placeOf = ({ person, from }: Seat): string => `${person}~${from}`;

const stateOf = (seat: Seat, today: Day): (typeof states)[number] =>
  isHeld(seat, today) ? "now" : isToCome(seat, today) ? "later" : "over";

const glyphs: { readonly [S in (typeof states)[number]]: Glyph } = { now: "met", later: "waits", over: "closed" };

type Around = {
  readonly deps: Deps;
  readonly language: Language;
  readonly today: Day;
  readonly names: ReadonlyMap<string, string>;
  readonly administers: boolean;
};

function memberModel(seat: Seat, { deps, language, today, names, administers }: Around) {
  const { t, format } = language;
  const state = stateOf(seat, today);
  return {
    tag: tag(t, glyphs[state], t(`committee:members.state.${state}`)),
    name: names.get(seat.person) ?? t("people:erased"),
    field: seat.field,
    organisation: organisationText(deps.services, language, seat.organisation),
    term: t(seat.endedOn === null ? "committee:members.term" : "committee:members.termEnded", {
      from: format.date(seat.from),
      until: format.date(seat.until),
      on: seat.endedOn === null ? "" : format.date(seat.endedOn),
    }),
    end: administers && state !== "over" ? `/committee/${seat.person}/ending` : null,
  };
}

function tableOf(
  { services }: Deps,
  language: Language,
  seats: readonly Seat[],
  names: ReadonlyMap<string, string>,
): TableModel {
  const { t } = language;
  return {
    caption: t("committee:members.title"),
    columns: ["name", "field", "organisation", "from", "until", "ended"].map((name) => ({
      label: t(`committee:column.${name}`),
    })),
    rows: seats.map(({ person, field, organisation, from, until, endedOn }) => ({
      cells: [
        { content: names.get(person) ?? t("people:erased"), header: true },
        { content: field },
        { content: organisationText(services, language, organisation) },
        { content: from },
        { content: until },
        { content: endedOn ?? "" },
      ],
    })),
  };
}
