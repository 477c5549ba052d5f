import type { Draft } from "../../authority/drafts.ts";
import type { Services } from "../../application/services.ts";
import type { Language } from "../view/languages.ts";
import { hasTyping, keptTyping } from "./keep.ts";
import { mayUse, pageOfDraft } from "./places.ts";
import type { FormPlace, FormPlaces } from "./places.ts";
import type { Person } from "../visitor.ts";

/** A draft in the list of one's own. */
export type ListedDraft = {
  readonly id: string;
  /** Which form it is of, and about which technology. */
  readonly what: string;
  /** What its writer knows it by; "" where nothing tells. */
  readonly title: string;
  readonly href: string;
  readonly saved: string;
  readonly action: string;
};

type House = { readonly services: Pick<Services, "drafts" | "views" | "clock">; readonly forms: FormPlaces };

/** Everything that somebody began and did not send, newest first. Nobody else's is ever in it. */
export async function ownDrafts({ services, forms }: House, language: Language, person: Writer) {
  const now = services.clock.now();
  const listed: ListedDraft[] = [];
  for (const draft of await services.drafts.of(person.id)) {
    const place = await placeOf({ services, forms }, language, { draft, person });
    if (place === null) continue;
    const saved = ageText(language, now, draft.savedAt);
    listed.push({ id: draft.id, ...place, saved, action: `/drafts/${draft.id}/deletion` });
  }
  return listed;
}

/** The list as a page shows it; null where there is none. */
export const draftsModel = (drafts: readonly ListedDraft[], back: string) =>
  drafts.length === 0
    ? null
    : {
        count: String(drafts.length),
        back,
        drafts,
      };

type Place = Pick<ListedDraft, "what" | "title" | "href">;

type Writer = Pick<Person, "id" | "roles" | "seat">;

async function placeOf(
  { services, forms }: House,
  language: Language,
  { draft, person }: { readonly draft: Draft; readonly person: Writer },
): Promise<Place | null> {
  const { t } = language;
  const typing = keptTyping(draft);
  if (typing === null) return earlierKinds(services, language, draft);
  const sent = forms.sentTo(typing.address);
  if (sent === null || !hasTyping(typing.form.typed)) return null;
  const { place, values } = sent;
  const row = values["slug"] === undefined ? null : services.views.portfolio.bySlug(values["slug"]);
  const safeguard = row === null ? null : await safeguardMeant(services, row.id, values);
  const form = formName(language, place, safeguard);
  return {
    what: row === null ? form : t("drafts:about", { form, name: row.name }),
    title: draft.title,
    href: mayUse(place, person) ? pageOfDraft(place, values, typing.form.typed, draft.id) : `/drafts/${draft.id}`,
  };
}

/** Of a safeguard, which: "Safeguard: Impact assessment"; of one among several of its kind its number too. */
function formName({ t }: Language, place: FormPlace, safeguard: Meant | null): string {
  const form = t(`drafts:form.${labelOf(place)}`);
  const name = `safeguards/${safeguard?.kind ?? ""}:name`;
  if (safeguard === null || !t.has(name)) return form;
  const named = safeguard.item === null ? t(name) : t("drafts:oneOf", { name: t(name), item: safeguard.item });
  return t("drafts:about", { form, name: named });
}

/** A kind of safeguard, and which of several statements of it. */
type Meant = { readonly kind: string; readonly item: string | null };

async function safeguardMeant(
  { views }: House["services"],
  technology: string,
  { kind, statement }: Readonly<Record<string, string>>,
): Promise<Meant | null> {
  if (kind !== undefined) return { kind, item: null };
  const stated = statement === undefined ? [] : ((await views.technologyState(technology))?.safeguards ?? []);
  const meant = stated.find((safeguard) => safeguard.item === statement);
  if (meant === undefined) return null;
  const several = stated.filter((safeguard) => safeguard.kind === meant.kind).length > 1;
  return { kind: meant.kind, item: several ? meant.item : null };
}

/** What went to the simulator and was not sent: its own pages take it up. */
function earlierKinds({ views }: House["services"], { t }: Language, draft: Draft): Place | null {
  const { id, kind, subject } = draft;
  if (kind === "policy") return { what: t("drafts:form.policy-versions"), title: "", href: `/policy/new?draft=${id}` };
  const row = views.portfolio.byId(subject);
  if (row === null) return null;
  const about = (form: string, at: string): Place => ({
    what: t("drafts:about", { form: t(`drafts:form.${form}`), name: row.name }),
    title: "",
    href: `/technologies/${row.slug}/${at}`,
  });
  if (kind === "plan-lock") return about("technologies-plan", `plan/new?draft=${id}`);
  if (kind === "plan-amend") return about("technologies-plan-amendments", `plan/amendments/new?draft=${id}`);
  return kind === "scores" ? about("technologies-evaluation-scores", "evaluation/scores") : null;
}

/** The text `drafts:form.<label>` of a form, in the file of its room, from the fixed parts of where it is sent. */
export const labelOf = ({ path }: Pick<FormPlace, "path">): string =>
  path
    .split("/")
    .filter((part) => part !== "" && !part.startsWith(":"))
    .join("-");

/** "saved 2 h 5 min ago"; what was saved within a minute says so. */
export function ageText({ t, format }: Language, now: string, savedAt: string): string {
  const seconds = Math.max(0, Math.round((Date.parse(now) - Date.parse(savedAt)) / 1000));
  return seconds < 60 ? t("drafts:justNow") : t("drafts:ago", { age: format.duration(seconds - (seconds % 60)) });
}
