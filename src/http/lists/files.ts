/** components/files: where the list of a page is to be had as files. */
export type FilesModel = {
  readonly csv: string;
  readonly excel: string;
  /** Where there is one: with what belongs to the list, on more sheets. */
  readonly workbook?: string;
};

/** @param page the address of the list with its filters */
export function filesOf(page: string): FilesModel {
  const [path = "", ...query] = page.split("?");
  const ending = (kind: string): string => [`${path}.${kind}`, ...query].join("?");
  return { csv: ending("csv"), excel: ending("xlsx") };
}
