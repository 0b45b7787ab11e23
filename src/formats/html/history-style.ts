/**
 * The look of the audit trail, on screen and on paper. The page's security policy allows this style sheet by its hash
 * and nothing else; a test says so when the two differ.
 */
export const HISTORY_STYLE = `
:root { color-scheme: light; --ink: #26221c; --soft: #6b6459; --line: #ddd6ca; --paper: #fdfbf7; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 'Source Serif 4 Variable', 'Source Serif 4', 'Iowan Old Style', 'Palatino Linotype', Palatino, Georgia, serif; }
main { max-width: 60rem; margin: 0 auto; padding: 4.5rem 2rem 6rem; }
h1 { margin: 0; font-size: 2.125rem; font-weight: 600; line-height: 1.2; letter-spacing: -0.01em; overflow-wrap: anywhere; }
h1 small { display: block; margin-bottom: 0.5rem; font-size: 0.8125rem; font-weight: 400; letter-spacing: 0.12em; text-transform: uppercase; color: var(--soft); }
.summary { margin: 0.75rem 0 0; color: var(--soft); }
section { margin-top: 2.5rem; }
h2 { margin: 0 0 0.5rem; font-size: 1.125rem; font-weight: 600; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 0.9375rem; }
th { font-size: 0.75rem; font-weight: 400; text-align: left; color: var(--soft); }
th, td { padding: 0.3125rem 0.75rem 0.3125rem 0; border-bottom: 1px solid var(--line); vertical-align: baseline; overflow-wrap: anywhere; }
th:nth-child(1), td:nth-child(1) { width: 4.5rem; text-align: right; color: var(--soft); }
th:nth-child(2), td:nth-child(2) { width: 4.5rem; }
th:nth-child(3), td:nth-child(3) { width: 9rem; }
th:nth-child(5), td:nth-child(5) { width: 13rem; padding-right: 0; color: var(--soft); }
td:nth-child(-n+2) { font-variant-numeric: tabular-nums; }
.past td:nth-child(4) { color: var(--soft); }
.state { font-size: 0.8125rem; color: var(--soft); }
.why { margin: 0.125rem 0 0; font-style: italic; color: var(--ink); }
@media print {
  @page { margin: 20mm 16mm; }
  body { background: none; font-size: 9.5pt; }
  main { max-width: none; padding: 0; }
  h2 { break-after: avoid; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
}
`;

export const HISTORY_STYLE_HASH = 'sha256-/kr/WKNKkdKHpEXYpjG9kurQpT7o9UUzbADlui5OX2s=';
