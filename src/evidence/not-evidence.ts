import { tableStart } from "./header.ts";

/** What a file is that no indicator can be measured from, so that nobody maps it onto one; null for anything else. */
export function notEvidence(text: string): string | null {
  return nothingSaid(text) ?? ratings(text) ?? survey(text);
}

/** Tools that fetch figures from elsewhere keep these where they got no answer. */
function nothingSaid(text: string): string | null {
  if (/^\s*(?:\{\s*\}|\[\s*\]|null)\s*$/.test(text)) {
    return "empty JSON: whoever wrote it had nothing to say, which is missing evidence and not zero";
  }
  return text.length < 2000 && /^\s*\{\s*"error"\s*:/.test(text)
    ? "the error of a service that gave no figures: missing evidence, not zero"
    : null;
}

/** Coders beside each other, or a coder a row and the units beside each other. */
function ratings(text: string): string | null {
  const headings = tableStart(text)?.headings.map((heading) => heading.toLowerCase()) ?? [];
  const beside = headings.length > 1 && headings.every((heading) => /^(?:rater|coder|评分者)[ _-]?\d+$/.test(heading));
  const below = headings[0] === "coder" && headings.slice(1).every((heading) => /^u\d+$/.test(heading));
  return beside || below
    ? "ratings of the same units by several raters: their agreement is taken from the score sheets of an evaluation, and can be tried on the page of the method"
    : null;
}

/** A list of questions with how often each answer was given, or of texts about them. */
function survey(text: string): string | null {
  if (!/^\s*\[\s*\{\s*"id"\s*:/.test(text)) return null;
  if (/"question"\s*:/.test(text)) return "a survey's questions and how often each answer was given, without a rating";
  return /^\s*\[\s*\{\s*"id"\s*:\s*\d{1,9}\s*,\s*"text"\s*:/.test(text) ? "notes on a survey, without an answer" : null;
}
