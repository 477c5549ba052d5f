import type { Request, Response } from "express";
import { gates } from "../../domain/policy/policy.ts";
import { roles } from "../../domain/people/roles.ts";
import { stepper } from "../charts/stepper.ts";
import { render } from "../page.ts";
import { html } from "../view/html.ts";
import { jobParagraph, jobs } from "../say/help-paragraphs.ts";
import { explainedWords } from "../say/explained.ts";
import type { StepModel, TableModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { languageOf } from "../visitor.ts";

const readingRules = [
  "house",
  "private",
  "told",
  "search",
  "administrator",
  "public",
  "questionnaires",
  "policy",
  "limits",
] as const;
const notices = ["mail", "urgent", "refused", "calendar", "programs"] as const;
const keys = ["slash", "tab", "skip", "enter"] as const;

/** What Touchstone is for, the life of a technology, who does what, the words, the keys, how to verify. */
export async function showHelp(_req: Request, res: Response): Promise<void> {
  const language = languageOf(res);
  const { t } = language;
  await render(
    res,
    "pages/help/help",
    {
      title: t("help:title"),
      crumbs: [{ text: t("help:title"), href: "/help" }],
      lead: t.html("help:lead"),
      revalidated: true,
    },
    {
      steps: stepper(t("help:life.title"), steps(language)),
      ends: ["stopped", "held", "back"].map((key) => t.html(`help:life.${key}`)),
      roles: [...roles, "public"].map((role) => ({ name: roleName(language, role), text: t(`help:role.${role}`) })),
      reading: readingRules.map((key) => t(`help:reading.items.${key}`)),
      notices: notices.map((key) => t.html(`help:notices.items.${key}`)),
      words: wordsTable(language),
      jobs: jobs.map((job) => jobParagraph(language, job)),
      keys: keys.map((key) => ({ key: t(`help:key.${key}.key`), text: t(`help:key.${key}.text`) })),
      verify: ["read", "one", "whole", "keep", "again"].map((key) => t.html(`help:verify.${key}`)),
    },
  );
}

/** The four gates with the stages between them; nothing is done or open, for this is everybody's life. */
function steps({ t }: Language): StepModel[] {
  const stages = ["piloting", "evaluating", "rolling-out"] as const;
  return gates.flatMap((gate, at): StepModel[] => {
    const own: StepModel = {
      kind: "gate",
      state: "done",
      name: t(`words:gate.${gate}`),
      notes: [t(`help:gate.${gate}`)],
    };
    const stage = stages[at];
    return stage === undefined
      ? [own]
      : [own, { kind: "stage", state: "done", name: t(`words:stage.${stage}`), notes: [t(`help:stage.${stage}`)] }];
  });
}

const roleName = ({ t }: Language, role: string): string =>
  role === "public" ? t("help:role.publicName") : t(`words:role.${role}`);

/** English and Chinese side by side, so that both readers of one record speak of the same thing. */
function wordsTable({ t }: Language): TableModel {
  return {
    caption: t("help:words.title"),
    columns: [{ label: t("help:words.en") }, { label: t("help:words.zh") }, { label: t("help:words.meaning") }],
    rows: explainedWords.map((word) => ({
      cells: [
        { content: html`<span id="${`word-${word}`}">${t(`help:word.${word}.en`)}</span>`, header: true },
        { content: t(`help:word.${word}.zh`) },
        { content: t(`help:word.${word}.meaning`) },
      ],
    })),
  };
}
