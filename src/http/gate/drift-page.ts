import type { Request, Response } from "express";
import { z } from "zod";
import { digestOfDrift, driftOf } from "../../domain/technology/gate/drift.ts";
import type { Drift } from "../../domain/technology/gate/drift.ts";
import { quorumOf } from "../../domain/technology/gate/eligible.ts";
import { supportersOf, unsettled } from "../../domain/technology/gate/settle.ts";
import type { Decided } from "../../domain/technology/state/gate.ts";
import { standingDecisions } from "../../domain/technology/state/lower-tier.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { choice, optionalText, requiredText } from "../forms/fields.ts";
import type { FormState } from "../forms/form.ts";
import { hiddenOf } from "../forms/show.ts";
import { gateWord } from "../say/event-words.ts";
import { pathValue } from "../request-values.ts";
import { formPage } from "../technology-form.ts";
import type { FormFace } from "../technology-form.ts";
import { technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { Form as Fields } from "../view/form.ts";
import { driftSaid } from "./drift-said.ts";
import { gateCrumb } from "./gate-parts.ts";

export const driftSchema = z.object({
  choice: choice(["confirm", "reopen"]),
  text: requiredText(4000),
  shown: optionalText(100),
});

type DriftPage = TechnologyPage & {
  readonly decided: Decided;
  readonly drift: readonly Drift[];
  readonly open: readonly Drift[];
  readonly supporters: number;
  readonly quorum: number;
};

/** What became of an approval's ground, for an approver to confirm, or to have its gate asked again. */
export const driftPages = ({ services }: Deps) =>
  formPage<typeof driftSchema, DriftPage>(
    services,
    {
      schema: driftSchema,
      roles: ["approver"],
      action: ({ decided, at }) => at(`drift/${decided.position}`),
      command: ({ choice: chosen, text, shown }, { decided }) => ({
        type: chosen === "confirm" ? "ConfirmDrift" : "ReopenGate",
        decision: decided.position,
        shown,
        text: { text },
      }),
      done: ({ choice: chosen }) => ({ to: "", key: `gate:settling.done.${chosen}` }),
      show: driftShown,
    },
    async (req: Request, res: Response) => {
      const page = await technologyPage(services, req, res);
      const t = page.technology;
      const position = Number(pathValue(req, "position"));
      const decided = standingDecisions(t).find((standing) => standing.position === position) ?? notFound();
      const policy = services.views.policies.pinnedBy(t.plan, t.tier);
      const drift = driftOf(decided, t, policy, services.today());
      return {
        ...page,
        decided,
        drift,
        open: unsettled(t, position, drift),
        supporters: supportersOf(t, position, digestOfDrift(drift)).length,
        quorum: quorumOf(decided.gate, t, policy),
      };
    },
  );

function driftShown(page: DriftPage, fields: Fields, form: FormState): FormFace {
  const { row, decided, drift, open, supporters, quorum, language, technology } = page;
  const { t, format } = language;
  const gate = gateWord(language, decided.gate);
  const onlyTier = open.every(({ kind }) => kind === "tier-raised");
  const confirm = { value: "confirm", label: t("gate:settling.confirm"), hint: t("gate:settling.confirmHint") };
  const reopen = {
    value: "reopen",
    label: t("gate:settling.reopen", { gate }),
    hint: t(`gate:settling.reopenHint.${technology.stage}`, { gate, count: quorum, given: supporters }),
  };
  return {
    view: "pages/gate/drift",
    head: {
      title: t("gate:settling.title", { name: row.name, gate }),
      trail: [gateCrumb(page, decided.gate)],
      lead: t("gate:settling.lead", { day: format.dateTime(decided.at) }),
    },
    model: {
      hidden: [
        ...hiddenOf(form).filter(({ name }) => name !== "shown"),
        { name: "shown", value: digestOfDrift(drift) },
      ],
      drift: open.map((change) => driftSaid(language, technology, change)),
      settled: drift
        .filter((change) => !open.includes(change))
        .map((change) => driftSaid(language, technology, change)),
      record: { text: t("gate:settling.record"), href: `/decisions/${decided.position}` },
      choice:
        drift.length === 0
          ? null
          : fields.radios("choice", {
              legend: t("gate:settling.choice"),
              options: onlyTier ? [reopen] : [confirm, reopen],
            }),
      reason: fields.textarea("text", {
        label: t("gate:settling.reason"),
        hint: t("gate:settling.reasonHint"),
        rows: 4,
      }),
      supporters: supporters === 0 ? null : t("gate:settling.supporters", { count: supporters, quorum }),
    },
  };
}
