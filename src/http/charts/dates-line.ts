import type { Day } from "../../domain/words/text.ts";
import { Html, html } from "../view/html.ts";
import { anchorAt, at, percent, place } from "./svg.ts";

/** What a line of dates reaches over. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
  readonly today: Day;
}

export interface DateMark {
  readonly on: Day;
  /** Said when pointed at; in words it stands beside the line. */
  readonly label: string;
}

/**
 * Dates of one thing: late ones as diamonds, those to come as discs, and an arrow where there are more beyond the end.
 * It says nothing by itself: its dates stand beside it in words.
 */
export function datesLine(span: Span, dates: readonly DateMark[]): Html {
  const within = dates.filter(({ on }) => on <= span.to);
  const marks = within.map(({ on, label }) => {
    const shape =
      on < span.today
        ? html`<g class="is-unmet"><title>${label}</title><path class="c-dot" d="M0 -6L6 0L0 6L-6 0Z" /></g>`
        : html`<g><title>${label}</title><circle class="c-dot" r="4.5" /></g>`;
    return at(xOf(span, on), 12, shape.text);
  });
  const beyond = within.length < dates.length ? '<path class="c-arrow" d="M-8 -4L0 0L-8 4Z"/>' : "";
  return html`<svg class="c c-dates" height="24" aria-hidden="true">
    <line class="c-axis" x1="0" x2="100%" y1="12" y2="12" />
    ${today(span, 0)}${raw(marks.join(""))}${raw(beyond === "" ? "" : at(100, 12, beyond))}
  </svg>`;
}

/** Above them, with the months. */
export function datesAxis(span: Span, ticks: readonly { readonly on: Day; readonly text: string }[]): Html {
  return html`<svg class="c c-dates" height="24" aria-hidden="true">
    ${today(span, 17)}${ticks.map(({ on, text }) => {
      const x = xOf(span, on);
      return html`<line class="c-axis" x1="${percent(x)}" x2="${percent(x)}" y1="18" y2="24" /><text
          class="${anchorAt(x)}"
          x="${percent(x)}"
          y="13"
          >${text}</text
        >`;
    })}
  </svg>`;
}

function today(span: Span, from: number): Html {
  const x = percent(xOf(span, span.today));
  return html`<line class="c-floor" x1="${x}" x2="${x}" y1="${from}" y2="24" />`;
}

const raw = (svg: string): Html => new Html(svg);

const dayNumber = (day: Day): number => Date.parse(day) / 86_400_000;

/** Held at the ends. */
const xOf = ({ from, to }: Span, on: Day): number => place(dayNumber(on), dayNumber(from), dayNumber(to));
