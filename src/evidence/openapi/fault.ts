/** Why a file is no description that can be checked; pages say each as `evidence:problem.openapi-<fault>`. */
export const descriptionFaults = {
  broken: "it is cut off or neither JSON nor YAML",
  "not-one": "it is no description: its parts do not stand where OpenAPI has them",
  version: "its version of OpenAPI is none of 2.0, 3.0, 3.1 and 3.2",
  "too-deep": "its parts lie in each other more than 100 deep",
  "too-many-values": "it holds more than 400,000 values: attach it in parts",
  aliases: "it repeats parts by YAML aliases (& and *): write them out",
  "too-heavy": "checking it takes more time or memory than a description may: attach it in parts",
} as const;

export type DescriptionFault = keyof typeof descriptionFaults;

/** What checking gives instead of findings. */
export class NoDescription {
  readonly fault: DescriptionFault;

  constructor(fault: DescriptionFault) {
    this.fault = fault;
  }
}
