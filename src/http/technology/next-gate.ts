import type { GateView } from "../../application/gate.ts";
import { adviceOn } from "../say/condition-advice.ts";
import { conditionModel } from "../say/condition-shown.ts";
import type { ConditionListModel } from "../view/components.ts";
import type { TechnologyPage } from "../technology-page.ts";

export type NextModel = {
  readonly title: string;
  readonly gate: { readonly text: string; readonly href: string } | null;
  readonly conditions: ConditionListModel | null;
  /** Said where no gate is ahead. */
  readonly nothing: string | null;
};

/** The open conditions of the gate ahead; beyond the last gate there is nothing to do, and that is said. */
export function nextOf({ row, policy, language }: TechnologyPage, gate: GateView | null): NextModel {
  const { t } = language;
  if (row.gate === null || gate === null) {
    return {
      title: t(`technology:next.${row.stage}`),
      gate: null,
      conditions: null,
      nothing: t.has(`technology:ended.${row.stage}`) ? t(`technology:ended.${row.stage}`) : null,
    };
  }
  const open = gate.conditions.filter(({ status }) => status === "unmet" || status === "unknown");
  const closed = gate.conditions.filter((condition) => !open.includes(condition));
  return {
    title:
      open.length === 0
        ? t("technology:next.ready", { gate: t(`events:gate.${row.gate}`) })
        : t("technology:next.open", { count: open.length, gate: t(`events:gate.${row.gate}`) }),
    gate: { text: t("technology:next.gate"), href: `/technologies/${row.slug}/gates/${row.gate}` },
    conditions: {
      open: open.map((condition) => conditionModel(language, policy, condition, adviceOn(gate.state, condition))),
      ...(closed.length > 0 && {
        met: {
          title: t("technology:next.met", { count: closed.length }),
          items: closed.map((condition) => conditionModel(language, policy, condition).title),
        },
      }),
    },
    nothing: null,
  };
}
