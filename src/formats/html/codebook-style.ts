/**
 * The look of the HTML codebook, on screen and on paper. The page's security policy allows this style sheet by its
 * hash and nothing else; a test says so when the two differ.
 */
export const CODEBOOK_STYLE = `
:root { color-scheme: light; --ink: #26221c; --soft: #6b6459; --line: #ddd6ca; --paper: #fdfbf7; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 'Source Serif 4 Variable', 'Source Serif 4', 'Iowan Old Style', 'Palatino Linotype', Palatino, Georgia, serif; font-variant-numeric: oldstyle-nums; }
main { max-width: 44rem; margin: 0 auto; padding: 4.5rem 2rem 6rem; overflow-wrap: break-word; }
h1 { margin: 0; font-size: 2.125rem; font-weight: 600; line-height: 1.2; letter-spacing: -0.01em; }
h1 small { display: block; margin-bottom: 0.5rem; font-size: 0.8125rem; font-weight: 400; letter-spacing: 0.12em; text-transform: uppercase; color: var(--soft); }
.title > :not(svg) { margin: 0; font-size: 1.25rem; font-weight: 600; line-height: 1.35; }
.summary { margin: 0.75rem 0 0; color: var(--soft); }
svg { flex: none; width: 0.75rem; height: 0.75rem; }
nav { margin: 2.5rem 0 3.5rem; padding: 1.25rem 0; border-block: 1px solid var(--line); }
nav ul { margin: 0; padding: 0; list-style: none; }
nav ul ul { margin-left: 0.3125rem; padding-left: 1.25rem; border-left: 1px solid var(--line); }
nav a { display: flex; gap: 0.625rem; align-items: center; padding: 0.0625rem 0; color: inherit; text-decoration: none; }
nav a:hover span, nav a:focus-visible span { text-decoration: underline; text-underline-offset: 0.2em; }
nav span { min-width: 0; }
nav p { margin: 0; font-size: 0.75rem; text-align: right; color: var(--soft); }
nav small { margin-left: auto; padding-left: 1rem; font-size: inherit; color: var(--soft); font-variant-numeric: tabular-nums; }
section section .title > :not(svg) { font-size: 1.125rem; }
section section { margin-left: 0.3125rem; padding-left: 1.5rem; border-left: 1px solid var(--line); }
section { margin-top: 2.25rem; scroll-margin-top: 1.5rem; }
.title { display: flex; gap: 0.75rem; align-items: center; }
.facts { margin: 0.125rem 0 0.625rem; font-size: 0.875rem; color: var(--soft); }
.entry p { margin: 0.5rem 0 0; }
.entry p + p { margin-top: 0.375rem; }
.entry b { font-weight: 600; }
.examples { margin: 0.5rem 0 0; padding-left: 1.25rem; border-left: 2px solid var(--line); font-style: italic; }
.examples b { font-style: normal; }
@media print {
  @page { margin: 22mm 20mm; }
  body { background: none; font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  .title, .facts { break-after: avoid; }
  .entry { break-inside: avoid; }
  svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

export const CODEBOOK_STYLE_HASH = 'sha256-gFt47jhpsGyRCYBlD/Qf4WsFDZW/pgJPrf9DO6eIZcA=';
