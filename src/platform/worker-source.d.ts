/** A file bundled into the text of one script, by `scripts/lib/worker-sources.mjs`. */
declare module '*?source' {
  const source: string;
  export default source;
}
