/** Why a file is no description that can be checked; pages say each as `evidence:problem.openapi-<fault>`. */
export const descriptionFaults = {
  broken: "it is cut off or neither JSON nor YAML",
  "not-one": "it is no description of an interface: its parts do not stand where OpenAPI has them",
  version: "its version of OpenAPI is none of 2.0, 3.0, 3.1 and 3.2: convert it",
  "too-deep": "its parts lie in each other more than 100 deep: no program could use it",
  "too-many-values": "it holds more than 400,000 values: attach it in parts",
  aliases: "it repeats parts by YAML aliases (& and *): write them out, or save it as JSON",
  "too-heavy": "checking it takes more time or memory than one description may take: attach it in parts",
} as const;

export type DescriptionFault = keyof typeof descriptionFaults;

/** What checking gives instead of findings. */
export class NoDescription {
  readonly fault: DescriptionFault;

  constructor(fault: DescriptionFault) {
    this.fault = fault;
  }
}
