import type { StepModel, StepsModel } from "../view/components.ts";
import { Html } from "../view/html.ts";

const diamond = "M10 1L19 10L10 19L1 10Z";
const frame = (inside: string): Html =>
  new Html(`<svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">${inside}</svg>`);

/** Gates are diamonds: filled with a tick when passed, outlined in blue now, open ahead. Stages are the lines between. */
const marks: Readonly<Record<StepModel["state"], Html>> = {
  done: frame(`<path class="gate-done" d="${diamond}"/><path class="gate-tick" d="M6.5 10.2l2.4 2.4 4.6-5"/>`),
  now: frame(`<path class="gate-now" d="${diamond}"/>`),
  todo: frame(`<path class="gate-open" d="${diamond}"/>`),
};

/** For components/steps. The first step that is `now` is the current one. */
export function stepper(label: string, steps: readonly StepModel[]): StepsModel {
  const current = steps.findIndex(({ state }) => state === "now");
  return {
    label,
    steps: steps.map((step, i) => ({
      ...step,
      current: i === current,
      ...(step.kind === "gate" && { mark: marks[step.state] }),
    })),
  };
}
