import type { Request, Response } from "express";
import { gates as gatesInOrder } from "../../domain/policy/policy.ts";
import { safeguardKinds } from "../../domain/safeguard-kinds/kinds.ts";
import type { SafeguardKind } from "../../domain/safeguards/kind.ts";
import { standingOf } from "../../domain/safeguards/standing.ts";
import { safeguardsOf } from "../../domain/technology/state/safeguards.ts";
import type { Safeguard } from "../../domain/technology/state/safeguards.ts";
import type { Deps } from "../deps.ts";
import { filesOf } from "../lists/files.ts";
import { listOfTable } from "../lists/list-file.ts";
import type { ListFile } from "../lists/list-file.ts";
import { departmentAndTier, renderTechnology } from "../technology-page.ts";
import type { TableModel, TagModel } from "../view/components.ts";
import { tag } from "../view/tag.ts";
import { askedAt, safeguardsCrumb, safeguardsPage } from "./page.ts";
import type { SafeguardsPage } from "./page.ts";
import { kindName, kindText, standingText, stateTag } from "../stated/words.ts";

/** Every kind of safeguard with what stands of it on this technology, what asks for it, and what to do next. */
export function safeguardPages({ services }: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const page = await safeguardsPage(services, req, res);
      const { row, language, at } = page;
      const { t } = language;
      const kinds = safeguardKinds.map((kind) => kindModel(page, kind));
      const open = kinds.filter(({ waits }) => waits).length;
      const asks = kinds.some((kind) => kind.asks);
      await renderTechnology(
        res,
        page,
        "pages/safeguards/overview",
        {
          title: t("safeguards:title", { name: row.name }),
          trail: [safeguardsCrumb(page)],
          eyebrow: departmentAndTier(services, page),
          lead: asks
            ? t(open === 0 ? "safeguards:lead.stands" : "safeguards:lead.open", { count: open })
            : t("safeguards:lead.none"),
        },
        {
          asked: kinds.filter(({ asks }) => asks).toSorted((a, b) => a.firstGate - b.firstGate),
          others: kinds.filter(({ asks }) => !asks),
          files: filesOf(at("safeguards")),
          record: at("public-record"),
        },
      );
    },

    async list(req: Request, res: Response): Promise<ListFile> {
      const page = await safeguardsPage(services, req, res);
      const holds = { 4: "number", 5: "day", 6: "day", 7: "day" } as const;
      return listOfTable(`${page.row.slug}-safeguards`, tableOf(page), holds);
    },
  };
}

function kindModel(page: SafeguardsPage, kind: SafeguardKind) {
  const { technology, language, at, open, today } = page;
  const { t, format } = language;
  const statements = safeguardsOf(technology, kind.key);
  const gates = askedAt(page, kind);
  const applies = kind.applies?.(technology, today) ?? "yes";
  const models = statements.map((safeguard) => statementModel(page, kind, safeguard));
  const mayBegin = open.includes("StateSafeguard") && statements.length < (kind.many ?? 1) && applies !== "no";
  const asks = gates.length > 0 && applies !== "no";
  const name = kindName(language, kind);
  const begin = t(statements.length === 0 ? "safeguards:begin" : "safeguards:another");
  return {
    key: kind.key,
    name,
    lead: t(kindText(kind, "lead")),
    asks,
    /** What the first gate asks for is written first. */
    firstGate: gatesInOrder.findIndex((gate) => gates.includes(gate)),
    waits: asks && (models.length === 0 || models.some(({ inForce }) => !inForce)),
    // Those that no gate asks for stand under a heading that says so.
    asked:
      gates.length === 0
        ? ""
        : t("safeguards:asked.at", { gates: format.list(gates.map((gate) => t(`words:gate.${gate}`))) }),
    tag: models.length > 0 || (!asks && applies !== "no") ? null : emptyTag(page, applies, asks),
    statements: models,
    begin: mayBegin
      ? {
          text: begin,
          label: `${begin}${t("common:colon")}${name}`,
          href: at(`safeguards/new/${kind.key}`),
        }
      : null,
  };
}

function emptyTag({ language: { t } }: SafeguardsPage, applies: "yes" | "no" | "unknown", asks: boolean): TagModel {
  if (applies === "no") return tag(t, "met", t("safeguards:state.not-needed"));
  return tag(t, asks ? "unknown" : "closed", t("safeguards:state.not-begun"));
}

function statementModel(page: SafeguardsPage, kind: SafeguardKind, safeguard: Safeguard) {
  const { technology, policy, today, language, at } = page;
  const standing = standingOf(kind, safeguard, technology, policy, today);
  return {
    text: language.t("safeguards:statement", { item: safeguard.item, day: language.format.date(safeguard.stated.at) }),
    href: at(`safeguards/${safeguard.item}`),
    tag: stateTag(language, standing),
    why: standingText(language, kind, standing),
    inForce: standing.state === "in-force",
  };
}

/** A line a statement, dropped ones too, and one for each kind that nobody began. */
function tableOf(page: SafeguardsPage): TableModel {
  const { technology, policy, today, language } = page;
  const { t, format } = language;
  const columns = ["kind", "item", "state", "asked", "unanswered", "stated", "reviewed", "until"];
  const rows = safeguardKinds.flatMap((kind: SafeguardKind) => {
    const asked = askedAt(page, kind).join(" ");
    const all = technology.safeguards.filter((safeguard) => safeguard.kind === kind.key);
    if (all.length === 0)
      return [[kindName(language, kind), "", t("safeguards:state.not-begun"), asked, "", "", "", ""]];
    return all.map((safeguard) => {
      const { state, unanswered, until } = standingOf(kind, safeguard, technology, policy, today);
      return [
        kindName(language, kind),
        safeguard.item,
        t(`safeguards:state.${safeguard.dropped === null ? state : "dropped"}`),
        asked,
        String(unanswered.length),
        format.isoDay(safeguard.stated.at),
        safeguard.review === null ? "" : format.isoDay(safeguard.review.at),
        until ?? "",
      ];
    });
  });
  return {
    caption: t("safeguards:crumb"),
    columns: columns.map((name) => ({ label: t(`safeguards:column.${name}`) })),
    rows: rows.map((cells) => ({
      cells: cells.map((content, index) => ({ content, ...(index === 0 && { header: true }) })),
    })),
  };
}
