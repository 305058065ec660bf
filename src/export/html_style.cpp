#include "export/html.h"

namespace attest {

// The page's only style sheet: no font, picture or address from elsewhere; light and dark, paper and telephone.
const char* const kDossierStyle = R"css(
:root{--paper:#fcfbf8;--raised:#fff;--ink:#1c2024;--soft:#545c66;--rule:#d9d6cd;--link:#1d5a8f;--mark:#ffeeb0;--clause:#fff8df;--note:#f3efe4;--band:#1d5a8f22;--focus:#b5480a;
--o0:#0a5ea8;--o1:#a8420a;--o2:#04704f;--o3:#83357a;--o4:#3c3f44;--o5:#7a5a00;--o6:#006d7d;--o7:#6a6a6a}
@media (prefers-color-scheme:dark){:root{--paper:#15181b;--raised:#1c2024;--ink:#e7e5df;--soft:#a9b0b8;--rule:#383d43;--link:#8cc0ee;--mark:#5c4a10;--clause:#332c14;--note:#23272c;--band:#8cc0ee26;--focus:#ffb37a;
--o0:#79b8f2;--o1:#f2a071;--o2:#6fd0ae;--o3:#dd9bd6;--o4:#d5d8db;--o5:#e0bf5f;--o6:#6fced9;--o7:#b4b4b4}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:62rem;padding:1.5rem 1.25rem 4rem;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;font-variant-numeric:tabular-nums}
h1,h2,h3{line-height:1.2;text-wrap:balance;font-family:Charter,"Iowan Old Style","Noto Serif","Liberation Serif",Georgia,serif;font-weight:600}
h1{font-size:2.1rem;margin:.1rem 0 .5rem}h2{font-size:1.5rem;margin:2.6rem 0 .6rem}h3{font-size:1.1rem;margin:1.6rem 0 .4rem}h3 small{font:400 .85rem/1.3 system-ui,sans-serif;color:var(--soft)}h5{margin:.2rem 0;font-size:.95rem}
p{margin:.4rem 0}ul{margin:.3rem 0;padding-left:1.2rem}a{color:var(--link);text-underline-offset:.15em;text-decoration-thickness:.06em}
a:focus-visible,summary:focus-visible,.policy-switch:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
mark:target,p:target,tr:target{outline:3px solid var(--focus);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--raised);padding:.5rem .8rem;z-index:2}
.kicker{margin:0;text-transform:uppercase;letter-spacing:.12em;font-size:.75rem;color:var(--soft)}.lead{color:var(--soft);max-width:46rem}
.unreviewed{border:1px solid var(--rule);border-left:4px solid var(--focus);background:var(--note);padding:.6rem .8rem;max-width:46rem}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;padding:.4rem 0;margin:.6rem 0 0;border-top:1px solid var(--rule);border-bottom:1px solid var(--rule)}
.scroll{overflow-x:auto}.scroll th,.scroll td{min-width:8rem}.label{color:var(--soft);font-size:.85rem;margin-bottom:.1rem}.none{color:var(--soft)}.meta,.hash,.relations{font-size:.85rem;color:var(--soft)}.hash{font-family:ui-monospace,"Liberation Mono",monospace;font-size:.7rem;overflow-wrap:anywhere;margin:0}
.notice{font-style:italic;color:var(--soft);font-size:.9rem;margin:.1rem 0 .5rem}.gone{color:var(--soft);font-size:.95em}
.policy-switch{position:absolute;opacity:0;pointer-events:none}
.policy{display:none}
#policy-ucdp:checked~main .policy.ucdp,#policy-ibc:checked~main .policy.ibc,#policy-acled:checked~main .policy.acled,#policy-two_origins:checked~main .policy.two_origins,#policy-own:checked~main .policy.own{display:revert}
.switch{display:flex;flex-wrap:wrap;gap:.4rem;align-items:center;margin:.5rem 0 0}.switch .label{margin:0}
.switch label{border:1px solid var(--rule);border-radius:1rem;padding:.15rem .7rem;font-size:.85rem;cursor:pointer;background:var(--raised)}
#policy-ucdp:checked~main .for-ucdp,#policy-ibc:checked~main .for-ibc,#policy-acled:checked~main .for-acled,#policy-two_origins:checked~main .for-two_origins,#policy-own:checked~main .for-own{background:var(--ink);color:var(--paper);border-color:var(--ink);text-decoration:underline}
#policy-ucdp:focus-visible~main .for-ucdp,#policy-ibc:focus-visible~main .for-ibc,#policy-acled:focus-visible~main .for-acled,#policy-two_origins:focus-visible~main .for-two_origins,#policy-own:focus-visible~main .for-own{outline:3px solid var(--focus);outline-offset:2px}
.incident{border-top:3px solid var(--ink);margin-top:3rem}.incident>h2{margin-top:1rem;font-size:1.75rem}
.summary{display:grid;grid-template-columns:minmax(15rem,19rem) 1fr;gap:0 2rem;background:var(--raised);border:1px solid var(--rule);padding:1rem 1.2rem;margin:.8rem 0}
.summary dl{margin:0;display:grid;grid-template-columns:5.2rem 1fr;gap:.35rem .6rem;align-content:start}.summary dt{color:var(--soft)}.summary dd{margin:0}
.range{margin:.1rem 0}.range>span{display:inline-block;margin-right:.9rem;vertical-align:bottom}.range .n{display:block;font-size:1.25rem;line-height:1.15}.range .best .n{font-size:2.3rem;font-weight:650}.range .what{display:block;font-size:.75rem;color:var(--soft)}.range .by{font-size:.75rem;color:var(--soft)}
.toll .range .n{font-size:1.05rem}.toll .range .best .n{font-size:1.5rem}
.toll,.incident>section{margin-top:1.4rem}.grades{margin:.2rem 0 .6rem}
table{border-collapse:collapse;width:100%;font-size:.92rem;margin:.5rem 0}caption{text-align:left;color:var(--soft);font-size:.85rem;padding:.2rem 0}
th,td{text-align:left;vertical-align:top;padding:.35rem .7rem .35rem 0;border-top:1px solid var(--rule);font-weight:400}thead th{color:var(--soft);font-size:.8rem;border-top:0;border-bottom:1px solid var(--ink)}tbody th{font-weight:600}
tbody+tbody{border-top:1px solid var(--soft)}.figure{font-weight:600;white-space:nowrap}.past .figure a{font-weight:400}.worded{display:block;font-weight:400;color:var(--soft);white-space:normal}
td[data-label="As of"]{min-width:7rem}th small{display:block;font-weight:400;color:var(--soft)}.small{font-size:.85rem}
ul.links{list-style:none;padding:0;margin:0}.party+.party{margin-top:.4rem}td details{font-size:.9em}
details{margin:.7rem 0}summary{cursor:pointer;color:var(--link)}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));gap:.4rem 2rem;font-size:.9rem}.columns ul{padding-left:1rem}
.conflict{border-left:4px solid var(--soft);padding-left:.9rem;margin:.9rem 0}.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(16rem,1fr));gap:.6rem 1.4rem}blockquote{margin:.2rem 0;padding:0}.where{font-size:.85rem}
.toll-chart{margin:.8rem 0;background:var(--raised);border:1px solid var(--rule);padding:.6rem}.chart{display:block;width:100%;height:auto}.narrow{display:none}.key{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;padding:0;font-size:.85rem;color:var(--soft)}.mark{vertical-align:-.2em}
.chart text{font:12px system-ui,"Liberation Sans",sans-serif;fill:var(--soft);paint-order:stroke;stroke:var(--raised);stroke-width:3px;stroke-linejoin:round}.chart .value.on{fill:var(--ink);font-weight:650}.chart .name{fill:var(--ink)}.grid{stroke:var(--rule)}.axis,.leader{stroke:var(--soft);fill:none}.leader{opacity:.7}
.band{fill:var(--band)}.band.open{opacity:.45}.bestline{stroke:var(--link);stroke-dasharray:1 3;stroke-width:1.5}.chart .bandname{fill:var(--ink)}
.step,.bar{fill:none;stroke-width:1.6}.step{opacity:.85}.bar{stroke-width:1.3}.m{stroke-width:1.6}.m.off{fill:var(--raised)}.m.line{fill:none;stroke-width:2.2}
.o0{stroke:var(--o0)}.o1{stroke:var(--o1)}.o2{stroke:var(--o2)}.o3{stroke:var(--o3)}.o4{stroke:var(--o4)}.o5{stroke:var(--o5)}.o6{stroke:var(--o6)}.o7{stroke:var(--o7)}
.on.o0{fill:var(--o0)}.on.o1{fill:var(--o1)}.on.o2{fill:var(--o2)}.on.o3{fill:var(--o3)}.on.o4{fill:var(--o4)}.on.o5{fill:var(--o5)}.m.on.line{fill:none}
.report{border-top:1px solid var(--rule);padding-top:.2rem;margin-top:1.4rem}.report h3{margin-bottom:.1rem}.report .title{font-style:italic}.text{max-width:44rem;border-left:3px solid var(--rule);padding-left:.9rem;margin:.5rem 0}.gap{color:var(--soft)}
mark{color:inherit;background:var(--clause)}mark.number{background:var(--mark);font-weight:600;padding:0 .1em}
.findings li{margin:.25rem 0}.findings .inconsistency,.decided{border-left:4px solid var(--focus);padding-left:.6rem}.range.reviewed{border-left:4px solid var(--focus);padding-left:.6rem}.range .n a{color:inherit;text-decoration-style:dotted}.conflict.scope,.conflict.day,.conflict.wording{border-left-style:dotted}
.timeline ol{list-style:none;padding-left:0}.timeline time{display:inline-block;min-width:8.5rem;color:var(--soft)}.grid-table td,.grid-table th{padding:.2rem .4rem;font-size:.85rem;white-space:nowrap}.grid-table td{text-align:center}
.policies dt{font-weight:600}.policies dd{margin:0 0 .5rem}dl dt{font-weight:600}.summary dt{font-weight:400}
@media (max-width:44rem){body{padding:1rem .9rem 3rem}h1{font-size:1.6rem}.incident>h2{font-size:1.4rem}.summary{grid-template-columns:1fr;gap:.8rem;padding:.8rem .9rem}.summary dl{grid-template-columns:4.2rem 1fr}
.wide{display:none}.narrow{display:block}.toll-chart{padding:.3rem}
.cards thead{position:absolute;left:-99rem}.cards,.cards tbody,.cards tr,.cards th,.cards td,.cards caption{display:block}.cards tr{border-top:1px solid var(--rule);padding:.5rem 0}.cards tbody th,.cards td{border:0;padding:.1rem 0}
.cards td{display:grid;grid-template-columns:6.5rem 1fr;gap:.5rem}.cards td::before{content:attr(data-label);color:var(--soft);font-size:.85rem;font-weight:400}.cards td.none{display:none}.cards td>*{grid-column:2}.figure{white-space:normal}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media print{@page{margin:16mm 14mm}:root{--paper:#fff;--raised:#fff;--ink:#000;--soft:#444;--rule:#bbb;--link:#000;--mark:#fff;--clause:#fff;--note:#fff;--band:#0001}
body{max-width:none;padding:0 1px;font-size:9.5pt}.skip,nav,.switch{display:none}details::details-content{content-visibility:visible;display:block;height:auto}a{text-decoration:none}mark.number{text-decoration:underline}tr,figure,.conflict,.summary,.report .text p{break-inside:avoid}h2,h3{break-after:avoid}.incident{break-before:auto}}
)css";

}  // namespace attest
