import type { Request, Response } from "express";
import { render } from "../page.ts";
import { stateParagraph } from "../say/help-paragraphs.ts";
import { helpStates } from "../say/help-states.ts";
import { languageOf } from "../visitor.ts";

/** `/help/states`: what each state on a page means, at an address of its own. */
export async function showStates(_req: Request, res: Response): Promise<void> {
  const language = languageOf(res);
  const { t } = language;
  const title = t("help:state.title");
  await render(
    res,
    "pages/help/paragraphs",
    {
      revalidated: true,
      title,
      lead: t("help:state.lead"),
      crumbs: [
        { text: t("help:title"), href: "/help" },
        { text: title, href: "/help/states" },
      ],
    },
    {
      groups: helpStates.map(({ of, values }) => ({
        id: of,
        title: t(`help:state.group.${of}`),
        paragraphs: values.map((value) => ({ id: `${of}-${value}`, ...stateParagraph(language, of, value) })),
      })),
    },
  );
}
