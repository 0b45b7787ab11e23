import type { WrittenFile } from '../exporter';

export interface HtmlPage {
  /** Escaped already, as all that goes into `main`. */
  readonly title: string;
  readonly style: string;
  /** What the page's policy knows its one style by: `sha256-…`. */
  readonly styleHash: string;
  readonly main: string;
}

/** A page for an appendix: it needs nothing else, and its policy lets nothing run or load. */
export function writeHtmlPage({ title, style, styleHash, main }: HtmlPage): WrittenFile {
  const policy = `default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'`;
  const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Emic">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`;
  return { bytes: new TextEncoder().encode(page), notices: [] };
}
