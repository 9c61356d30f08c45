/** The tokens of the console that this page uses, with the values they have there. */
export const statusTokens = `
--paper:light-dark(#F2F4F3, #0E1113);--sheet:light-dark(#FDFDFC, #14181A);
--jiao:light-dark(#12171A, #F3F4F1);--nong:light-dark(#2A3136, #DADDDA);--zhong:light-dark(#50595F, #A9B0B1);--dan:light-dark(#646D72, #8D9596);
--line:light-dark(#DFE3E1, #252B2E);--line-2:light-dark(#C3C9C7, #384044);--edge:light-dark(#868E92, #6B7478);
--zhu:light-dark(#BE2F1B, #F2806B);--zhu-fill:light-dark(#BE2F1B, #C63A26);--zhu-wash:light-dark(#FBEBE7, #331815);--lv:light-dark(#1C7054, #63C29B);--zhe:light-dark(#835407, #DBA64A);--zhe-fill:light-dark(#B47A12, #C9953B);
--c3:light-dark(#C9CFCD, #3A4347);
`;

/** All of the look of the page: nothing of it is fetched. */
export const statusStyle = `
:root{color-scheme:light dark;${statusTokens}
--font-ui:"Inter",-apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,"PingFang SC","Hiragino Sans GB","Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",system-ui,sans-serif;
--font-record:"Songti SC","Noto Serif SC","Source Han Serif SC","Noto Serif CJK SC","Iowan Old Style",Charter,Georgia,"Microsoft YaHei",serif}
:lang(en){--font-record:"Iowan Old Style",Charter,"Noto Serif SC","Songti SC","Noto Serif CJK SC",Georgia,serif}
*{box-sizing:border-box;margin:0}
body{background:var(--paper);color:var(--nong);font:14px/1.5 var(--font-ui);overflow-wrap:anywhere}
:lang(zh){line-break:strict;text-autospace:normal}
a{color:inherit;text-underline-offset:3px}a:focus-visible{outline:2px solid var(--jiao);outline-offset:2px}
main,body>header,body>footer{max-width:880px;margin:0 auto;padding:0 24px}
body>header{display:flex;justify-content:space-between;align-items:center;padding-top:24px}
.brand{display:flex;align-items:center;gap:10px;font:700 17px/1 var(--font-record);color:var(--jiao)}
.h{padding:44px 0 22px;margin-bottom:28px;border-bottom:2px solid var(--jiao);position:relative}
.h::after{content:"";position:absolute;left:0;right:0;bottom:-5px;height:1px;background:var(--jiao);opacity:.55}
h1{font:700 40px/1.3 var(--font-record);color:var(--jiao)}
.h p{margin-top:4px;font-size:13px;color:var(--zhong)}
h2{font-size:14px;font-weight:600;color:var(--jiao)}h3{font-size:14px;font-weight:600;color:var(--jiao)}
.sec{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:4px 16px;padding-bottom:8px;border-bottom:1px solid var(--edge)}
section{margin-top:32px}.h{margin-top:0}
.legend{display:flex;flex-wrap:wrap;gap:4px 12px;font-size:12px;color:var(--zhong)}
.legend i{display:inline-block;width:9px;height:9px;margin-right:5px;border-radius:1px}.legend .low{height:3px;vertical-align:1px}
.row{display:grid;grid-template-columns:200px 72px minmax(0,1fr) 84px;gap:0 16px;align-items:center;padding:11px 0;border-bottom:1px solid var(--line);font-size:13px}
.nm{color:var(--jiao);font-weight:600}.num{text-align:right;font-variant-numeric:tabular-nums}.st{text-align:right;font-size:12px}
.why{grid-column:3/-1;font-size:12px;color:var(--dan)}
.why summary{cursor:pointer;text-decoration:underline;text-underline-offset:3px}.why ul{list-style:none;padding:4px 0 0;font-variant-numeric:tabular-nums}.why summary:focus-visible{outline:2px solid var(--jiao);outline-offset:2px}
.sp{display:block;width:100%;height:24px}.s{display:none}
.up{color:var(--lv)}.down{color:var(--zhu);font-weight:600}.maintenance{color:var(--zhe)}.unknown{color:var(--dan)}
.ax{display:flex;justify-content:space-between;padding:4px 100px 0 304px;font-size:12px;color:var(--dan)}
.sub,small{font-size:13px;color:var(--zhong)}.note{margin-top:10px;font-size:12px;color:var(--dan)}
.list{list-style:none;padding:0}.list>li{padding:12px 0;border-bottom:1px solid var(--line)}.bar .list>li{padding:0}.bar .list>li+li{padding-top:10px}.bar .list>li:last-child{border:0}
.list .sub{margin-top:2px}.up-list{list-style:none;padding:0;margin-top:6px}
.up-list li{display:grid;grid-template-columns:132px 92px minmax(0,1fr);gap:0 12px;padding:3px 0;font-size:13px}
.up-list p{white-space:pre-line}
time{font-variant-numeric:tabular-nums;color:var(--dan)}
.tag{display:inline-block;border:1px solid var(--edge);border-radius:2px;padding:0 6px;font-size:12px;line-height:18px;font-weight:400;margin-left:8px;color:var(--nong)}
.tag-open{background:var(--zhu-fill);border-color:var(--zhu-fill);color:#fff}
.bar{border:1px solid var(--line-2);border-left:3px solid var(--jiao);background:var(--sheet);border-radius:2px;padding:10px 14px;margin-bottom:16px}
.bar b{color:var(--jiao)}
.old{display:none;border-left-color:var(--zhu-fill);background:var(--zhu-wash)}
.stale .old{display:block}.stale h1{color:var(--dan)}
body>footer{display:flex;flex-wrap:wrap;justify-content:space-between;gap:8px 20px;margin-top:36px;padding-top:14px;padding-bottom:40px;font-size:12px;color:var(--dan)}
body>footer nav{display:flex;gap:16px}
@media(max-width:720px){main,body>header,body>footer{padding-left:16px;padding-right:16px}.h{padding:28px 0 18px;margin-bottom:22px}h1{font-size:30px}
.row{grid-template-columns:minmax(0,1fr) auto auto;gap:4px 12px}.row .ch{grid-column:1/-1;grid-row:2}.why{grid-column:1/-1}.ax{padding:4px 0 0}.l{display:none}.s{display:block}
.up-list li{grid-template-columns:auto 1fr}.up-list p{grid-column:1/-1}a,.legend{min-height:24px}.why summary{padding:6px 0}}
@media(prefers-contrast:more){:root{--dan:var(--zhong);--line:var(--line-2)}}
@media print{.old{display:none!important}}
`;

/** Says by the reader's own clock whether the page is old. Without it the time it was made is still printed. */
export const statusScript = `const d=document.documentElement,s=Date.parse(d.dataset.stale),f=()=>d.classList.toggle('stale',Date.now()>s);f();setInterval(f,5000)`;
