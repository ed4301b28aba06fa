/** The look of a saved document: readable on a screen of any width and on paper, light and dark. */
export const style = `
:root { color-scheme: light dark; }
body { max-width: 1200px; margin: 0 auto; padding: 16px; font: 16px/1.8 sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.4em; line-height: 1.4; margin: 0 0 4px; }
h2 { font-size: 1.1em; }
.about, .place { color: #555; font-size: .875em; }
.main { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 1fr); gap: 24px; }
.text p { margin: 0 0 .5em; unicode-bidi: isolate; }
.page { display: block; margin: 1em 0 .5em; color: #555; font-size: .875em; border-top: 1px solid #bbb; }
mark { color: inherit; background: #d6e6ff; }
mark.achievement { background: #dcf3d2; }
mark.rejected { background: none; }
mark a { color: inherit; text-decoration: underline 2px #1f5fbf; text-underline-offset: 3px; }
mark.achievement a { text-decoration-color: #2f7d17; }
mark.rejected a { text-decoration-style: dotted; }
:target { outline: 3px solid #d46b08; outline-offset: 2px; }
ol { padding-left: 0; list-style: none; }
li { margin: 0 0 12px; padding: 8px 12px; border-left: 4px solid #1f5fbf; background: rgba(128, 128, 128, .1); }
li.achievement { border-left-color: #2f7d17; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 12px; margin: 4px 0 0; font-size: .875em; }
dt { color: #555; }
dd { margin: 0; unicode-bidi: isolate; }
a { color: #1558b0; }
@media (max-width: 800px) { .main { display: block; } }
@media (prefers-color-scheme: dark) {
  body { background: #14171a; color: #e6e6e6; }
  mark { background: #17365f; } mark.achievement { background: #234417; }
  .about, .place, .page, dt { color: #b0b0b0; }
  a { color: #8ab8ff; }
}
@media print { .main { display: block; } li, mark { break-inside: avoid; } }
`;
