import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publishDefaultPolicy } from "../../src/application/default-policy.ts";
import { addPerson } from "../../src/application/people/add-person.ts";
import { openServices } from "../../src/application/open-services.ts";
import { dossierCommand } from "../../src/cli/dossier.ts";
import { readConfig } from "../../src/config.ts";
import { version } from "../../src/application/version.ts";
import { scenesNamed, startDemo } from "../support/demo.ts";
import type { DemoSite } from "../support/demo.ts";
import { markupOf } from "../support/zipped.ts";
import { pagesOfPdf } from "../support/pdf-text.ts";

let demo: DemoSite;
let folder: string;
const at = "/technologies/permit-reply-assistant/gates";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-dossier-"));
  demo = await startDemo(scenesNamed("Permit reply assistant"));
}, 300_000);
afterAll(async () => {
  await demo.stop();
  rmSync(folder, { recursive: true });
});

async function verified(pdf: Buffer, dataDir = demo.folder) {
  const file = join(folder, "dossier.pdf");
  writeFileSync(file, pdf);
  const out: string[] = [];
  const io = { out: (line: string) => out.push(line), err: (line: string) => out.push(line), timeZone: "UTC" };
  const config = readConfig({ TOUCHSTONE_DATA: dataDir, TOUCHSTONE_LOG_LEVEL: "silent" });
  const status = await dossierCommand(["verify", file], { ...io, outSlowly: () => Promise.resolve() }, config);
  return { status, out: out.join("\n") };
}

const pdfFor = async (who: string, path = `${at}/admission/dossier.pdf`, language = "en"): Promise<Buffer> =>
  (await (await demo.as(who)).get(path, { "Accept-Language": language })).bytes;

describe("touchstone dossier verify", () => {
  it.each(["admission", "completion", "rollout"])(
    "accepts what it made of the gate %s, in both languages",
    async (gate) => {
      for (const language of ["en", "zh-CN"]) {
        const { status, out } = await verified(await pdfFor("auditor", `${at}/${gate}/dossier.pdf`, language));
        expect(out).toContain(`permit-reply-assistant/${gate}, as of entry`);
        expect(out).toContain("same: every byte");
        expect(status).toBe(0);
      }
    },
  );

  it("accepts what it made of a past in which the gate was open, and papers of a meeting", async () => {
    const query = "?gate=permit-reply-assistant/admission&gate=permit-reply-assistant/rollout";
    expect(
      (
        await verified(
          await pdfFor("auditor", `${at}/rollout/dossier.pdf?asOf=${(await demo.services.ledger.head()).position - 6}`),
        )
      ).status,
    ).toBe(0);
    expect((await verified(await pdfFor("auditor", `/meeting-papers.pdf${query}`))).status).toBe(0);
  });

  it("accepts it in another process, later, whoever is here by then", async () => {
    const file = join(folder, "elsewhere.pdf");
    writeFileSync(file, await pdfFor("auditor"));
    const before = (await demo.services.ledger.head()).position;
    const by = { actor: { id: "system", roles: [] }, role: "system", commandId: randomUUID() } as const;
    const newcomer = {
      name: "A Newcomer",
      email: "new@demo.invalid",
      roles: ["approver"],
      department: "water",
    } as const;
    await addPerson(demo.services, { ...by, ...newcomer });
    expect((await demo.services.ledger.head()).position).toBeGreaterThan(before);
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(import.meta.dirname, "../../src/cli.ts"), "dossier", "verify", file],
      {
        encoding: "utf8",
        env: { ...process.env, TOUCHSTONE_DATA: demo.folder },
      },
    );
    expect(stdout).toContain("same: every byte");
    expect(status).toBe(0);
  });

  it("refuses one flipped byte, wherever it stands", async () => {
    const pdf = await pdfFor("auditor");
    for (const place of [20, Math.floor(pdf.length / 3), Math.floor(pdf.length / 2), pdf.length - 8]) {
      const altered = Buffer.from(pdf);
      altered[place] = (altered[place] ?? 0) ^ 1;
      expect((await verified(altered)).status, String(place)).not.toBe(0);
    }
    expect((await verified(Buffer.concat([pdf, Buffer.from("\n")]))).out).toContain("bytes of this file are others");
  });

  it("says of a file of another version that it cannot tell, rather than that it was changed", async () => {
    const made = (await pdfFor("auditor")).toString("latin1");
    expect(made).toContain(`touchstone-dossier-2 ${version()} `);
    const older = made.replaceAll(`touchstone-dossier-2 ${version()} `, `touchstone-dossier-2 0.9.9 `);
    const named = await verified(Buffer.from(older, "latin1"));
    expect(named).toMatchObject({
      status: 2,
      out: expect.stringContaining(`(0.9.9; this is ${version()})`) as unknown,
    });
    const unnamed = made.replaceAll(`touchstone-dossier-2 ${version()} `, "touchstone-dossier-1 ");
    expect(await verified(Buffer.from(unnamed, "latin1"))).toMatchObject({
      status: 2,
      out: expect.stringContaining("before 0.12.0") as unknown,
    });
  });

  it("refuses it before another ledger, and a file that is none", async () => {
    const other = mkdtempSync(join(tmpdir(), "touchstone-other-"));
    const services = await openServices(readConfig({ TOUCHSTONE_DATA: other, TOUCHSTONE_LOG_LEVEL: "silent" }));
    await publishDefaultPolicy(services);
    await services.close();
    const refused = await verified(await pdfFor("auditor"), other);
    expect(refused).toMatchObject({
      status: 1,
      out: expect.stringContaining("no such entry or technology") as unknown,
    });
    expect(await verified(Buffer.from("%PDF-1.7 nothing"))).toMatchObject({ status: 2 });
    rmSync(other, { recursive: true });
  });

  it("prints the digest of what it says on the last page", async () => {
    const pages = pagesOfPdf(await pdfFor("auditor"));
    const [, digest] = /<pdf:Keywords>[^<]* ([0-9a-f]{64})</.exec((await pdfFor("auditor")).toString("latin1")) ?? [];
    expect(pages.at(-1)?.replace(/\s/g, "")).toContain(digest);
  });
});

describe("what somebody typed", () => {
  const hostile =
    '#read("/etc/passwd") #import "@preview/x:0.1.0" $1$ <b>&amp;</b> *x* \\ ]} \u202e \ud83d\ude00 ﷽ \u{20000}';

  it("stays text in every form", async () => {
    const planner = await demo.as("planner");
    const asked = await planner.post("/technologies/permit-reply-assistant/questions", {
      to: "approvers",
      about: "rollout",
      text: hostile,
    });
    expect(asked.status).toBe(303);
    const pdf = pagesOfPdf(await pdfFor("auditor", `${at}/rollout/dossier.pdf`))
      .join("")
      .replace(/\s/g, "");
    expect(pdf).toContain('#read("/etc/passwd")#import"@preview/x:0.1.0"$1$<b>&amp;</b>*x*\\]}');
    expect(pdf).not.toContain("root:");
    const docx = markupOf((await (await demo.as("auditor")).get(`${at}/rollout/dossier.docx`)).bytes);
    expect(docx).toContain(
      "#read(&quot;/etc/passwd&quot;) #import &quot;@preview/x:0.1.0&quot; $1$ &lt;b&gt;&amp;amp;&lt;/b&gt;",
    );
    expect((await verified(await pdfFor("auditor", `${at}/rollout/dossier.pdf`))).status).toBe(0);
  });

  it("is withheld from those it is not for, whose document is checked as they had it", async () => {
    const pdf = await pdfFor("planner3", `${at}/admission/dossier.pdf`);
    const whole = await pdfFor("auditor", `${at}/admission/dossier.pdf`);
    expect(pdf.equals(whole)).toBe(false);
    expect(pagesOfPdf(pdf).join("")).toContain("withheld");
    expect((await verified(pdf)).status).toBe(0);
  });
});
