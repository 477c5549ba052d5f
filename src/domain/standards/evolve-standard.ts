import type { Standard, StandardEvent, StandardVersion } from "./standard.ts";

/** The next state of one standard; an event that cannot follow is a bug and throws. */
export function evolveStandard(state: Standard | null, event: StandardEvent): Standard {
  const next = following(state, event);
  const texts = textsOf(event).filter((digest) => !next.texts.includes(digest));
  return texts.length === 0 ? next : { ...next, texts: [...next.texts, ...texts] };
}

const textsOf = (event: StandardEvent): readonly string[] => [textOf(event)].filter((digest) => digest !== null);

function textOf({ type, payload }: StandardEvent): string | null {
  switch (type) {
    case "StandardDrafted":
    case "StandardRedrafted":
      return payload.text;
    case "StandardPublished":
      return payload.replaces?.ending.reason ?? null;
    case "StandardWithdrawn":
      return payload.ending.reason;
    default:
      return null;
  }
}

function following(state: Standard | null, event: StandardEvent): Standard {
  if (event.type === "StandardAdded") return { ...event.payload, versions: [], texts: [], erased: [] };
  if (state === null) throw new Error(`A standard cannot begin with ${event.type}`);
  const { payload, type } = event;
  switch (type) {
    case "StandardChanged":
      return { ...state, ...payload };
    case "StandardDrafted":
      return { ...state, versions: [...state.versions, { ...payload, inForceOn: null, ending: null }] };
    case "StandardRedrafted":
      return changed(state, payload.version, payload);
    case "StandardDraftDropped":
      return { ...state, versions: state.versions.filter(({ version }) => version !== payload.version) };
    case "StandardPublished": {
      const { version, inForceOn, replaces } = payload;
      const after = replaces === null ? state : changed(state, replaces.version, { ending: replaces.ending });
      return inOrder(changed(after, version, { inForceOn }), version);
    }
    case "StandardWithdrawn":
      return changed(state, payload.version, { ending: payload.ending });
    case "StandardTextErased":
      return { ...state, erased: [...state.erased, payload.digest] };
    default:
      return type satisfies never;
  }
}

const changed = (state: Standard, which: string, change: Partial<StandardVersion>): Standard => ({
  ...state,
  versions: state.versions.map((version) => (version.version === which ? { ...version, ...change } : version)),
});

/** What was just published stands after the others that were, before the drafts. */
function inOrder(state: Standard, which: string): Standard {
  const rank = ({ version, inForceOn }: StandardVersion): number =>
    version === which ? 1 : inForceOn === null ? 2 : 0;
  return { ...state, versions: state.versions.toSorted((a, b) => rank(a) - rank(b)) };
}
