import type { Request, Response } from "express";
import { registeredConditions } from "../../domain/gates/register.ts";
import { render } from "../page.ts";
import { conditionParagraph } from "../say/help-paragraphs.ts";
import { languageOf } from "../visitor.ts";

/** `/help/conditions`: what each condition of a gate asks for, at an address of its own. */
export async function showConditions(_req: Request, res: Response): Promise<void> {
  const language = languageOf(res);
  const { t } = language;
  const title = t("help:conditionList.title");
  await render(
    res,
    "pages/help/paragraphs",
    {
      revalidated: true,
      title,
      lead: t("help:conditionList.lead"),
      crumbs: [
        { text: t("help:title"), href: "/help" },
        { text: title, href: "/help/conditions" },
      ],
    },
    {
      groups: [
        {
          id: "all",
          title,
          paragraphs: registeredConditions.map((key) => ({ id: key, ...conditionParagraph(language, key) })),
        },
      ],
    },
  );
}
