import type { Request } from "express";
import { feedbackSeverities } from "../../domain/policy/safeguards/feedback.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import { feedbackStates } from "../../projections/feedback/types.ts";
import type { FeedbackFilter } from "../../projections/feedback/types.ts";
import { blankForm } from "../forms/form.ts";
import { fieldsOf } from "../forms/show.ts";
import { queryValue } from "../request-values.ts";
import type { FeedbackPage } from "./page.ts";
import { categoryName } from "./words.ts";

/** Which messages the address asks for; what is none of the choices is left out. */
export function filterOf(req: Request, { row, technology }: FeedbackPage): FeedbackFilter {
  const asked = (name: string): string | undefined => {
    const value = queryValue(req, name);
    return value === undefined || value === "" ? undefined : value.slice(0, 200);
  };
  const { places = [], groups = [] } = technology.feedback.form ?? {};
  return {
    technology: row.id,
    state: feedbackStates.find((state) => state === asked("state")),
    severity: feedbackSeverities.find((severity) => severity === asked("severity")),
    category: asked("category"),
    place: places.find((place) => place === asked("place")),
    group: groups.find((group) => group === asked("group")),
  };
}

/** The list of a selection, from a place on. */
export const addressOf =
  (path: string, { technology: _, ...filter }: FeedbackFilter) =>
  (after?: string): string => {
    const pairs = Object.entries({ ...filter, after }).filter(
      (pair): pair is [string, string] => pair[1] !== undefined,
    );
    const query = new URLSearchParams(pairs).toString();
    return query === "" ? path : `${path}?${query}`;
  };

export function filterModel(
  { language, technology }: FeedbackPage,
  policy: Policy,
  filter: FeedbackFilter,
  action: string,
) {
  const { t } = language;
  const { places = [], groups = [] } = technology.feedback.form ?? {};
  const { state = "", severity = "", category = "", place = "", group = "" } = filter;
  const fields = fieldsOf(blankForm({ state, severity, category, place, group }), language);
  const select = (name: string, options: readonly { value: string; label: string }[]) =>
    fields.select(name, {
      label: t(`feedback:filter.${name}`),
      options: [{ value: "", label: t(`feedback:filter.any.${name}`) }, ...options],
    });
  const same = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  return {
    action,
    fields: [
      select(
        "state",
        feedbackStates.map((value) => ({ value, label: t(`feedback:filter.states.${value}`) })),
      ),
      select(
        "severity",
        feedbackSeverities.map((value) => ({ value, label: t(`words:feedbackSeverity.${value}`) })),
      ),
      select(
        "category",
        policy.safeguards.feedback.categories.map(({ key }) => ({
          value: key,
          label: categoryName(language, policy, key),
        })),
      ),
      ...(places.length === 0 ? [] : [select("place", same(places))]),
      ...(groups.length === 0 ? [] : [select("group", same(groups))]),
    ],
    all: [state, severity, category, place, group].every((value) => value === "") ? undefined : action,
  };
}
