// The look that all printed pages share: black on white, since village printers have one ink.
#pragma once

#include "client/paper/html.h"

#include <string_view>

namespace paper {

inline constexpr std::string_view kMarginType =
    "font:7.5pt Inter,\"Noto Sans\",\"DejaVu Sans\",Arial,sans-serif;color:#444";

inline constexpr std::string_view kStyle = R"css(
*{box-sizing:border-box}
html{font:11pt/1.35 Inter,"Noto Sans","DejaVu Sans",Arial,sans-serif;color:#000;background:#fff}
body{margin:0;overflow-wrap:anywhere}
h1{font-size:1.45em;line-height:1.15;margin:0 0 1.5mm}
h2{font-size:1.12em;margin:3.5mm 0 1.5mm;break-after:avoid}
p{margin:0 0 1.5mm}
.letterhead{display:flex;gap:4mm;align-items:baseline;border-bottom:.5mm solid #000;
 padding-bottom:1mm;margin-bottom:3mm}
.letterhead .printed{margin-left:auto;font-size:.75em;color:#333}
table{width:100%;border-collapse:collapse;table-layout:fixed}
thead{display:table-header-group}
tr{break-inside:avoid}
th,td{border:.25mm solid #444;padding:1mm 1.5mm;vertical-align:top;text-align:left}
th{background:#e8e8e8;font-weight:600;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.number{text-align:right}
.mark{text-align:center}
.small{font-size:.82em;color:#222}
.box{display:inline-block;width:4.4mm;height:4.4mm;border:.35mm solid #000;vertical-align:-.8mm;
 border-radius:.5mm}
.line{display:inline-block;min-width:25mm;border-bottom:.25mm solid #555;height:1.2em}
.ruled{border-bottom:.25mm solid #777;height:7.5mm;margin:0}
.how-to{display:none}
@media screen{html{background:#ddd}main{background:#fff;margin:6mm auto;padding:10mm;
 box-shadow:0 1mm 4mm #999}
 .how-to{display:block;text-align:center;margin:6mm 0 0;font-weight:600}}
)css";

constexpr std::string_view size_style(Size size) {
    switch (size) {
        case Size::A4:
            return "@page{size:A4;margin:12mm 12mm 15mm}@media screen{main{width:210mm}}";
        case Size::A4Landscape:
            return "@page{size:A4 landscape;margin:10mm 12mm 14mm}"
                   "@media screen{main{width:297mm}}";
        case Size::A5:
            return "@page{size:A5;margin:8mm 9mm 11mm}html{font-size:9pt}"
                   "@media screen{main{width:148mm}}";
    }
    return "";
}

}  // namespace paper
