/** Why a figure cannot be said: it would divide by nothing, or by less. */
export type Unsaid = "no-cost" | "nothing-planned" | "nothing-done" | "budget-spent" | "work-done";

/** A number, or the reason why there is none: never an infinity, never a zero in its place. */
export type Figure = { readonly value: number } | { readonly unknown: Unsaid };

export const isKnown = (figure: Figure): figure is { readonly value: number } => "value" in figure;

export const known = (value: number): Figure => ({ value });
export const unknown = (because: Unsaid): Figure => ({ unknown: because });

/** What is made of a figure where it is known. */
export const from = (figure: Figure, make: (value: number) => Figure): Figure =>
  isKnown(figure) ? make(figure.value) : figure;
