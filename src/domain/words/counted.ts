/** "1 entry", "2 entries": English, as commands and the log speak. @param plural where it is not the singular with an s */
export const counted = (count: number, singular: string, plural = `${singular}s`): string =>
  `${count} ${count === 1 ? singular : plural}`;
