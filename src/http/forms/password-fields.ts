import type { PasswordRules } from "../../application/people/password-rules.ts";
import type { Form as Fields } from "../view/form.ts";
import type { Language } from "../view/languages.ts";

/** A new password, twice; the hint says what the house asks of it. */
export function newPasswordFields(fields: Fields, { t }: Language, { least }: PasswordRules) {
  return {
    password: fields.password("password", {
      label: t("auth:password.new"),
      hint: t("auth:password.hint", { least }),
      autocomplete: "new-password",
    }),
    again: fields.password("again", { label: t("auth:password.again"), autocomplete: "new-password" }),
  };
}
