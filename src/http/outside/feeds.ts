import type { OutsidePage } from "./page.ts";
import type { Stranger } from "./stranger.ts";

/** Links in the head of pages, for programs that follow. */
export const feedsOf = ({ language: { t }, to }: Stranger): NonNullable<OutsidePage["feeds"]> => [
  { type: "application/atom+xml", title: t("publication:feed.title"), href: to("/public/feed.atom") },
  { type: "application/feed+json", title: t("publication:feed.title"), href: to("/public/feed.json") },
];
