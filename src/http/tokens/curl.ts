import type { Language } from "../view/languages.ts";

/**
 * A command line to copy. The token stands in a variable, so that it gets neither into a script under version control
 * nor into the list of running commands by being typed there.
 */
export const curlExample = ({ t }: Language, origin: string, slug: string): string =>
  [
    `curl --fail-with-body ${origin}/api/v1/technologies/${slug}/evidence \\`,
    `  --oauth2-bearer "$TOUCHSTONE_TOKEN" \\`,
    `  -F title="${t("tokens:curl.title")}" \\`,
    `  -F files=@results.jtl`,
  ].join("\n");

/** What a token that reads is tried with. */
export const readExample = (origin: string): string =>
  [`curl --fail-with-body ${origin}/api/v1/technologies \\`, `  --oauth2-bearer "$TOUCHSTONE_TOKEN"`].join("\n");
