/** Characters of a title, at most: the name of a technology, of a service, of a group. */
export const titleLength = 120;
