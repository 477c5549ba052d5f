import type { Request, Response } from "express";
import type { WorkItem, WorkKind } from "../../projections/types.ts";
import type { Deps } from "../deps.ts";
import { render } from "../page.ts";
import { conditionTitle, indicatorName } from "../say/condition.ts";
import { departmentName, type NamedDepartment } from "../say/department.ts";
import type { WorkListModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { tag } from "../view/tag.ts";
import type { Glyph } from "../view/glyphs.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import { languageOf, personOf } from "../visitor.ts";

const most = 100;

/** What waits for the person who asks, the most urgent first; nobody else's. */
export function workPages({ services }: Deps) {
  return {
    async show(_req: Request, res: Response): Promise<void> {
      await services.views.catchUp();
      const language = languageOf(res);
      const { t } = language;
      const person = personOf(res);
      const items = services.views.work.of(person, { limit: most });
      const late = items.filter((item) => item.late).length;
      const departments = services.views.departments.all();
      const policy = services.views.policies.current();
      const list = (chosen: readonly WorkItem[]): WorkListModel => ({
        items: chosen.map((item) => itemModel(language, policy, departments, item, services.today())),
      });
      await render(
        res,
        "pages/work/work",
        {
          title: t("work:title"),
          section: "work",
          lead:
            items.length === 0
              ? t("work:lead.none")
              : t.html("work:lead.some", {
                  count: items.length,
                  late: late === 0 ? t("work:lead.notLate") : t("work:lead.late", { count: late }),
                }),
        },
        {
          empty:
            items.length > 0
              ? null
              : {
                  title: t("work:empty.title"),
                  text: t("work:empty.text"),
                  action: { text: t("work:empty.action"), href: "/technologies" },
                },
          dated: datedOrNull(list(items.filter(({ due }) => due !== null))),
          open: datedOrNull(list(items.filter(({ due }) => due === null))),
        },
      );
    },
  };
}

const datedOrNull = (list: WorkListModel): WorkListModel | null => (list.items.length === 0 ? null : list);

const places: { readonly [K in WorkKind]: (item: WorkItem) => string } = {
  vote: ({ gate }) => `gates/${gate ?? "rollout"}`,
  declare: () => "evaluation/interest",
  score: () => "evaluation/scores",
  "plan-pilot": () => "plan/new",
  "open-pilot": () => "plan",
  "plan-rollout": () => "rollout/plan",
  wave: () => "rollout",
  incident: () => "incidents",
  condition: ({ gate }) => `gates/${gate ?? "rollout"}`,
  evidence: () => "evidence",
  waiver: ({ gate }) => `gates/${gate ?? "rollout"}`,
  assign: () => "evaluation/evaluators",
  moderate: () => "evaluation",
  held: () => "rollout",
  drifted: () => "history",
};

const glyphs: { readonly [K in WorkKind]?: Glyph } = {
  vote: "waits",
  waiver: "waits",
  held: "held",
  drifted: "drifted",
  score: "blind",
  incident: "unmet",
};

function itemModel(
  language: Language,
  policy: Policy,
  departments: readonly NamedDepartment[],
  item: WorkItem,
  today: string,
): WorkListModel["items"][number] {
  const { t, format } = language;
  const { technology, kind } = item;
  const glyph = item.late ? "late" : (glyphs[kind] ?? "closed");
  return {
    title: technology.name,
    href: `/technologies/${technology.slug}/${places[kind](item)}`,
    text: `${t(`work:kind.${kind}`, { gate: item.gate === null ? "" : t(`words:gate.${item.gate}`), subject: subjectOf(language, policy, item) })} · ${departmentName(language, departments, technology.department)}`,
    tag: tag(t, glyph, item.late && item.due !== null ? format.due(item.due, today) : t(`work:tag.${kind}`)),
    due: item.due === null ? undefined : format.date(item.due),
    dueNote: item.due === null ? t("work:since", { day: format.date(item.since) }) : undefined,
    late: item.late,
  };
}

function subjectOf(language: Language, policy: Policy, { kind, subject }: WorkItem): string {
  if (subject === null) return "";
  if (kind === "condition") return conditionTitle(language, subject);
  return kind === "moderate" ? indicatorName(language, policy, subject) : subject;
}
