import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chrome } from "../../../src/http/view/chrome.ts";
import type { PageModel, Visit } from "../../../src/http/view/chrome.ts";
import { createFrame } from "../../../src/http/view/frame.ts";
import { Html } from "../../../src/http/view/html.ts";
import { locales } from "../../../src/http/view/locale.ts";
import { realViews } from "./support.ts";

const views = realViews();

const text = fc.oneof(
  fc.constantFrom("", "Queue forecast", "<b>&'\"`=", "排队 预测", "\u0002\u0003", "$& $1 {{title}} {{{body}}}"),
  fc.string({ maxLength: 12 }),
);
const content = fc.oneof(
  text,
  text.map((words) => new Html(`<b>${words.replaceAll("<", "")}</b>`)),
);
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const moment = fc.constantFrom("2026-11-22T06:05:00Z", "2027-01-01T00:00:00Z");

const visits: fc.Arbitrary<Visit> = fc.record({
  path: text,
  person: maybe(
    fc.record({ name: text, openWork: fc.nat(3), administrator: fc.boolean(), works: fc.boolean() }),
  ) as fc.Arbitrary<never>,
  ledger: maybe(
    fc.record({ position: fc.nat(), at: maybe(moment), checkpoint: maybe(fc.nat()) }),
  ) as fc.Arbitrary<never>,
  asOf: maybe(fc.nat()),
  organisation: maybe(text),
  demonstration: maybe(fc.boolean()),
  clock: maybe(fc.record({ today: fc.constant("2026-11-22") })),
  readOnly: maybe(fc.boolean()),
  trouble: maybe(fc.constantFrom("io", "disk-full")),
  untold: maybe(fc.nat(2)),
  barredUntil: maybe(moment),
});

const pages: fc.Arbitrary<PageModel> = fc.record({
  title: text,
  section: maybe(fc.constantFrom("work", "portfolio", "policy", "ledger", "people")),
  crumbs: maybe(fc.array(fc.record({ text, href: text }), { maxLength: 3 })),
  eyebrow: maybe(fc.array(content, { maxLength: 3 })),
  lead: maybe(content),
  errors: maybe(fc.record({ title: text, errors: fc.array(fc.record({ text, href: text }), { maxLength: 3 }) })),
  refusal: maybe(
    fc.record({ title: text, reasons: fc.array(text, { maxLength: 2 }), kept: text }),
  ) as fc.Arbitrary<never>,
  notice: maybe(content),
  withheld: maybe(text),
  asOfHref: maybe(text),
  ownHead: maybe(fc.boolean()),
  bodyClass: maybe(text),
});

describe("the frame with its holes filled", () => {
  it("is what its template writes, whatever the page and the visit say", () => {
    fc.assert(
      fc.property(visits, pages, fc.constantFrom(...locales), text, (visit, page, locale, words) => {
        const body = new Html(`<p>${words.replaceAll("<", "")}</p>`);
        const model = chrome(views.languages.of(locale), visit, page);
        const { text: whole } = views.part("layouts/page", locale, { ...model, body });
        const [before = "", , after = ""] = views.pieces("pages/error/503", { locale, visit, page, model: {} });
        expect(`${String(before)}${body.text}${String(after)}`).toBe(whole);
      }),
      { numRuns: 400 },
    );
  });

  it("is written out by the template once for each shape, and keeps no text of one page for another", () => {
    let written = 0;
    const frame = createFrame((model) => {
      written += 1;
      const { title, items, body } = model as { title: Html; items: readonly Html[]; body: Html };
      return `<h1>${title.text}</h1>${items.map((item) => item.text).join()}${body.text}<p>${title.text}</p>`;
    });
    const filled = [
      frame({ title: "Ann's", items: ["1", "2"] }),
      frame({ title: "Bob's <b>", items: ["3", "4"] }),
      frame({ title: "Bob's", items: ["3"] }),
    ];
    expect(filled.map(({ before }) => before)).toEqual([
      "<h1>Ann&#x27;s</h1>1,2",
      "<h1>Bob&#x27;s &lt;b&gt;</h1>3,4",
      "<h1>Bob&#x27;s</h1>3",
    ]);
    expect(filled.map(({ after }) => after)).toEqual([
      "<p>Ann&#x27;s</p>",
      "<p>Bob&#x27;s &lt;b&gt;</p>",
      "<p>Bob&#x27;s</p>",
    ]);
    expect(written).toBe(2);
  });
});
