import type { Technology } from "../../domain/technology/state/technology.ts";
import type { LockedPlan } from "../../domain/technology/state/pilot.ts";
import type { Day } from "../../domain/words/text.ts";
import type { TagModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { tag } from "../view/tag.ts";

const marks = { pass: "met", fail: "unmet", "not-enough-evidence": "unknown" } as const;

export type LookModel = { readonly name: string; readonly day: string; readonly tag: TagModel; readonly note: string };

/** Every look with its day: taken with its verdict, or still ahead. */
export function looksModel({ t, format }: Language, technology: Technology, { number, plan }: LockedPlan, today: Day) {
  const items = plan.looks.map((day, i): LookModel => {
    const taken = technology.looks.find((look) => look.plan === number && look.look === i + 1);
    return {
      name: t("pilot:look.name", { number: i + 1 }),
      day: format.date(day),
      tag:
        taken === undefined
          ? tag(t, day <= today ? "waits" : "closed", t(`pilot:look.${day <= today ? "due" : "ahead"}`))
          : tag(t, marks[taken.verdict.outcome], t(`words:outcome.${taken.verdict.outcome}`)),
      note: taken === undefined ? "" : t("pilot:look.taken", { day: format.date(taken.at), position: taken.position }),
    };
  });
  const done = items.filter(({ note }) => note !== "").length;
  return { title: t("pilot:look.title", { done, count: items.length }), items };
}
