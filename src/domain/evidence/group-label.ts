/**
 * How a record calls a group: by its name where plan, policy or the product's own vocabulary names it, else by its number
 * within the piece, from 1. A number is no text, so that no plan can name it afterwards.
 */
export type GroupLabel = string | number;
