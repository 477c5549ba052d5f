import type { Request, Response } from "express";
import { parseCode } from "../../authority/collection-codes.ts";
import { inGroups } from "../../domain/words/typed-code.ts";
import { blankForm, invalid } from "../forms/form.ts";
import { fieldsOf } from "../forms/show.ts";
import { renderOutside } from "../outside/page.ts";
import { strangerOf } from "../outside/stranger.ts";
import { queryValue } from "../request-values.ts";

/**
 * Where whoever has a card types its code; a code in the query leads on to what it opens.
 *
 * @param path of the entry, beneath which codes stand
 * @param texts of the page: title, lead, code, hint, submit, mistyped
 */
export const codeEntry =
  (path: string, texts: string) =>
  (req: Request, res: Response): void => {
    const { language, to } = strangerOf(res);
    const { t } = language;
    const typed = (queryValue(req, "code") ?? "").slice(0, 60);
    const code = parseCode(typed);
    if (code !== null) {
      res.redirect(303, to(`${path}/${inGroups(code)}`));
      return;
    }
    const blank = blankForm({ code: typed });
    const form = typed === "" ? blank : invalid(blank, { field: "code", key: `${texts}.mistyped`, params: {} });
    renderOutside(
      res,
      "pages/collections/outside-entry",
      { title: t(`${texts}.title`), lead: t(`${texts}.lead`), form },
      {
        action: path,
        lang: language.locale,
        submit: t(`${texts}.submit`),
        code: fieldsOf(form, language).text("code", {
          label: t(`${texts}.code`),
          hint: t(`${texts}.hint`),
          width: "m",
          autocomplete: "off",
          maxlength: 60,
        }),
      },
    );
  };
