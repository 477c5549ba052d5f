import type { Request, Response } from "express";
import { z } from "zod";
import type { GateQuality } from "../../../application/simulation/quality.ts";
import { QUALITY_PILOTS } from "../../../application/simulation/quality.ts";
import { tiers } from "../../../domain/words/tier.ts";
import { scoringVersion } from "../../../domain/scoring/method-version.ts";
import { SEED } from "../../../domain/simulation/tally.ts";
import { csvDownload } from "../../charts/downloads.ts";
import type { Deps } from "../../deps.ts";
import { notFound } from "../../faults.ts";
import { blankForm } from "../../forms/form.ts";
import type { Form } from "../../forms/form.ts";
import { requiredText } from "../../forms/fields.ts";
import { hiddenOf } from "../../forms/show.ts";
import { done, render } from "../../page.ts";
import type { Content } from "../../view/html.ts";
import type { Language } from "../../view/languages.ts";
import { queryValue } from "../../request-values.ts";
import { languageOf } from "../../visitor.ts";
import { versionOf } from "../policy-page.ts";
import { shareText } from "../simulator/words.ts";
import { csvTable, tierTable } from "./tables.ts";

export const makeSchema = z.object({ policy: requiredText(9) });

/** `/policy/quality`: how often the gate passes, fails and leaves open what is good, decent, or exactly at a floor. */
export function qualityPages({ services }: Deps) {
  const { views, gateQualities } = services;
  const policyOf = (version: string | undefined) =>
    version === undefined ? views.policies.current() : (views.policies.version(versionOf(version)) ?? notFound());
  return {
    async show(req: Request, res: Response): Promise<void> {
      const policy = policyOf(queryValue(req, "policy"));
      const newest = views.policies.current().version;
      if (policy.version === newest) gateQualities.follow();
      const quality = gateQualities.of(policy);
      const language = languageOf(res);
      const { t } = language;
      const all = csvTable(language, policy, quality.rows);
      await render(
        res,
        "pages/policy/quality",
        {
          title: t("quality:title"),
          section: "policy",
          crumbs: [{ text: t("policy:title"), href: "/policy" }],
          eyebrow: [t("policy:version", { version: policy.version })],
          lead: leadOf(language, quality),
        },
        {
          progress: progressOf(language, quality, `/policy/quality?policy=${policy.version}`),
          start:
            quality.done < quality.rows.length && !quality.making
              ? { hidden: [...hiddenOf(blankForm()), { name: "policy", value: String(policy.version) }] }
              : null,
          tiers: (quality.done === 0 ? [] : tiers).map((tier) => ({
            id: `tier-${tier}`,
            title: t("words:impactTier", { tier: t(`words:tier.${tier}`) }),
            samples: t("quality:samples"),
            href: `/policy/simulator?policy=${policy.version}&tier=${tier}`,
            table: tierTable(language, policy, tier, quality.rows),
          })),
          downloads: quality.done === 0 ? [] : [csvDownload(`gate-quality-policy-${policy.version}`, all)],
          note: t("quality:note", { seed: SEED, method: scoringVersion, pilots: QUALITY_PILOTS }),
          versions: views.policies
            .all()
            .filter((version) => version.policy.version !== policy.version)
            .map((entry) => ({
              text: t("policy:version", { version: entry.policy.version }),
              href: `/policy/quality?policy=${entry.policy.version}`,
            })),
        },
      );
    },

    /** Simulates what is missing; whoever asks for what is under way finds it. */
    make(_req: Request, res: Response, form: Form<z.output<typeof makeSchema>>): void {
      if (!form.valid) return notFound();
      const policy = policyOf(form.values.policy);
      gateQualities.make(policy);
      done(res, `/policy/quality?policy=${policy.version}`);
    },
  };
}

/** The least a good technology passes, and the most that one at a floor does, over tiers and profiles. */
function leadOf(language: Language, { rows, done: ready }: GateQuality): Content {
  const { t } = language;
  if (ready < rows.length) return t("quality:leadMaking");
  const shares = rows.flatMap(({ truth, tallies }) =>
    tallies === null
      ? []
      : [tallies.calm, tallies.rough].map(({ outcomes, pilots }) => ({
          truth,
          pass: outcomes.pass / pilots,
          fail: outcomes.fail / pilots,
        })),
  );
  const good = shares.filter(({ truth }) => truth === "good");
  const floors = shares.filter(({ truth }) => truth !== "good" && truth !== "decent");
  return t.html("quality:lead", {
    good: shareText(language, Math.min(...good.map(({ pass }) => pass))),
    floor: shareText(language, Math.max(0, ...floors.map(({ pass }) => pass))),
    fail: shareText(language, Math.max(...good.map(({ fail }) => fail))),
  });
}

function progressOf({ t }: Language, { rows, done: ready, making }: GateQuality, href: string) {
  if (ready === rows.length) return null;
  return {
    text: t(making ? "quality:making" : "quality:notMade", { done: ready, of: rows.length }),
    ...{ done: ready, of: rows.length, making, href },
  };
}
