/** The style sheet of the HTML report. */
export const htmlStyle = `
:root { color-scheme: light dark; --line: light-dark(#d8dbe0, #3a3f47); --soft: light-dark(#f4f5f7, #1f2329);
  --breaking: light-dark(#b3261e, #ff8a80); --warning: light-dark(#8a5a00, #ffca57); --info: light-dark(#0b5c8a, #7cc7ff); }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem;
  background: light-dark(#fff, #14171b); color: light-dark(#1b1f24, #e6e8eb); }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2.5rem; }
code, pre { font-family: ui-monospace, monospace; font-size: .9em; overflow-wrap: anywhere; }
pre { background: var(--soft); padding: .75rem 1rem; border-radius: .4rem; overflow-x: auto; white-space: pre-wrap; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
details { border: 1px solid var(--line); border-left-width: .3rem; border-radius: .4rem; margin: .75rem 0; padding: .5rem 1rem; }
summary { cursor: pointer; }
.breaking, .error { border-left-color: var(--breaking); } .breaking > summary b, .error b { color: var(--breaking); }
.warning { border-left-color: var(--warning); } .warning b { color: var(--warning); }
.info, .accepted { border-left-color: var(--info); } .info b, .accepted b { color: var(--info); }
.places, footer { color: light-dark(#57606a, #9aa4af); font-size: .9rem; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: .5rem; }
a { color: inherit; }
`;
