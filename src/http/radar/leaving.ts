import { zipOf } from "../../application/documents/zip.ts";
import type { RadarFormat } from "../../domain/radar/radar-entry.ts";
import { toAoe, toBackstage, toByor, toZalando } from "../../domain/radar/write.ts";
import type { LeavingRadar } from "../../domain/radar/write.ts";
import type { Language } from "../view/languages.ts";
import type { RadarAsked } from "./asked.ts";
import { addressOf } from "./drawing.ts";
import type { RadarDots } from "./dots.ts";
import type { RadarNames } from "./table.ts";
import { boundText, moveText } from "./words.ts";

/** A radar as a file of another program. */
export interface RadarFile {
  readonly name: string;
  readonly type: string;
  readonly content: string | Buffer;
}

export const radarFormats: readonly RadarFormat[] = ["byor", "zalando", "aoe", "backstage"];

export function radarAs(format: RadarFormat, radar: LeavingRadar): RadarFile {
  const name = `radar-${radar.to}-${format}`;
  const asJson = (content: unknown): RadarFile => ({
    name: `${name}.json`,
    type: "application/json",
    content: `${JSON.stringify(content, null, 2)}\n`,
  });
  switch (format) {
    case "byor":
      return asJson(toByor(radar));
    case "zalando":
      return asJson(toZalando(radar));
    case "backstage":
      return asJson(toBackstage(radar));
    case "aoe": {
      const files = toAoe(radar).map(({ path, text }) => [path, Buffer.from(text)] as const);
      return { name: `${name}.zip`, type: "application/zip", content: zipOf(new Map(files)) };
    }
    default:
      return format satisfies never;
  }
}

/** The dots as other programs take them: what rings and movement rest on goes along as the description. */
export function leavingRadar(
  language: Language,
  { dots, sectors }: RadarDots,
  { asked, names, origin }: { readonly asked: RadarAsked; readonly names: RadarNames; readonly origin: string },
): LeavingRadar {
  const { t } = language;
  const nameOf = new Map(
    sectors.map(({ key, name, others }) => [key, others ? t("radar:others") : name || t("radar:title")]),
  );
  return {
    title: t("radar:title"),
    from: asked.from,
    to: asked.to,
    sectors: [...nameOf.values()],
    entries: dots.map(({ row, move, evidence, decision, sector }) => ({
      id: row.slug,
      name: inOneLine(row.name),
      ring: move.now.ring,
      sector: inOneLine(nameOf.get(sector) ?? ""),
      movement: move.movement,
      before: move.before?.ring ?? null,
      description: inOneLine(
        language.format.list([moveText(language, move), boundText(language, names.policy, evidence)]),
      ),
      link: `${origin}${addressOf({ row, decision })}`,
    })),
  };
}

const inOneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();
