// The look of the leaflet: two sides of exactly one A5 page each, for reading at arm's length. Its
// fonts are none wider than the first, so that a laptop without that one prints two sides as well.
#pragma once

namespace paper {

inline constexpr const char* kLeafletStyle = R"css(
@page{margin:6.5mm 8.5mm 9mm}
html{font:8.8pt/1.35 Inter,Arial,"Liberation Sans","Noto Sans","DejaVu Sans Condensed",sans-serif}
.letterhead{margin-bottom:2mm;padding-bottom:.6mm}
.side{padding:0 .3mm;min-height:182mm;display:flex;flex-direction:column;
 justify-content:space-between;gap:1.15mm}
.side+.side{break-before:page;min-height:190mm;gap:1.3mm}
.side h1{font-size:1.5em;margin:0}
.side h2{font-size:1.18em;margin:0;display:flex;align-items:center;gap:2mm}
.side h2 .nr{flex:none;width:5.4mm;height:5.4mm;border-radius:50%;background:#1e6e5c;color:#fff;
 text-align:center;line-height:5.4mm;font-size:.88em;print-color-adjust:exact;
 -webkit-print-color-adjust:exact}
.side h2 small{font-weight:400;font-size:.8em;color:#333}
.lead{margin:0;font-size:1.08em}
.stop{margin:0;border:.5mm solid #1e6e5c;border-radius:2mm;padding:.6mm 2.5mm;font-weight:700;
 text-align:center;font-size:1.1em}
.steps{display:grid;gap:1.2mm 2.4mm}
.step{margin:0;break-inside:avoid;position:relative}
.step svg{display:block;width:100%}
.step .crop{overflow:hidden;border-radius:1.6mm}
.crop.back svg{margin:-3.5% 0 -7.5%}
.crop.scene svg{margin:-2% 0 -4%}
.step figcaption{font-size:.92em;line-height:1.14;margin-top:.5mm;font-weight:600}
.step .time{position:absolute;right:1mm;top:1mm;background:#fff;border-radius:2mm;
 padding:.1mm 1.3mm;font-size:.78em;font-weight:600;border:.25mm solid #1e6e5c}
.last{display:grid;grid-template-columns:1fr 1.02fr;gap:3.5mm}
.last figcaption{font-size:.86em}
.last li{line-height:1.18;margin-bottom:.5mm}
ul{margin:0;padding:0;list-style:none}
li{position:relative;padding-left:3.4mm;margin:0 0 .7mm;line-height:1.24}
li:before{content:"";position:absolute;left:.4mm;top:.4em;width:1.5mm;height:1.5mm;
 border-radius:50%;background:#1e6e5c;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.alarm{display:flex;gap:2.5mm;align-items:center;border:.8mm solid #000;border-radius:2mm;
 padding:1mm 2mm}
.alarm svg{flex:none;width:11.5mm;height:11.5mm}
.alarm h1{font-size:1.5em}
.alarm p{margin:.4mm 0 0;line-height:1.2;font-size:.95em}
.signs{display:grid;grid-template-columns:1fr 1fr;gap:4mm}
.signs h2{border-bottom:.5mm solid #000;padding-bottom:.6mm;margin-bottom:.6mm}
.signs h3{font-size:.92em;margin:.8mm 0 .5mm;display:flex;gap:1.4mm;align-items:center}
.signs h3 svg{width:3.8mm;height:3.8mm;flex:none}
.signs li{font-size:.9em;margin-bottom:.35mm;line-height:1.2}
.signs li:before{border-radius:0;background:#000}
.call{display:flex;gap:3mm;align-items:center;border:.5mm solid #000;border-radius:2mm;
 padding:.5mm 2.5mm}
.call p{margin:0}
.call .number{font-size:1.9em;font-weight:700;white-space:nowrap;text-align:left;line-height:1.15}
.call .line{min-width:70mm}
.call>div{flex:1}
.call>svg{flex:none;width:14mm;height:14mm}
.wait{columns:2;column-gap:4mm}
.wait li{break-inside:avoid;font-size:.9em;margin-bottom:.35mm;line-height:1.2}
.about{border-top:.3mm solid #777;padding-top:1mm;font-size:.84em}
.about p{margin:0 0 .6mm;line-height:1.25}
)css";

}  // namespace paper
