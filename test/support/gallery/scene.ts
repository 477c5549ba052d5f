import type { Views } from "../../../src/http/view/engine.ts";
import { html } from "../../../src/http/view/html.ts";
import type { Html } from "../../../src/http/view/html.ts";
import type { Language } from "../../../src/http/view/languages.ts";
import type { Locale } from "../../../src/http/view/locale.ts";

/** What every part of the gallery is written with. */
export type Scene = {
  readonly language: Language;
  readonly t: Language["t"];
  readonly say: (english: string, chinese: string) => string;
  readonly part: (component: string, model: object) => Html;
  readonly section: (id: string, title: string, content: Html) => Html;
};

export function createScene(views: Views, locale: Locale): Scene {
  const language = views.languages.of(locale);
  const say = (english: string, chinese: string): string => (locale === "zh-CN" ? chinese : english);
  return {
    language,
    t: language.t,
    say,
    part: (component, model) => views.part(`components/${component}`, locale, model),
    section: (id, title, content) =>
      html`<section class="ts-section" aria-labelledby="${id}">
        <div class="ts-section__head">
          <h2 id="${id}">${title}</h2>
          <span class="ts-section__aside">${say("aside", "旁注")}</span>
        </div>
        ${content}
      </section>`,
  };
}
