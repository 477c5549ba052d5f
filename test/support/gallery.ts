import { chrome } from "../../src/http/view/chrome.ts";
import type { PageModel, Visit } from "../../src/http/view/chrome.ts";
import type { Views } from "../../src/http/view/engine.ts";
import { glyphNames } from "../../src/http/view/glyphs.ts";
import { html } from "../../src/http/view/html.ts";
import type { Html } from "../../src/http/view/html.ts";
import type { Locale } from "../../src/http/view/locale.ts";
import { tag } from "../../src/http/view/tag.ts";
import { formSection, sampleForm } from "./gallery/form.ts";
import { listSections } from "./gallery/lists.ts";
import { measurements } from "./gallery/measurements.ts";
import { processSections, steps } from "./gallery/process.ts";
import { rolloutSections } from "./gallery/rollout.ts";
import { createScene } from "./gallery/scene.ts";
import { verdictPanel } from "./gallery/verdict.ts";

/** Every component and chart in every state on one page: what people look at and tests walk through. */
export function gallery(views: Views, locale: Locale): string {
  const scene = createScene(views, locale);
  const { t, say, part, section } = scene;
  const glyphs = html`<p class="ts-legend">${glyphNames.map((name) => part("tag", tag(t, name)))}</p>`;
  const body = html`${section("s-glyphs", "Glyphs", glyphs)} ${steps(scene)} ${verdictPanel(scene)}
  ${processSections(scene)} ${measurements(scene)} ${rolloutSections(scene)} ${formSection(scene)}
  ${listSections(scene)}`;
  const page: PageModel = {
    title: say("Every state", "全部状态"),
    section: "portfolio",
    crumbs: [
      { text: t("common:nav.portfolio"), href: "#" },
      { text: say("Every state", "全部状态"), href: "#" },
    ],
    eyebrow: [say("Housing and Construction", "住房城乡建设局"), say("Impact tier III", "影响等级三级")],
    lead: html`${say("Every state says what is the case,", "每种状态都说明情况、")}
      <strong>${say("why, and what to do next.", "原因和下一步。")}</strong>`,
    errors: sampleForm(scene).summary(),
    refusal: {
      title: t("common:refusal.title", { count: 2 }),
      reasons: [
        say("You proposed this technology.", "此技术由您提出。"),
        say("The quorum was already complete.", "表决人数已满。"),
      ],
      kept: t("common:refusal.kept"),
    },
    notice: say("Your vote was recorded.", "您的表决已记录。"),
    asOfHref: "#",
  };
  return showPage(views, locale, page, body);
}

/** A page in its frame, for somebody who is signed in. */
export function showPage(views: Views, locale: Locale, page: PageModel, body: Html, over: Partial<Visit> = {}): string {
  const { say } = createScene(views, locale);
  const visit: Visit = {
    path: "/gallery?x=1",
    person: { name: say("Wang Fang", "王芳"), openWork: 4, administrator: true, works: true },
    ledger: { position: 18402, at: "2026-11-22T14:05:00Z", checkpoint: 18396 },
    demonstration: true,
    organisation: say("Jiangwan City Digital Office", "江湾市数字政务局"),
    ...over,
  };
  return views.part("layouts/page", locale, { ...chrome(views.languages.of(locale), visit, page), body }).text;
}
