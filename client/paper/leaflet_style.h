// The look of the leaflet: two sides of exactly one A5 page each, for reading at arm's length.
#pragma once

namespace paper {

inline constexpr const char* kLeafletStyle = R"css(
.side{height:180mm;display:flex;flex-direction:column;gap:2mm;overflow:hidden}
.side+.side{break-before:page;height:188mm}
.side h1{font-size:1.75em;margin:0}
.side h2{font-size:1.18em;margin:0;display:flex;align-items:center;gap:2mm}
.side h2 .nr{flex:none;width:5.4mm;height:5.4mm;border-radius:50%;background:#1e6e5c;color:#fff;
 text-align:center;line-height:5.4mm;font-size:.88em;print-color-adjust:exact;
 -webkit-print-color-adjust:exact}
.side h2 small{font-weight:400;font-size:.8em;color:#333}
.lead{margin:0;font-size:1.08em}
.stop{margin:0;border:.5mm solid #1e6e5c;border-radius:2mm;padding:1mm 2.5mm;font-weight:700;
 text-align:center;font-size:1.12em}
.steps{display:grid;gap:1.6mm 2.4mm}
.step{margin:0;break-inside:avoid;position:relative}
.step svg{display:block;width:100%}
.step figcaption{font-size:.92em;line-height:1.18;margin-top:.6mm;font-weight:600}
.step .time{position:absolute;right:1mm;top:1mm;background:#fff;border-radius:2mm;
 padding:.1mm 1.4mm;font-size:.82em;font-weight:600;border:.25mm solid #1e6e5c}
.last{display:grid;grid-template-columns:2fr 2.1fr;gap:3mm}
ul{margin:0;padding:0;list-style:none}
li{position:relative;padding-left:3.4mm;margin:0 0 .7mm;line-height:1.24}
li:before{content:"";position:absolute;left:.4mm;top:.5em;width:1.5mm;height:1.5mm;
 border-radius:50%;background:#1e6e5c;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.alarm{display:flex;gap:3mm;align-items:center;border:.8mm solid #000;border-radius:2mm;
 padding:1.6mm 2.5mm}
.alarm svg{flex:none;width:14mm;height:14mm}
.alarm p{margin:.6mm 0 0}
.signs{display:grid;grid-template-columns:1fr 1fr;gap:4mm}
.signs h2{border-bottom:.5mm solid #000;padding-bottom:.6mm;margin-bottom:1mm}
.signs h3{font-size:.95em;margin:1.2mm 0 .8mm;display:flex;gap:1.4mm;align-items:center}
.signs h3 svg{width:3.8mm;height:3.8mm;flex:none}
.signs li{font-size:.92em}
.signs li:before{border-radius:0;background:#000}
.call{display:flex;gap:3mm;align-items:center;border:.5mm solid #000;border-radius:2mm;
 padding:1.6mm 2.5mm}
.call p{margin:0}
.call .number{font-size:1.9em;font-weight:700;white-space:nowrap;text-align:left;line-height:1.15}
.call .write{flex:1}
.call>div{flex:1}
.call>svg{flex:none;width:17mm;height:17mm}
.wait{columns:2;column-gap:4mm}
.wait li{break-inside:avoid;font-size:.94em}
.about{margin-top:auto;border-top:.3mm solid #777;padding-top:1mm;font-size:.84em}
.about p{margin:0 0 .6mm;line-height:1.25}
)css";

}  // namespace paper
