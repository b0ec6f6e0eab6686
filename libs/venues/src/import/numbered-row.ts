import type { Finding } from './finding';
import type { RawRow } from './standard-header';

/** A row as the file gives it. A spreadsheet's header is row 1; the first object of a JSON array is row 1. */
export type NumberedRow = { row: number; values: RawRow } | { row: number; fault: Finding };
