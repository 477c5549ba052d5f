import type { Request, Response } from "express";
import { z } from "zod";
import { publicLanguages, writtenParts } from "../../domain/technology/state/publication.ts";
import type { PublicLanguage, WrittenPart } from "../../domain/technology/state/publication.ts";
import { recordKinds } from "../../domain/safeguards/record-fields.ts";
import type { Deps } from "../deps.ts";
import { manyTexts, optionalText } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import { plainWords, wordsFor } from "../private-words.ts";
import type { Words } from "../private-words.ts";
import { kindName } from "../stated/words.ts";
import { formPage } from "../technology-form.ts";
import type { FormFace } from "../technology-form.ts";
import { technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { Form as Fields } from "../view/form.ts";

const longest = 4000;
const both = z.object({ en: optionalText(longest), zh: optionalText(longest) }).default({ en: "", zh: "" });

export const publicStatementSchema = z.object({
  ...(Object.fromEntries(writtenParts.map((part) => [part, both])) as Record<WrittenPart, typeof both>),
  record: manyTexts(20),
});

type StatementPage = TechnologyPage & { readonly words: Words };

/** `/technologies/:slug/publication/statement`: the words that the public reads, a part at a time, in either language. */
export const statementForm = ({ services }: Deps) =>
  formPage<typeof publicStatementSchema, StatementPage>(
    services,
    {
      schema: publicStatementSchema,
      roles: ["planner"],
      action: ({ at }) => at("publication/statement"),
      blank: blankStatement,
      command: ({ record, ...texts }) => ({
        type: "WritePublicStatement",
        statement: {
          record,
          texts: writtenParts.flatMap((part) =>
            publicLanguages.flatMap((language) => {
              const text = texts[part][language];
              return text === "" ? [] : [{ part, language, text: { text } }];
            }),
          ),
        },
      }),
      done: () => ({ to: "publication", key: "publication:statement.done" }),
      show: statementShown,
    },
    async (req: Request, res: Response) => {
      const page = await technologyPage(services, req, res);
      const { technology } = page;
      const digests = technology.publicStatement?.texts.map(({ text }) => text) ?? [];
      return { ...page, words: await wordsFor(services, res, technology, digests) };
    },
  );

const nameOf = (part: WrittenPart, language: PublicLanguage): string => `${part}.${language}`;

function blankStatement({ technology, words }: StatementPage) {
  const { publicStatement, version } = technology;
  const typed: Record<string, string | readonly string[]> = { record: publicStatement?.record ?? [] };
  for (const { part, language, text } of publicStatement?.texts ?? [])
    typed[nameOf(part, language)] = plainWords(words, text);
  return blankForm(typed, version);
}

function statementShown(page: StatementPage, fields: Fields): FormFace {
  const { language, row, at, technology } = page;
  const { t } = language;
  const accepted = technology.safeguards.filter(
    ({ kind, review, digest }) =>
      recordKinds.some((known) => known === kind) && review?.outcome === "accepted" && review.of === digest,
  );
  return {
    view: "pages/publication/statement",
    head: {
      title: t("publication:statement.title", { name: row.name }),
      lead: t("publication:statement.lead"),
      trail: [{ text: t("publication:crumb"), href: at("publication") }],
    },
    model: {
      parts: writtenParts.map((part) => ({
        id: `part-${part}`,
        title: t(`words:publicPart.${part}`),
        hint: t(`publication:statement.hint.${part}`),
        fields: publicLanguages.map((of) =>
          fields.textarea(nameOf(part, of), {
            label: t(`publication:statement.in.${of}`, { part: t(`words:publicPart.${part}`) }),
            rows: 4,
            optional: true,
          }),
        ),
      })),
      record:
        accepted.length === 0
          ? null
          : fields.checkboxes("record", {
              legend: t("publication:statement.record"),
              hint: t("publication:statement.recordHint"),
              stacked: true,
              options: accepted.map(({ kind, item, digest }) => ({
                value: digest,
                label: `${item} · ${kindName(language, { key: kind })}`,
              })),
            }),
      back: at("publication"),
    },
  };
}
