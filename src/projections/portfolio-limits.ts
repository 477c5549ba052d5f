/** More matches than this are not counted: a hundred thousand rows would be walked for a figure nobody reads. */
export const mostCounted = 1000;
