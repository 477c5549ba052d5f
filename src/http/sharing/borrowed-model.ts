import type { Services } from "../../application/services.ts";
import { daysBetween } from "../../domain/words/days.ts";
import { contextDistance } from "../../domain/sharing/distance.ts";
import type { MeasureDistance } from "../../domain/sharing/distance.ts";
import { borrowedState, contextOf, movedAt } from "../../domain/technology/state/borrowed.ts";
import type { BorrowedState } from "../../domain/technology/state/borrowed.ts";
import type { Borrowed } from "../../domain/technology/state/sharing.ts";
import { departmentName } from "../say/department.ts";
import type { TagModel } from "../view/components.ts";
import type { Glyph } from "../view/glyphs.ts";
import { html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import { tag } from "../view/tag.ts";
import type { SharingPage } from "./sharing-page.ts";

/** A piece that was taken over: how it stands, where it comes from, how old it is, and how far its context is from here. */
export async function borrowedModel(services: Services, page: SharingPage, piece: Borrowed) {
  const { language, technology, today, policy } = page;
  const { t, format } = language;
  const origin = services.views.portfolio.byId(piece.origin.technology);
  const state = await stateNow(services, page, piece);
  const distance = contextDistance(piece.context, contextOf(technology), policy.safeguards.sharing);
  const stateMark: TagModel = tag(t, glyphs[state], t(`sharing:state.${state}`));
  return {
    id: piece.borrowed,
    href: page.at(`sharing/pieces/${piece.borrowed}`),
    tag: stateMark,
    kind: t(`words:kind.${piece.kind}`),
    from: originText(services, page, piece, origin),
    age: t("sharing:age", {
      day: format.date(piece.to),
      age: format.days(Math.max(0, daysBetween(piece.to.slice(0, 10), today))),
      until: format.date(piece.expiresOn),
    }),
    overall: t(`sharing:overall.${distance.overall}`),
    version: t(`sharing:version.${distance.version}`, {
      theirs: piece.context.version ?? "",
      ours: contextOf(technology).version ?? "",
    }),
    distance: {
      caption: t("sharing:distance.caption", { id: piece.borrowed }),
      columns: [
        { label: t("sharing:distance.measure") },
        { label: t("sharing:distance.theirs"), num: true },
        { label: t("sharing:distance.ours"), num: true },
        { label: t("sharing:distance.how") },
      ],
      rows: distance.measures.map((compared) => ({ cells: measureCells(page, compared) })),
    },
  };
}

const glyphs: { readonly [S in BorrowedState]: Glyph } = {
  "in-force": "met",
  expired: "late",
  "put-away": "withdrawn",
  withdrawn: "drifted",
  erased: "drifted",
  withheld: "drifted",
  "offer-ended": "drifted",
};

/** As the origin stands now, whether this stream was told of it yet or not. */
async function stateNow({ views }: Services, page: SharingPage, piece: Borrowed): Promise<BorrowedState> {
  const here = borrowedState(piece, page.today);
  if (here !== "in-force") return here;
  const origin = await views.technologyState(piece.origin.technology);
  const moved = origin === null ? null : movedAt(origin, piece.origin.evidence, page.technology.proposal.department);
  return moved ?? here;
}

function originText(
  services: Services,
  page: SharingPage,
  piece: Borrowed,
  origin: { name: string; slug: string } | null,
): Content {
  const { language } = page;
  const department = departmentName(language, services.views.departments.all(), piece.origin.department);
  if (origin === null) return department;
  const { name, slug } = origin;
  const at = `/technologies/${slug}/evidence/${piece.origin.evidence}`;
  return html`<a href="${at}">${name}${language.t("common:comma")}${piece.origin.evidence}</a> · ${department}`;
}

function measureCells({ language }: SharingPage, { measure, theirs, ours, times, how }: MeasureDistance) {
  const { t, format } = language;
  const number = (value: number | null): string =>
    value === null ? t("sharing:distance.unstated") : format.number(value);
  return [
    { content: t(`sharing:measure.${measure}`), header: true as const },
    { content: number(theirs), num: true as const },
    { content: number(ours), num: true as const },
    {
      content:
        times === null
          ? t("sharing:how.unknown")
          : t(`sharing:how.${how}`, { times: format.number(Math.round(times * 100) / 100) }),
    },
  ];
}
