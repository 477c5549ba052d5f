import type { Request, Response } from "express";
import type { Deps } from "../../deps.ts";
import { mostPerMinute } from "../../middleware/limits.ts";
import { originOf } from "../../origin.ts";
import { render } from "../../page.ts";
import type { Language } from "../../view/languages.ts";
import { languageOf } from "../../visitor.ts";
import { base } from "../answer.ts";
import { apiDocument } from "../document/document.ts";
import type { ApiDocument } from "../document/document.ts";
import { apiTags } from "../route.ts";
import type { ApiTag } from "../route.ts";
import { operationModel } from "./operation-model.ts";
import { shapeModels } from "./shape-model.ts";

/** `/api`: the document in the reader's language, to read and to print. */
export function apiPage({ config }: Pick<Deps, "config">) {
  return async (req: Request, res: Response): Promise<void> => {
    const language = languageOf(res);
    const { t } = language;
    const origin = originOf(req, config);
    const document = await apiDocument(language, origin);
    await render(
      res,
      "pages/api/api",
      { title: t("api:page.title"), crumbs: [{ text: t("api:page.title"), href: "/api" }], lead: t("api:page.lead") },
      {
        limits: t("api:page.limits", { most: mostPerMinute.token }),
        documentHref: `${base}/openapi.json`,
        sections: apiTags.map((tag) => sectionModel(language, document, tag, origin)),
        shapes: shapeModels(language, document),
      },
    );
  };
}

function sectionModel(language: Language, document: ApiDocument, tag: ApiTag, origin: string) {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { tags }]) => tags.includes(tag))
      .map(([method, operation]) => operationModel(language, { method, path, operation, origin })),
  );
  return { id: tag, title: language.t(`api:tag.${tag}`).replace(/[.。]$/, ""), operations };
}
