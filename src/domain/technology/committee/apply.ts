import { withAuthors } from "../state/authors.ts";
import { evaluationBegan, isRecused } from "../state/committee.ts";
import type { CommitteeEvent, Panel, PanelMember } from "../state/committee.ts";
import type { Applies } from "../manifest/fact.ts";
import type { Technology } from "../state/technology.ts";
import type { PersonId } from "../../words/text.ts";

export const applies: Applies<CommitteeEvent["type"]> = {
  CommitteeInvited: (t, { panel: id, members, deadline, question }, { time }) => {
    const fresh = members.map((member): PanelMember => ({ ...member, interest: "undeclared", opinions: [] }));
    const known = t.panels.some(({ panel }) => panel === id);
    if (known)
      return onPanel(t, id, (panel) => sized({ ...panel, deadline, question, members: [...panel.members, ...fresh] }));
    const begun = { panel: id, passage: evaluationBegan(t), size: 0, deadline, question, at: time, answers: [] };
    return { ...t, panels: [...t.panels, sized({ ...begun, members: fresh })] };
  },
  CommitteeInterestDeclared: (t, { panel, conflict }, { actor }) =>
    onMember(t, panel, actor, (member) => ({ ...member, interest: conflict ? "conflict" : "none" })),
  OpinionGiven: (t, { panel, ...given }, { actor, time, position }) =>
    onMember(t, panel, actor, (member) => ({
      ...member,
      opinions: [...member.opinions, { ...given, at: time, position }],
    })),
  // Whoever says what is done about a condition speaks for those who propose: they judge nothing of it.
  CommitteeConditionAnswered: (t, { panel: id, ...given }, { actor, time }) =>
    onPanel({ ...t, authors: withAuthors(t.authors, actor) }, id, (panel) => ({
      ...panel,
      answers: [
        ...panel.answers.filter(({ condition }) => condition !== given.condition),
        { ...given, by: actor, at: time },
      ],
    })),
};

/** As many places as were ever asked at a time before there was an opinion. */
function sized(panel: Panel): Panel {
  if (panel.members.some(({ opinions }) => opinions.length > 0)) return panel;
  return { ...panel, size: Math.max(panel.size, panel.members.filter((member) => !isRecused(member)).length) };
}

const onPanel = (t: Technology, id: string, change: (panel: Panel) => Panel): Technology => ({
  ...t,
  panels: t.panels.map((panel) => (panel.panel === id ? change(panel) : panel)),
});

const onMember = (t: Technology, panel: string, person: PersonId, change: (member: PanelMember) => PanelMember) =>
  onPanel(t, panel, (asked) => ({
    ...asked,
    members: asked.members.map((member) => (member.person === person ? change(member) : member)),
  }));
