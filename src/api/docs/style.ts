/** The style sheet of the page about the interface, in the colours of the other pages. */
export const DOCS_STYLE = `:root{color-scheme:light dark;--ground:#f5f6f4;--surface:#fff;--ink:#15202a;--ink-2:#414d58;--rule:#d6dbd8;--accent:#0b4f6c;--code:#ebeeeb}
@media (prefers-color-scheme:dark){:root{--ground:#10171d;--surface:#17212a;--ink:#e8ecee;--ink-2:#b4bfc8;--rule:#2c3943;--accent:#8cc4dc;--code:#202c36}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.55 "Source Sans 3",system-ui,sans-serif}
header,main,footer{max-width:60rem;margin:0 auto;padding:1.5rem 1rem}
h1{font:600 1.94rem/1.15 "Source Serif 4",Georgia,serif;margin:0 0 .5rem}
h2{font:600 1.56rem/1.2 "Source Serif 4",Georgia,serif;margin:2.5rem 0 .25rem}
h3{font-size:.94rem;margin:1rem 0 .25rem}
p{margin:.25rem 0 .75rem;max-width:42rem;color:var(--ink-2)}
a{color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;margin:0;padding:0}
details{border-bottom:1px solid var(--rule)}
h2+p+details,h2+details{border-top:1px solid var(--ink)}
summary{cursor:pointer;padding:.45rem 0;display:flex;gap:.75rem;flex-wrap:wrap;align-items:baseline}
summary .method{font-weight:600;min-width:3.2rem}
summary .about{color:var(--ink-2)}
code,pre{font-family:ui-monospace,"SF Mono","DejaVu Sans Mono",monospace;font-size:.875rem}
pre{background:var(--code);padding:.75rem;overflow:auto;border-radius:3px;max-height:28rem}
.table{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin:.25rem 0 1rem}
th,td{text-align:start;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--rule)}
th{font-weight:600;font-size:.8125rem;color:var(--ink-2)}
`
