import { describe, expect, it } from "vitest";
import type { PageModel, Visit } from "../../../src/http/view/chrome.ts";
import { errorPage } from "../../../src/http/view/errors.ts";
import type { ErrorStatus } from "../../../src/http/view/errors.ts";
import { locales } from "../../../src/http/view/locale.ts";
import { realViews } from "./support.ts";

const views = realViews();
const person = { name: "Wang Fang", openWork: 4, administrator: false, works: true };
const show = (visit: Partial<Visit>, page: Partial<PageModel> = {}, locale: "en" | "zh-CN" = "en"): string =>
  views.render("pages/error/503", {
    locale,
    visit: { path: "/work", ...visit },
    page: { title: "Title", ...page },
    model: {},
  });

describe("the frame of a page", () => {
  it("links only to what the person may open", () => {
    expect(show({ person })).not.toContain('href="/people"');
    expect(show({ person: { ...person, administrator: true, works: true } })).toContain('href="/people"');
    expect(show({})).not.toMatch(/<nav|role="search"|sign-out/);
  });
  it("marks the section and counts the open work", () => {
    const page = show({ person }, { section: "work" });
    expect(page).toMatch(/href="\/work" aria-current="page">My work<span class="ts-count">4/);
    expect(page.match(/aria-current="page"/g)).toHaveLength(1);
  });
  it("offers the other language in that language, and comes back to the same page", () => {
    expect(show({ path: "/technologies?q=a&b" })).toContain(
      '<input type="hidden" name="back" value="/technologies?q&#x3D;a&amp;b"><button type="submit" name="to" value="zh-CN" lang="zh-CN">中文',
    );
    expect(show({}, {}, "zh-CN")).toMatch(/<html lang="zh-CN"[\s\S]*>English</);
  });
  it("ends with the ledger position it shows", () => {
    const ledger = { position: 18402, at: "2026-11-22T06:05:00Z", checkpoint: 18396 };
    expect(show({ ledger }).replace(/[\u00a0\u202f]/g, " ")).toMatch(
      /Shown as of ledger entry <b class="strong">18 402<\/b>, 22 Nov 2026, 14:05<[\s\S]*Last signed checkpoint after entry 18 396/,
    );
    expect(show({ ledger, asOf: 12 })).toMatch(/entry <b class="strong">12</);
  });
  it("has one h1 and says in the window's title that something is wrong", () => {
    const errors = { title: "One answer", errors: [{ text: "Name", href: "#name" }] };
    const page = show({ person }, { errors });
    expect(page.match(/<h1>/g)).toHaveLength(1);
    expect(page).toContain("<title>Error: Title – Touchstone 试金石</title>");
  });
  it("says that data are generated, and why nothing can be changed", () => {
    expect(show({ demonstration: true, readOnly: true })).toMatch(
      /Demonstration data[\s\S]*This copy is older than a signed head on file/,
    );
  });
  it("carries no inline style or script", () => {
    expect(show({ person })).not.toMatch(/ style=|<style|<script(?![^>]* src=)| on[a-z]+="/);
  });
});

describe("error pages", () => {
  const statuses: readonly ErrorStatus[] = [403, 404, 409, 422, 500, 503];
  it.each(statuses.flatMap((status) => locales.map((locale) => [status, locale] as const)))(
    "%d in %s",
    (status, locale) => {
      const { t } = views.languages.of(locale);
      const detail = {
        reasons: ["a reason"],
        kept: [{ label: "Reason", text: "typed <b>" }],
        back: "/x",
        reference: "ref-1",
      };
      const { name, page, model } = errorPage(t, status, detail);
      const text = views.render(name, { locale, visit: { path: "/" }, page, model });
      expect(text).toContain(`<h1>${page.title}</h1>`);
      if (status === 403 || status === 409) expect(text).toContain("a reason");
      if (status === 409) expect(text).toContain("typed &lt;b&gt;");
      if (status === 500) expect(text).toContain("ref-1");
    },
  );
});
