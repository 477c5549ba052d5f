import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../../src/app.ts";
import { NotTypeset, openTypesetter } from "../../../src/application/documents/pdf.ts";
import type { Typesetter } from "../../../src/application/documents/pdf.ts";
import { password, scenesNamed, startDemo } from "../../support/demo.ts";
import type { DemoSite } from "../../support/demo.ts";
import { browser } from "../../support/http.ts";
import type { Browser } from "../../support/http.ts";
import { figuresOfPdf, pagesOfPdf } from "../../support/pdf-text.ts";
import { partsOf } from "../../support/zipped.ts";

let demo: DemoSite;
let auditor: Browser;
beforeAll(async () => {
  demo = await startDemo(scenesNamed("Permit reply assistant", "Hospital appointment exchange"));
  auditor = await demo.as("auditor");
}, 300_000);
afterAll(async () => demo.stop());

const squeezed = (text: string): string => text.replace(/[\s\u00a0\u200b]+/g, "");

/** The pieces of text of a dossier's page between one mark of its markup and the next, as its reader sees them. */
function saidOnPage(html: string): readonly string[] {
  const [, article = ""] = /<article class="ts-dossier">([\s\S]*?)<\/article>/.exec(html) ?? [];
  return (
    article
      .replace(/<header[\s\S]*?<\/header>/, "")
      // A drawing: what it says stands beside it, and its rows as a table in the documents.
      .replace(/<div class="row hdr">[\s\S]*?<\/div>/g, "")
      .replace(/<(svg|text|g)\b(?:(?!<\1\b)[\s\S])*?<\/\1>/g, "")
      .replace(/<svg[\s\S]*?<\/svg>/g, "")
      .replaceAll("&nbsp;", "\u00a0")
      .split(/<[^>]+>/)
      .map((piece) =>
        piece.replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex?: string, figures?: string) =>
          String.fromCodePoint(hex === undefined ? Number(figures) : parseInt(hex, 16)),
        ),
      )
      .map((piece) =>
        piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
      )
      .map(squeezed)
      .filter((piece) => piece !== "")
  );
}

const textOfDocx = (bytes: Buffer): string =>
  (partsOf(bytes).get("word/document.xml") ?? "")
    .replace(/<[^>]+>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");

/** Without the line at the foot of each page, whose place depends on where a page ends. */
function textOfPdf(bytes: Buffer): string {
  const pages = pagesOfPdf(bytes).map(squeezed);
  return pages
    .map((page, n) =>
      page.replace(new RegExp(`.{0,200}?${n + 1}/${pages.length}$`), (foot) =>
        foot.slice(0, -`${n + 1}/${pages.length}`.length),
      ),
    )
    .join("");
}

const gates = [
  "permit-reply-assistant/gates/admission",
  "permit-reply-assistant/gates/completion",
  "permit-reply-assistant/gates/rollout",
  "hospital-appointment-exchange/gates/rollout",
];

describe.each(["en", "zh-CN"])("a dossier in %s", (language) => {
  const headers = { "Accept-Language": language };
  it.each(gates)("says the same as page, PDF and DOCX: %s", { timeout: 60_000 }, async (gate) => {
    const at = `/technologies/${gate}/dossier`;
    const page = await auditor.get(at, headers);
    const moment = /dossier\.docx([^"]*)"/.exec(page.html)?.[1] ?? "";
    const [pdf, docx] = [
      await auditor.get(`${at}.pdf${moment}`, headers),
      await auditor.get(`${at}.docx${moment}`, headers),
    ];
    expect([page.status, pdf.status, docx.status]).toEqual([200, 200, 200]);
    const said = { pdf: textOfPdf(pdf.bytes), docx: squeezed(textOfDocx(docx.bytes)) };
    const pieces = saidOnPage(page.html);
    expect(pieces.length).toBeGreaterThan(30);
    for (const [kind, text] of Object.entries(said))
      expect(
        pieces.filter((piece) => !text.includes(piece)),
        kind,
      ).toEqual([]);
    // And neither says much beside it: the heads of the table, the digest, the feet of the pages.
    for (const text of Object.values(said)) expect(text.length).toBeLessThan(pieces.join("").length + 1500);
    expect(pdf.bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.bytes.toString("latin1")).toContain("<pdfuaid:part>1</pdfuaid:part>");
  });
});

it("draws each interval beside its floor, with its sentence for whoever hears it", { timeout: 60_000 }, async () => {
  const at = `/technologies/${gates[3]}/dossier`;
  const page = await auditor.get(at);
  const moment = /dossier\.docx([^"]*)"/.exec(page.html)?.[1] ?? "";
  const sentences = [
    ...page.html.matchAll(/<svg class="c[^"]*" height="(?:26|22)" role="img" aria-label="([^"]*)"/g),
  ].map(([, label = ""]) => label.replaceAll("&nbsp;", "\u00a0"));
  expect(sentences.length).toBeGreaterThan(10);
  const docx = partsOf((await auditor.get(`${at}.docx${moment}`)).bytes);
  const document = docx.get("word/document.xml") ?? "";
  const alternatives = [...document.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, text = ""]) => text);
  expect(alternatives).toEqual(sentences);
  const media = [...docx.keys()].filter((name) => name.startsWith("word/media/"));
  expect(media.filter((name) => name.endsWith(".svg")).length).toBe(media.length / 2);
  expect(figuresOfPdf((await auditor.get(`${at}.pdf${moment}`)).bytes)).toBe(sentences.length);
});

it("is the same bytes each time", async () => {
  const at = `/technologies/${gates[0]}/dossier`;
  for (const kind of ["pdf", "docx"]) {
    const hashes = [];
    for (let n = 0; n < 2; n += 1)
      hashes.push(
        createHash("sha256")
          .update((await auditor.get(`${at}.${kind}?upTo=200`)).bytes)
          .digest("hex"),
      );
    expect(new Set(hashes).size, kind).toBe(1);
  }
});

describe("a PDF that is late, or cannot be set", () => {
  const broken: Typesetter = { available: true, pdf: () => Promise.reject(new NotTypeset("failed", "error: x")) };
  it.each([
    ["late", openTypesetter(true, 1), "en", "longer than anybody should wait"],
    ["late", openTypesetter(true, 1), "zh-CN", "耗时过长"],
    ["failed", broken, "en", "could not be set"],
  ] as const)("has a page of its own: %s in %#", async (_, typesetter, language, why) => {
    const own = browser(createApp(demo.services, demo.services.config, { typesetter }));
    await own.post("/sign-in", { email: "auditor@demo.invalid", password });
    const at = `/technologies/${gates[0]}/dossier`;
    const answer = await own.get(`${at}.pdf?upTo=200`, { "Accept-Language": language });
    expect(answer.status).toBe(503);
    expect(answer.text).toContain(why);
    for (const way of [`${at}?upTo=200`, `${at}.docx?upTo=200`, `${at}.pdf?upTo=200`]) {
      expect(answer.html.replaceAll("&#x3D;", "=")).toContain(`href="${way}"`);
      if (!way.includes(".pdf")) expect((await own.get(way)).status).toBe(200);
    }
    const papers = "/meeting-papers.pdf?gate=permit-reply-assistant/rollout";
    expect((await own.get(papers, { "Accept-Language": language })).text).toContain(why);
  });
});

describe("meeting papers", () => {
  const papers = "/meeting-papers";
  const chosen = `?upTo=200&gate=${gates.slice(0, 2).join("&gate=").replaceAll("/gates/", "/")}`;

  it("begin with their title and each gate once, and are the same bytes each time", async () => {
    const pdf = (await auditor.get(`${papers}.pdf${chosen}`)).bytes;
    const [first = ""] = pagesOfPdf(pdf);
    expect(first).toMatch(/^Meeting papers/);
    expect(first.match(/Permit reply assistant: Admission gate/g)).toHaveLength(1);
    const docx = (await auditor.get(`${papers}.docx${chosen}`)).bytes;
    const contents = /<w:sdt>[\s\S]*?<\/w:sdt>/.exec(partsOf(docx).get("word/document.xml") ?? "")?.[0] ?? "";
    expect(contents).toContain("Permit reply assistant: Admission gate");
    // In the contents, and as the heading of its own page.
    expect(textOfDocx(docx).match(/Permit reply assistant: Admission gate/g)).toHaveLength(2);
    expect((await auditor.get(`${papers}.docx${chosen}`)).bytes.equals(docx)).toBe(true);
  });

  it.each(["en", "zh-CN"])("end on a page with the votes and what they can be checked by: %s", async (language) => {
    for (const gate of gates) {
      const at = `/technologies/${gate}/dossier.pdf`;
      const last = squeezed(pagesOfPdf((await auditor.get(at, { "Accept-Language": language })).bytes).at(-1) ?? "");
      expect(last, gate).toContain(language === "en" ? "Votes:" : "表决：");
      expect(last, gate).toContain("dossierverifyFILE");
    }
  });

  it("has no line that only leads elsewhere, nor a wide space behind a full-width mark", async () => {
    const at = `/technologies/${gates[2]}/dossier.docx`;
    const [english, chinese] = [await auditor.get(at), await auditor.get(at, { "Accept-Language": "zh-CN" })];
    expect(textOfDocx(english.bytes)).toContain("Worst risks");
    expect(textOfDocx(english.bytes)).not.toContain("See the risks");
    expect(textOfDocx(chinese.bytes)).not.toContain("查看");
    expect(textOfDocx(chinese.bytes)).toContain("可否由试点转入全面推广？");
    expect(textOfDocx(chinese.bytes)).not.toMatch(/[。？！；：，、）] /);
  });
});

it("is to be had where the typesetter is missing, but for the PDF, and says so", async () => {
  const app = createApp(demo.services, demo.services.config, { typesetter: openTypesetter(false) });
  const own = browser(app);
  await own.post("/sign-in", { email: "auditor@demo.invalid", password });
  const at = `/technologies/${gates[0]}/dossier`;
  const page = await own.get(at);
  expect(page.text).toContain("This server has no typesetter");
  expect(page.html).not.toContain("dossier.pdf");
  const refused = await own.get(`${at}.pdf`);
  expect([refused.status, refused.location]).toEqual([303, at]);
  const chosen = "/meeting-papers.pdf?gate=a/rollout&gate=b.pdf/rollout";
  expect((await own.get(chosen)).location).toBe(chosen.replace(".pdf", ""));
  expect((await own.get(`${at}.docx`)).status).toBe(200);
});
