// The look of a report's page: paper-like, calm, either direction, dark ground by preference, decent on paper.

export const htmlStyle = `
:root{color-scheme:light dark;--paper:#faf8f4;--card:#fff;--ink:#1d2430;--soft:#4d5765;--line:#d9d3c7;--act:#0b5d60;--waits:#7a4a06;--danger:#9b1c1c}
@media (prefers-color-scheme:dark){:root{--paper:#14181d;--card:#1b2027;--ink:#e8e6e1;--soft:#b3bac4;--line:#3a424d;--act:#7fd0d0;--waits:#e5b567;--danger:#ff9d94}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.6 "Noto Sans","Noto Naskh Arabic","Noto Sans Arabic",system-ui,sans-serif;overflow-wrap:anywhere}
:lang(ar){line-height:1.8}
header,main,footer,nav{max-inline-size:52rem;margin-inline:auto;padding-inline:1rem}
header{padding-block:2.5rem 1rem;border-block-end:3px solid var(--act)}
.kind{color:var(--act);font-weight:600;margin:0}
h1{font-size:1.9rem;line-height:1.25;margin-block:.3rem .8rem}
h2{font-size:1.3rem;margin-block:2.6rem .8rem;padding-block-end:.3rem;border-block-end:1px solid var(--line)}
h3{font-size:1.05rem;margin:0;flex:1 1 16rem}
p{margin-block:.5rem}
a{color:var(--act);text-underline-offset:.2em}
nav ol{padding-inline-start:1.6rem;columns:2 16rem}
nav li,.toc a{padding-block:.15rem}
article{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.9rem 1.1rem;margin-block:1rem}
article:target{outline:3px solid var(--act)}
.head{display:flex;flex-wrap:wrap;gap:.3rem .8rem;align-items:baseline}
.label{font-weight:700;color:var(--act);font-variant-numeric:tabular-nums}
.mark{font-weight:600;font-size:.9rem;color:var(--waits)}
.danger{color:var(--danger)}.calm{color:var(--act)}
dl{margin-block:.7rem}
dl>div{display:grid;grid-template-columns:minmax(8rem,12rem) 1fr;gap:.2rem 1rem;padding-block:.25rem}
dt{color:var(--soft)}dd{margin:0}dd p{margin-block:0 .2rem}
code{font-family:ui-monospace,"Noto Sans Mono",monospace;font-size:.88em}
blockquote{margin:.6rem 0;padding-inline-start:1rem;border-inline-start:3px solid var(--line);white-space:pre-line}
.q{white-space:pre-line}
html[dir=rtl] :is(h1,h3,p)[dir=ltr],html[dir=ltr] :is(h1,h3,p)[dir=rtl]{text-align:end}
details{margin-block:.5rem;color:var(--soft);font-size:.9rem}
summary{cursor:pointer;padding-block:.2rem}
details ol{list-style:none;margin:.3rem 0;padding:0}
.d1{padding-inline-start:.4rem}.d2{padding-inline-start:1.6rem}.d3{padding-inline-start:2.8rem}.d4,.d5,.d6{padding-inline-start:4rem}
.t{color:var(--soft);font-size:.9rem;margin-block:.1rem .5rem}.rec{color:var(--soft);font-size:.85rem;margin-block:.4rem 0}
footer{border-block-start:1px solid var(--line);margin-block-start:3rem;padding-block:1rem 3rem;font-size:.9rem}
@media (max-width:36rem){dl>div{grid-template-columns:1fr}}
@media print{:root{--paper:#fff;--card:#fff;--ink:#000;--soft:#333;--line:#999;--act:#0b4a4d;--waits:#5c3703;--danger:#7d1414}body{font-size:10pt}nav{display:none}article{break-inside:avoid-page;border-radius:0}h2,h3{break-after:avoid}details:not([open]){display:none}a{text-decoration:none}}
`.trim();
