/** The button "find" of a form: its value names the field. A form sent by it is only shown again. */
export const findingField = "find";

/** The text that is looked for beside the field of a name. */
export const findField = (name: string): string => `${name}Find`;
