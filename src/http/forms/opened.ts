import type { Request, Response } from "express";
import type { Services } from "../../application/services.ts";
import { Fault } from "../faults.ts";
import { queryValue } from "../request-values.ts";
import { personOf, visitorOf } from "../visitor.ts";
import { hasTyping, keptTyping } from "./keep.ts";
import type { KeptTyping } from "./keep.ts";
import { mayUse } from "./places.ts";
import type { FormPlace, FormPlaces } from "./places.ts";

/** A draft that a page is to show: the form of the page that it belongs to, as it was left. */
export type Opened = { readonly place: FormPlace; readonly kept: KeptTyping };

type Opener = (req: Request, res: Response, page: string) => Promise<Opened | null>;

/** A form about one thing is gone on with whenever it is opened; of any other only what one was at just now. */
const justNow = 15 * 60_000;

/** Finds the draft that the address names; else the newest of the page's form, where the page is there for it. */
export function draftOpener({ drafts, clock }: Services, places: FormPlaces): Opener {
  return async (req, res, page) => {
    const forms = places.on(page);
    if (forms.length === 0 || visitorOf(res).person === null) return null;
    const id = queryValue(req, "draft");
    return id === undefined ? newest(req, res, forms) : named(req, res, forms, id);
  };

  async function named(req: Request, res: Response, forms: readonly FormPlace[], id: string): Promise<Opened | null> {
    const draft = await drafts.find(personOf(res).id, id);
    if (draft === null) throw new Fault(404, "no such draft", { key: "drafts:gone.text", values: {} });
    const typing = keptTyping(draft);
    // Of another kind: the page knows it itself.
    if (typing === null) return null;
    const sent = placed(req, forms, typing);
    if (sent === null) throw new Fault(404, "draft of another form");
    Object.assign(req.params, sent.values);
    if (!mayUse(sent.place, personOf(res))) return null;
    return { place: sent.place, kept: "change" in req.query ? asItsForm(typing) : typing };
  }

  async function newest(req: Request, res: Response, forms: readonly FormPlace[]): Promise<Opened | null> {
    const own = await drafts.at(personOf(res).id, subjectsOf(forms, req.params));
    const all = own.flatMap((draft): readonly Opened[] => {
      const typing = keptTyping(draft);
      const sent = typing === null ? null : placed(req, forms, typing);
      if (typing === null || sent === null || !hasTyping(typing.form.typed)) return [];
      return mayUse(sent.place, personOf(res)) ? [{ place: sent.place, kept: unjudged(asItsForm(typing)) }] : [];
    });
    const [first] = all;
    const plain = Object.keys(req.query).every((name) => name === "lang");
    if (first !== undefined && plain && first.place.alone && isGoneOnWith(first)) return first;
    visitorOf(res).others = all.map(({ kept }) => kept);
    return null;
  }

  /** The form among those of the page that the draft is of, and the values of its path. */
  function placed(req: Request, forms: readonly FormPlace[], { address }: KeptTyping) {
    const sent = places.sentTo(address);
    return sent !== null && forms.includes(sent.place) && agree(sent.values, req.params) ? sent : null;
  }

  function isGoneOnWith({ place, kept }: Opened): boolean {
    return place.path.includes(":") || Date.parse(clock.now()) - Date.parse(kept.savedAt) < justNow;
  }
}

/** Under which drafts of these forms are kept, as far as the page's address tells. */
const subjectsOf = (forms: readonly FormPlace[], params: Request["params"]): string[] =>
  forms.flatMap(({ path }) => [...(path === proposals ? [""] : []), addressFor(path, params)]);

/** Drafts of proposals of before bear no address. */
const proposals = "/technologies";

/** As far as its parts are known and written in one way only. */
function addressFor(path: string, params: Request["params"]): string {
  const parts = path.split("/").map((part) => (part.startsWith(":") ? params[part.slice(1)] : part));
  const open = parts.findIndex((part) => typeof part !== "string" || !/^[\w.-]*$/.test(part));
  return open === -1 ? parts.join("/") : `${[...parts.slice(0, open), ""].join("/")}*`;
}

/** Without what was asked about it. */
function asItsForm({ form, ...kept }: KeptTyping): KeptTyping {
  const { asks, ...plain } = form;
  const wasAsked = asks !== undefined || kept.asked !== null;
  return { ...kept, form: wasAsked ? { ...plain, status: 200, problems: [], resumed: true } : plain, asked: null };
}

/** As somebody comes back to it: what was wrong with it is said again once it is sent. */
const unjudged = ({ form, ...kept }: KeptTyping): KeptTyping => ({
  ...kept,
  form: { ...form, status: 200, problems: [], reasons: [] },
});

/** Values that both name are the same. */
const agree = (values: Readonly<Record<string, string>>, params: Request["params"]): boolean =>
  Object.entries(params).every(([name, value]) => values[name] === undefined || values[name] === value);
