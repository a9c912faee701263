/** The style sheet of the HTML report. Every pair of text and ground has a contrast of 4.5 to 1 or more (WCAG 2.2, 1.4.3). */
export const htmlStyle = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#ffffff, #14171b); --card: light-dark(#fbfbfc, #1a1e23); --soft: light-dark(#f1f3f5, #22272e);
  --ink: light-dark(#1b1f24, #e6e8eb); --quiet: light-dark(#57606a, #a2abb6); --line: light-dark(#d5d9de, #3a4149);
  --on-badge: light-dark(#ffffff, #14171b); --mark: light-dark(#ffe3e0, #5c1f1b);
  --breaking: light-dark(#b3261e, #ff8a80); --warning: light-dark(#855600, #ffca57);
  --info: light-dark(#0b5c8a, #7cc7ff); --accepted: light-dark(#44505c, #b9c3ce);
}
* { box-sizing: border-box; }
body { font: 16px/1.55 system-ui, sans-serif; margin: 0 auto; max-width: 66rem; padding: 2rem 1.25rem;
  background: var(--ground); color: var(--ink); }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0; letter-spacing: -.01em; }
h2 { font-size: 1.1rem; margin: 0; }
p { margin: .5rem 0; }
a { color: inherit; text-underline-offset: .2em; }
:focus-visible { outline: 2px solid var(--info); outline-offset: 2px; }
code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .875em; }
code { overflow-wrap: break-word; } dd, pre, p { overflow-wrap: anywhere; }
header p, .outcome, .rule, .foot, .places dt, footer { color: var(--quiet); }
header p { margin: .35rem 0 0; }

.filter { display: flex; flex-wrap: wrap; gap: .5rem; position: sticky; top: 0; z-index: 1; margin: 1rem -1.25rem;
  padding: .6rem 1.25rem; background: var(--ground); border-bottom: 1px solid var(--line); }
.filter label { display: flex; align-items: center; gap: .4rem; padding: .2rem .75rem; border: 1px solid var(--tone);
  border-radius: 2rem; color: var(--tone); cursor: pointer; user-select: none; }
.filter label:has(input:not(:checked)) { border-style: dashed; border-color: var(--line); color: var(--quiet); }
.filter input { accent-color: var(--tone); margin: 0; }

.breaking, .error { --tone: var(--breaking); } .warning { --tone: var(--warning); }
.info { --tone: var(--info); } .accepted { --tone: var(--accepted); }
.badge { display: inline-block; padding: 0 .5rem; border-radius: .25rem; background: var(--tone); color: var(--on-badge);
  font-size: .8rem; font-weight: 600; line-height: 1.5rem; }

table { border-collapse: collapse; width: 100%; margin: 1.25rem 0; }
th, td { text-align: left; font-weight: normal; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line);
  vertical-align: top; }
thead th { color: var(--quiet); font-size: .85rem; }
.unchanged { color: var(--quiet); margin: 1.25rem 0; } .unchanged summary { display: list-item; list-style: revert; padding: 0; }
.unchanged summary::before { content: none; } .unchanged p { margin: .25rem 0 0 1.1rem; }

section { margin-top: 2.5rem; } section, .body { scroll-margin-top: 4.5rem; }
.outcome { margin: .15rem 0 1rem; }
.change, .finding { margin: .75rem 0; border: 1px solid var(--line); border-left: .3rem solid var(--tone);
  border-radius: .4rem; background: var(--card); }
.finding { padding: .25rem 1rem; }
summary { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem .65rem; padding: .6rem 1rem; cursor: pointer;
  list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::before { content: ''; align-self: center; border: .3rem solid transparent; border-left-color: var(--quiet);
  border-right-width: 0; transition: transform .1s; }
[open] > summary::before { transform: rotate(90deg); }
.subject { font-weight: 600; } .rule { font-size: .85rem; overflow-wrap: anywhere; }
summary .rule { margin-left: auto; }
.body { padding: 0 1rem .35rem 2.25rem; } .body > p:first-child { margin-top: 0; }
.change:has(> .body:target) { outline: 2px solid var(--tone); outline-offset: 2px; }
.places { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .75rem; margin: .5rem 0; font-size: .9rem; }
.places dd { margin: 0; }
figure { margin: .75rem 0; } figcaption { margin-bottom: .35rem; }
pre { margin: 0; padding: .75rem 1rem; border-radius: .35rem; background: var(--soft); white-space: pre-wrap;
  overflow-wrap: anywhere; tab-size: 2; }
mark { background: var(--mark); color: inherit; box-shadow: 0 0 0 .15rem var(--mark); border-radius: .1rem; }
.foot { font-size: .85rem; } .decision { border-left: .2rem solid var(--tone); padding-left: .75rem; }
footer { margin-top: 3rem; padding-top: .75rem; border-top: 1px solid var(--line); font-size: .85rem; }

${['breaking', 'warning', 'accepted', 'info'].map((label) => `body:has(#show-${label}:not(:checked)) .change.${label}`).join(',\n')} { display: none; }

@media (max-width: 40rem) {
  body { padding: 1.25rem 1rem; } .filter { margin: 1rem -1rem; padding: .6rem 1rem; }
  table, thead, tbody, tr, th, td { display: block; } thead { display: none; }
  tr { border-bottom: 1px solid var(--line); padding: .5rem 0; } tbody th, td { border: 0; padding: 0; }
  td:empty { display: none; } td:nth-child(2) { color: var(--quiet); font-size: .9rem; }
  td:nth-child(2)::before { content: 'since '; }
  summary .rule { margin-left: 0; flex-basis: 100%; } .body { padding-left: 1rem; }
}
@media print {
  body { max-width: none; padding: 0; } .filter { display: none; } .change { break-inside: avoid; }
}
@media (prefers-reduced-motion: reduce) { summary::before { transition: none; } }
`;
