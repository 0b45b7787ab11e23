/** Lower-case hexadecimal SHA-256 of the parts' UTF-8 bytes, one after the other. */
export type Sha256 = (parts: Iterable<string>) => string;
