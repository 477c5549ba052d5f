import type { Crumb } from "../view/chrome.ts";
import type { Language } from "../view/languages.ts";

export const ledgerCrumb = ({ t }: Language): Crumb => ({ text: t("ledger:title"), href: "/ledger" });
