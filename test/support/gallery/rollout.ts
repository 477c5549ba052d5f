import { guard } from "../../../src/http/charts/guard.ts";
import { waveWidths } from "../../../src/http/charts/waves.ts";
import { namedTerm } from "../../../src/http/say/term.ts";
import { tag } from "../../../src/http/view/tag.ts";
import { html } from "../../../src/http/view/html.ts";
import type { Html } from "../../../src/http/view/html.ts";
import type { Scene } from "./scene.ts";

/** A held rollout with its waves and guards. */
export function rolloutSections({ language, t, say, part, section }: Scene): Html {
  const widths = waveWidths([3, 4, 7, 10]);
  const waves = part("waves", {
    waves: (
      [
        ["done", "met", "Complete", "完成"],
        ["held", "held", "Held", "暂停"],
        ["todo", "closed", "Not open", "未开放"],
        ["todo", "closed", "Not open", "未开放"],
      ] as const
    ).map(([state, glyph, en, cn], i) => ({
      title: say(`Wave ${i + 1}`, `第${i + 1}批`),
      state,
      width: widths[i]!,
      tag: tag(t, glyph, say(en, cn)),
      sub: say("13 Oct to 2 Nov · 3 hospitals", "10月13日至11月2日 · 3家医院"),
      text: say("All guards within.", "各护栏均在限值内。"),
    })),
  });
  const series = Array.from({ length: 34 }, (_, i) => (i < 23 ? 97.9 + Math.sin(i) / 10 : 97.9 - (i - 23) * 0.25));
  const guards = part("guards", {
    term: namedTerm(language, "guard"),
    guards: (
      [
        ["unmet", "atLeast", series, 97],
        ["met", "atMost", series.map(() => 0.31), 1],
        ["unknown", "atLeast", series.map((_, i) => (i < 17 ? null : 3.9 - i / 100)), 3.8],
      ] as const
    ).map(([state, direction, values, limit]) => ({
      name: say("Answered within 800 ms", "800毫秒内应答"),
      tag: tag(t, state),
      value: "95.2 %",
      limit: say("limit ≥ 97.0", "限值 ≥ 97.0"),
      chart: guard({
        label: "guard",
        state,
        direction,
        values,
        limit,
        wave: { day: 14, text: say("wave 2, 3 Nov", "第2批，11月3日") },
        ...(state === "unmet" && { held: { day: 29, text: say("held 18 Nov", "11月18日暂停") } }),
        from: say("20 Oct", "10月20日"),
        to: say("22 Nov", "11月22日"),
      }),
    })),
  });

  return html`${part("held", { title: say("Held: the share answered within 800 ms fell below its limit", "暂停：800毫秒内应答的比例低于限值"), text: say("On five days of fresh evidence the share is 95.9 %, at least 95.2 %. The guard asks for at least 97.0 %.", "五天新证据中该比例为95.9%，不低于95.2%；护栏限值为97.0%。"), who: { title: say("Who has it", "由谁处理"), lines: [say("Operations, Health: cause and fix by 25 Nov", "卫生健康委运维：11月25日前查明并修复")] }, buttons: { filled: { text: say("Record fresh evidence", "上传新证据"), href: "#" }, quiet: [{ text: say("Propose to resume", "提议恢复"), href: "#" }] } })}
  ${section("s-waves", say("Four waves", "四个批次"), waves)}${section("s-guards", say("Guards", "护栏"), guards)}`;
}
