import type { Request, Response } from "express";
import { parseCode } from "../../../authority/collection-codes.ts";
import { inGroups } from "../../../domain/words/typed-code.ts";
import { blankForm, invalid } from "../../forms/form.ts";
import { fieldsOf } from "../../forms/show.ts";
import { renderOutside } from "../../outside/page.ts";
import { strangerOf } from "../../outside/stranger.ts";
import { queryValue } from "../../request-values.ts";
import { answerPath } from "../addresses.ts";

/** `/q`: where whoever has a card types its code; a code in the query leads on to its questions. */
export function showEntry(req: Request, res: Response): void {
  const { language, to } = strangerOf(res);
  const { t } = language;
  const typed = (queryValue(req, "code") ?? "").slice(0, 60);
  const code = parseCode(typed);
  if (code !== null) {
    res.redirect(303, to(`${answerPath}/${inGroups(code)}`));
    return;
  }
  const blank = blankForm({ code: typed });
  const form = typed === "" ? blank : invalid(blank, { field: "code", key: "answering:entry.mistyped", params: {} });
  renderOutside(
    res,
    "pages/collections/outside-entry",
    { title: t("answering:entry.title"), lead: t("answering:entry.lead"), form },
    {
      action: answerPath,
      lang: language.locale,
      submit: t("answering:entry.submit"),
      code: fieldsOf(form, language).text("code", {
        label: t("answering:entry.code"),
        hint: t("answering:entry.hint"),
        width: "m",
        autocomplete: "off",
        maxlength: 60,
      }),
    },
  );
}
