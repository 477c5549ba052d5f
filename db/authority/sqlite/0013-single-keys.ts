/** Whether a page's single keys work for somebody: 0 where they switched them off, null where they never said. */
export const singleKeys = "ALTER TABLE identity ADD COLUMN single_keys INTEGER;";
