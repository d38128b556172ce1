// The look of the library: paper-like, calm, either direction by logical properties alone, dark by preference, decent on
// paper. No fonts of its own. In two files: on a slow line the first lets somebody read while the second is under way.

/** Where everything stands, and how texts look. Nothing is shown before it is there. */
export const baseStyle = `:root{color-scheme:light dark;--paper:#faf8f4;--card:#fff;--ink:#1c2430;--soft:#565f6d;--line:#e0dacd;--teal:#0b5d60;--teal-soft:#e3eeee;--bronze:#7a4a06;--warn:#fbf1dc;--warn-line:#e6d09c;--none:#efebe2}
@media (prefers-color-scheme:dark){:root{--paper:#14181d;--card:#1b2027;--ink:#e8e6e1;--soft:#aeb6c1;--line:#363e49;--teal:#7fd0d0;--teal-soft:#1c3336;--bronze:#e5b567;--warn:#2e2718;--warn-line:#5d4c22;--none:#232a32}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,"Noto Sans","Noto Naskh Arabic","Noto Sans Arabic",sans-serif;overflow-wrap:anywhere}
:lang(ar),:lang(fa),:lang(ur),:lang(ckb){line-height:1.75}
a{color:var(--teal);text-underline-offset:.18em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--teal);outline-offset:2px;border-radius:3px}
.skip{position:absolute;inset-inline-start:.5rem;inset-block-start:-4rem;background:var(--card);padding:.5rem 1rem;z-index:1}
.skip:focus{inset-block-start:.5rem}
.hide{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
header,main,footer{padding-inline:1.1rem}
header{border-block-end:1px solid var(--line);padding-block:.8rem}
.brand{display:inline-flex;gap:.55rem;align-items:center;font-weight:700;font-size:1.08rem;color:inherit;text-decoration:none;min-block-size:24px}
.brand i{flex:none;inline-size:12px;block-size:12px;border-radius:6px 6px 2px 2px;background:var(--bronze)}
header ul{list-style:none;margin:.4rem 0 0;padding:0;display:flex;flex-wrap:wrap;gap:0 .15rem}
header li>*{display:block;padding:.28rem .6rem;border-radius:6px;color:inherit;text-decoration:none;min-block-size:24px}
header li a:hover{background:var(--none)}
header li [aria-current]{background:var(--teal-soft);color:var(--teal);font-weight:600}
.tongues{font-size:.9rem}
main{padding-block:1.2rem 2.5rem;max-inline-size:75rem}
h1{font-size:1.55rem;line-height:1.28;margin:.1rem 0 .5rem;max-inline-size:46rem}
h2{font-size:1.05rem;margin:1.6rem 0 .5rem}
h3{font-size:1rem;margin:0}
p{margin:.45rem 0}
.meta,.soft,small,figcaption{color:var(--soft)}
.meta,.soft{font-size:.9rem}
.lead{font-size:1.08rem;max-inline-size:46rem}
article{max-inline-size:46rem;min-inline-size:0}
article p{margin-block:.75rem;white-space:pre-line}
[dir=ltr] :is(.gist,h1)[dir=rtl],[dir=rtl] :is(.gist,h1)[dir=ltr]{text-align:end}
.cols{display:grid;gap:0 2rem;grid-template-columns:minmax(0,1fr)}
.notice,.card{border:1px solid var(--line);border-radius:10px;background:var(--card);padding:.55rem 1rem;margin-block:.8rem;max-inline-size:46rem}
.notice{background:var(--warn);border-color:var(--warn-line)}
.notice p,.also p{margin:.1rem 0}
.notice a,.also a{display:inline-block;min-block-size:24px}
footer{border-block-start:1px solid var(--line);padding-block:1rem 2rem;font-size:.87rem;color:var(--soft)}
footer p{margin:.2rem 0}
footer a{display:inline-block;min-block-size:24px}
@media (min-width:52rem){.cols{grid-template-columns:minmax(0,1fr) 17.5rem}.cols>:only-child{grid-column:1/-1}header,main,footer{padding-inline:1.75rem}}
@media (min-width:68rem){body{display:grid;grid-template-columns:13.5rem minmax(0,1fr);grid-template-rows:1fr auto}header{grid-row:1/3;border-block-end:0;border-inline-end:1px solid var(--line);padding:1.1rem .75rem}header ul{display:block}.brand{padding-inline:.6rem}.tongues{margin-block-start:1.2rem;border-block-start:1px solid var(--line);padding-block-start:.4rem}}
`;

/** Lists, cards, pictures, tables, paper. Comes at the end of a page. */
export const partsStyle = `article.card p{white-space:normal;margin-block:.3rem}
aside h2:first-child{margin-block-start:.2rem}
aside dl{margin:0}
aside dl>div{border-block-start:1px solid var(--line);padding-block:.5rem}
aside dl>div:first-child{border:0}
dt{color:var(--soft);font-size:.88rem}
dd{margin:0}
code{font:.86em ui-monospace,"Noto Sans Mono",monospace}
.hash{font-size:.75rem;color:var(--soft)}
.road{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));margin:1.1rem 0;border:1px solid var(--line);border-radius:10px;background:var(--card);overflow:hidden}
.road a{padding:.6rem .9rem;text-decoration:none;color:inherit;box-shadow:-1px -1px 0 var(--line)}
.road a:hover{background:var(--teal-soft)}
.road a:focus-visible{outline-offset:-3px}
.road b{font-size:1.3rem;font-variant-numeric:tabular-nums}
.road span{display:block;color:var(--soft);font-size:.87rem}
.button{display:inline-block;border:1px solid var(--line);background:var(--card);border-radius:8px;padding:.38rem .8rem;color:inherit;text-decoration:none;font:inherit;min-block-size:24px}
.button:hover{border-color:var(--teal)}
.strong{background:var(--teal);border-color:var(--teal);color:var(--paper);font-weight:600}
.tl{list-style:none;margin:.6rem 0;padding:0;border-inline-start:2px solid var(--line)}
.tl>li{padding:0 0 1.05rem;padding-inline-start:1.15rem;position:relative}
.tl>li::before{content:"";position:absolute;inset-inline-start:-7px;inset-block-start:.45rem;inline-size:8px;block-size:8px;border-radius:50%;background:var(--card);border:2px solid var(--soft)}
.tl p{margin:.1rem 0;max-inline-size:46rem}
.title{font-weight:600;line-height:1.4}
.title a{display:inline-block;min-block-size:24px;color:inherit;text-decoration-color:var(--line)}
.title a:hover{color:var(--teal)}
.gist{font-size:.94rem}
.tag{display:inline-block;border:1px solid var(--line);border-radius:99px;padding:0 .55rem;font-size:.85rem;background:var(--card);color:var(--ink)}
.tag.warn,.mark{background:var(--warn);border-color:var(--warn-line);color:var(--bronze)}
.chips,.inline,.plain,.counts{list-style:none;margin:.3rem 0;padding:0}
.chips{display:flex;flex-wrap:wrap;gap:.4rem}
.chip{display:inline-block;border:1px solid var(--teal);border-radius:99px;padding:.12rem .8rem;background:var(--teal-soft);color:var(--ink);text-decoration:none;min-block-size:24px}
.inline{display:flex;flex-wrap:wrap;gap:.1rem .9rem}
.inline a,.plain a,.counts a,aside dd a{display:inline-block;min-block-size:24px}
.plain li{padding:.35rem 0;border-block-start:1px solid var(--line)}
.plain li:first-child{border:0}
ul.counts li{display:flex;justify-content:space-between;gap:.7rem;padding:.18rem 0;border-block-start:1px solid var(--line)}
ul.counts li:first-child{border:0}
.counts b{font-weight:400;color:var(--soft);font-variant-numeric:tabular-nums}
.also{color:var(--soft);font-size:.93rem}
.card>.head{display:flex;flex-wrap:wrap;gap:.2rem .8rem;align-items:baseline}
.card>h2:first-child{margin-block-start:.3rem}
.card dl{margin:0}
.card dl>div{padding-block:.35rem;border-block-start:1px solid var(--line)}
.card dl>div:first-child{border:0}
.card ul{margin:.3rem 0;padding-inline-start:1.1rem}
.card .plain,.card .inline{padding:0}
.cite{font-size:.9rem}
.pager{display:flex;flex-wrap:wrap;gap:.8rem;align-items:center;margin-block:1rem}
.scroll{overflow-x:auto;max-inline-size:100%}
table{border-collapse:collapse;background:var(--card);border:1px solid var(--line)}
th,td{padding:.3rem .7rem;border:1px solid var(--line);text-align:start;font-weight:400;vertical-align:top}
th{overflow-wrap:break-word}td,thead th{white-space:nowrap}
thead th{color:var(--soft);font-size:.88rem}
td{text-align:end;font-variant-numeric:tabular-nums}
table.counts{min-inline-size:min(22rem,100%)}
figure{margin:.8rem 0}figcaption{margin-block-end:.6rem}
svg{display:block}
.legend{display:flex;gap:.5rem;align-items:center}
svg text{font-family:inherit;fill:var(--ink)}
svg .s{fill:var(--soft)}svg .g{stroke:var(--line)}svg .b{fill:var(--teal)}
svg .t0{fill:var(--none)}svg .t1{fill:#bfe0dc}svg .t2{fill:#7dbab5}svg .t3{fill:#2f8582}svg .t4{fill:#0b5d60}
svg .t1+text,svg .t2+text{fill:#10252a}svg .t3+text,svg .t4+text{fill:#fff}
svg a:focus-visible{outline:3px solid var(--ink);outline-offset:1px}
.az{display:flex;flex-wrap:wrap;gap:.3rem;list-style:none;margin:.5rem 0;padding:0}
.az a{display:block;min-inline-size:2rem;text-align:center;padding:.2rem .4rem;border:1px solid var(--line);border-radius:6px;background:var(--card);text-decoration:none}
.az [aria-current]{background:var(--teal-soft);font-weight:600}
.words dt{color:var(--ink);font-weight:600;font-size:1rem;margin-block-start:.5rem}
.words dd{padding-inline-start:1rem}
.words dd a{display:inline-block;min-block-size:24px}
form{display:flex;flex-wrap:wrap;gap:.5rem;margin-block:.8rem;max-inline-size:46rem}
form label{inline-size:100%}
input{flex:1 1 12rem;min-inline-size:0;font:inherit;color:inherit;background:var(--card);border:1px solid var(--soft);border-radius:8px;padding:.4rem .7rem}
button{cursor:pointer}
@media (min-width:40rem){.card dl>div{display:grid;grid-template-columns:10rem minmax(0,1fr);gap:0 1rem}}
@media print{:root{--paper:#fff;--card:#fff;--ink:#000;--soft:#333;--line:#999;--teal:#000;--teal-soft:#fff;--warn:#fff;--none:#fff}body{display:block;font-size:10pt}nav,.skip,form,.button{display:none!important}header{border:0}.tl>li,.card,tr{break-inside:avoid}h2,h3{break-after:avoid}article a[href^=http]::after{content:" (" attr(href) ")";font-size:.8em}}
`;
