import { html, Html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { path, rings } from "./runs.ts";

export type PipelineStage = {
  readonly name: string;
  readonly href: string;
  /** All technologies of the stage; the others are parts of it of which none stands in two. */
  readonly count: number;
  readonly waiting: number;
  readonly held: number;
  readonly late: number;
  /** The gate behind the stage and how many wait at it. */
  readonly gate?: { readonly name: string; readonly waiting: number } | undefined;
};

/** Where everything is: one mark is one technology, gates stand between the stages. */
export function pipeline(language: Language, stages: readonly PipelineStage[]): Html {
  const scale = scaleOf(stages);
  return html`<ol class="ts-pipe">
      ${stages.map((stage) => stageOf(language, stage, scale))}
    </ol>
    ${legend(language, scale)}`;
}

const mostMarks = 40;

/** One mark stands for 1, 10, 100 … technologies, the same in every stage, so that no stage has more than forty. */
export function scaleOf(stages: readonly PipelineStage[]): number {
  const most = Math.max(0, ...stages.map(({ count }) => count));
  let scale = 1;
  while (most / scale > mostMarks) scale *= 10;
  return scale;
}

type Unit = "on-time" | "waits" | "held" | "late";

/** Every kind that occurs has at least one mark. */
export function unitsOf({ count, waiting, held, late }: PipelineStage, scale: number): Unit[] {
  const marks = (n: number): number => (n === 0 ? 0 : Math.max(1, Math.round(n / scale)));
  const of = (unit: Unit, n: number): Unit[] => Array.from({ length: marks(n) }, () => unit);
  return [
    ...of("on-time", Math.max(0, count - waiting - held - late)),
    ...of("waits", waiting),
    ...of("held", held),
    ...of("late", late),
  ];
}

function stageOf({ t, format }: Language, stage: PipelineStage, scale: number): Html {
  const { count, waiting, held, late } = stage;
  const label = t(held === 0 ? "charts:pipeline.stage" : "charts:pipeline.stageHeld", { count, waiting, held, late });
  const gate = stage.gate;
  const behind =
    gate === undefined
      ? ""
      : html`<span class="ts-pipe__gate"
          ><svg class="ts-pipe__mark" viewBox="0 0 14 14" aria-hidden="true">
            <path class="${gate.waiting > 0 ? "gate-now" : "gate-open"}" d="M7 1l6 6-6 6-6-6z" /></svg
          ><span>${gate.name}</span>
          <span
            >${gate.waiting > 0 ? t.html("charts:pipeline.waiting", { count: gate.waiting }) : t("charts:pipeline.none")}</span
          ></span
        >`;
  return html`<li class="ts-pipe__stage">
    <a href="${stage.href}"
      ><span class="ts-pipe__name">${stage.name}</span><span class="ts-pipe__n">${format.number(stage.count)}</span
      ><span class="ts-pipe__units">${units(unitsOf(stage, scale), label)}</span></a
    >${behind}
  </li>`;
}

const [size, gap, columns] = [11, 4, 5];
const step = size + gap;

function units(list: readonly Unit[], label: string): Html {
  const rows = Math.ceil(list.length / columns);
  return html`<svg
    class="c-units"
    width="${columns * step}"
    height="${Math.max(rows, 1) * step}"
    role="img"
    aria-label="${label}"
  >
    ${new Html(kinds.map((unit) => runOf(unit, list.indexOf(unit), list.lastIndexOf(unit))).join(""))}
  </svg>`;
}

const kinds: readonly Unit[] = ["on-time", "waits", "held", "late"];

/** Marks of one kind follow each other: a line a row whose dashes they are, and all lines one path. */
function runOf(unit: Unit, first: number, last: number): string {
  if (first < 0) return "";
  let d = "";
  for (let from = first, to = 0; from <= last; from = to) {
    to = Math.min(last + 1, from - (from % columns) + columns);
    d += linesOf[unit]((from % columns) * step, Math.floor(from / columns) * step, to - from);
  }
  return unit === "waits" ? rings("c-unit-waits", d) : path(classes[unit], d);
}

const classes = { "on-time": "c-unit-run", held: "c-unit-held", late: "c-unit-late" } as const;

const linesOf: Readonly<Record<Unit, (x: number, y: number, count: number) => string>> = {
  "on-time": (x, y, count) => `M${x} ${y + size / 2}h${count * step}`,
  waits: (x, y, count) => `M${x + size / 2} ${y + size / 2}h${(count - 1) * step + 1}`,
  held: (x, y, count) => Array.from({ length: count }, (_, n) => bars(x + n * step, y)).join(""),
  late: (x, y, count) =>
    Array.from({ length: count }, (_, n) => `M${x + n * step + size / 2} ${y - 0.5}l6 6l-6 6l-6 -6z`).join(""),
};

const bars = (x: number, y: number): string => `M${x + 1} ${y}h3v11h-3zM${x + 7} ${y}h3v11h-3z`;

function legend({ t }: Language, scale: number): Html {
  return html`<div class="ts-legend" aria-hidden="true">
    <span
      ><svg width="11" height="11"><rect class="c-unit" width="11" height="11" /></svg
      >${t("charts:pipeline.unit", { count: scale })}</span
    ><span
      ><svg width="11" height="11"><circle class="c-unit-wait" cx="5.5" cy="5.5" r="4.5" /></svg
      >${t("charts:pipeline.waits")}</span
    ><span
      ><svg width="11" height="11"><path class="c-unit-held" d="${bars(0, 0)}" /></svg
      >${t("charts:pipeline.held")}</span
    ><span
      ><svg width="12" height="12"><path class="c-unit-late" d="M6 0l6 6l-6 6l-6 -6z" /></svg
      >${t("charts:pipeline.late")}</span
    >
  </div>`;
}
