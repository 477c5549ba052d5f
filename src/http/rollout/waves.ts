import type { Wave } from "../../domain/technology/state/rollout.ts";
import { waveWidths } from "../charts/waves.ts";
import { namedTerm } from "../say/term.ts";
import { textShown } from "../say/text.ts";
import { html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import { tag } from "../view/tag.ts";
import type { TagModel } from "../view/components.ts";
import { isTakenBack } from "./taken-back.ts";
import type { RolloutParts } from "./rollout-parts.ts";

export type WavesSection = {
  readonly title: string;
  readonly aside: Content;
  readonly waves: readonly {
    readonly title: string;
    readonly state: "done" | "held" | "open" | "todo";
    readonly width: string;
    readonly tag: TagModel;
    readonly sub: string;
    readonly text: Content;
  }[];
  /** The one step that is open now. */
  readonly step: { readonly action: string; readonly text: string } | null;
};

export function wavesModel(parts: RolloutParts): WavesSection | null {
  const { technology, language, row, open } = parts;
  const { t, format } = language;
  const { rollout } = technology;
  if (rollout === null || rollout.waves.length === 0) return null;
  const widths = waveWidths(rollout.waves.map(({ reach }) => reach));
  const drill = rollout.drills.at(-1);
  const running = rollout.waves.find(({ state }) => state === "open");
  const next = rollout.waves.find(({ state }) => state === "planned");
  const step =
    running !== undefined && open.includes("CompleteWave")
      ? {
          action: `/technologies/${row.slug}/rollout/waves/${running.number}/completion`,
          text: t("rollout:wave.complete", { number: running.number }),
        }
      : running === undefined && next !== undefined && open.includes("OpenWave")
        ? {
            action: `/technologies/${row.slug}/rollout/waves/${next.number}/opening`,
            text: t("rollout:wave.open", { number: next.number }),
          }
        : null;
  return {
    title: t("rollout:waves.title", { count: rollout.waves.length }),
    aside: html`${
      drill === undefined
        ? t("rollout:waves.noDrill")
        : t("rollout:waves.drill", { day: format.date(drill.on), minutes: drill.minutes, count: drill.minutes })
    }
    ${namedTerm(language, "wave")}`,
    waves: rollout.waves.map((wave, at) => ({ ...waveModel(parts, wave), width: widths[at] ?? "w-1" })),
    step,
  };
}

function waveModel(
  { technology, language, words }: RolloutParts,
  wave: Wave,
): Omit<WavesSection["waves"][number], "width"> {
  const { t, format } = language;
  const held = wave.state === "open" && technology.rollout?.hold != null;
  const over = technology.rollout !== null && isTakenBack(technology.rollout);
  const state = wave.state === "complete" ? "done" : held ? "held" : wave.state === "open" ? "open" : "todo";
  const glyphs = { done: "met", held: "held", open: "waits", todo: "closed" } as const;
  const word = wave.state === "rolled-back" ? "back" : over ? "never" : state;
  return {
    title: t("rollout:wave.title", { number: wave.number }),
    state,
    tag: tag(t, wave.state === "rolled-back" ? "withdrawn" : glyphs[state], t(`rollout:wave.state.${word}`)),
    sub: `${t(`rollout:wave.${over ? word : wave.openedAt === null ? "planned" : "since"}`, { day: format.dateShort(wave.openedAt ?? wave.startsOn) })} · ${t("rollout:wave.reach", { count: wave.reach })}`,
    text: textShown(language, words.get(wave.name)),
  };
}
