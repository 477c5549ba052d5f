import type { ConditionResult } from "../../domain/technology/state/condition-result.ts";
import { askedFor } from "../../domain/technology/gate/waivers.ts";
import { adviceOn } from "../say/condition-advice.ts";
import { conditionModel } from "../say/condition-shown.ts";
import { thingsText } from "../say/thing.ts";
import type { ConditionListModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Html } from "../view/html.ts";
import { ownerText } from "./condition-owners.ts";
import type { GateParts } from "./gate-parts.ts";

/** A link that says where it leads: the form for whoever may act, else the page to read. */
function linkOf({ view, row, open, language, metAt }: GateParts, key: string): Html | null {
  const { see, act, gate, anchor } = metAt.get(key) ?? {};
  if (see === undefined || (gate !== undefined && gate !== view.gate)) return null;
  const [to, text] =
    act !== undefined && open.includes(act.command)
      ? [act.at, language.t(`gate:go.${act.command}`)]
      : [see, language.t(`gate:see.${see}`)];
  return html`<a href="/technologies/${row.slug}/${to}${anchor === undefined ? "" : `#${anchor}`}">${text}</a>`;
}

/** Where it is met, the waiver that may be asked for, who has it and until when. */
export function withLinks(parts: GateParts, condition: ConditionResult): ConditionListModel["open"][number] {
  const { view, language, row, open } = parts;
  const { t, format } = language;
  const advice = adviceOn(view.state, condition);
  const plain = conditionModel(language, view.policy, condition, advice);
  const model = { ...plain, why: html`${plain.why ?? ""}${outgrownLines(parts, condition)}` };
  const [how] = model.how ?? [];
  if (how === undefined) return model;
  const waivable = condition.waivable && condition.status !== "waived";
  const ask =
    waivable && view.open && open.includes("RequestWaiver") && !isAsked(parts, condition)
      ? html` ·
          <a href="/technologies/${row.slug}/gates/${view.gate}/waivers/new?condition=${condition.key}"
            >${t("gate:conditions.waive")}</a
          >`
      : "";
  const link = linkOf(parts, condition.key);
  const firm = condition.waivable ? "" : html`<br /><span class="muted">${t("gate:conditions.firm")}</span>`;
  const who = ownerText(parts, advice?.role ?? condition.owner, condition);
  const due =
    condition.due === null
      ? t("gate:conditions.noDate")
      : t("gate:conditions.due", { day: format.date(condition.due) });
  return {
    ...model,
    how: [
      { term: how.term, value: html`${how.value} ${link ?? ""}${ask}${firm}` },
      { term: t("common:conditions.who"), value: `${who} · ${due}` },
    ],
  };
}

const isAsked = ({ view }: GateParts, { key }: ConditionResult): boolean =>
  askedFor(view.state, view.gate, key, view.facts) !== undefined;

/** A waiver in force that does not cover what stands now: what it covers, and what came since. */
export function outgrownLines(
  { view, language }: Pick<GateParts, "view" | "language">,
  { key }: ConditionResult,
): Html {
  const { t } = language;
  const lines = view.outgrown
    .filter(({ condition }) => condition === key)
    .map(({ waiver, covers, since }) =>
      t("conditions:outgrown", {
        waiver,
        covers: covers.length === 0 ? t("conditions:nothing") : thingsText(language, view.policy, key, covers),
        since: thingsText(language, view.policy, key, since),
      }),
    );
  return html`${lines.map((line) => html`<br /><b class="strong">${line}</b>`)}`;
}
