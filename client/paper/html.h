// A printable page: complete HTML in UTF-8 with its own style and no scripts, nothing from outside.
//
// Text from people goes through text(): whatever a name holds, it comes out as that name. What
// stands in the page's title and file name may be kept by a browser, so it never names a person.
#pragma once

#include "shared/base/date.h"
#include "shared/base/masked.h"

#include <string>
#include <string_view>
#include <vector>

namespace paper {

// & < > " ' as entities; broken UTF-8, control characters and those that turn the writing
// direction of what follows as U+FFFD, so that nobody's name rearranges the page.
std::string text(std::string_view from_people);

// A string of CSS, with its quotes: what the page's margins say.
std::string css_string(std::string_view words);

using base::kNikDigits;
using base::kPhoneDigits;
using base::masked;

// <tag class="kind">content</tag>; the content is HTML already.
std::string element(std::string_view tag, std::string_view kind, std::string_view content);
inline std::string box() {
    return R"(<i class="box"></i>)";
}
// An empty line to write on, as wide as there is room.
inline std::string line() {
    return R"(<i class="line"></i>)";
}
std::string lines(int count);

struct Column {
    std::string head;   // words
    std::string kind;   // class of its cells
    std::string width;  // of CSS, "12mm"; "" what is left
};
// The head stands again on every page. Cells and rows are HTML already.
std::string row(const std::vector<Column>& columns, const std::vector<std::string>& cells);
std::string table(const std::vector<Column>& columns, std::string_view rows);

enum class Size { A4, A4Landscape, A5 };

// Who prints: stands at the top of each page and in its margin.
struct Letterhead {
    std::string centre;  // "Puskesmas Sukamaju"
    std::string unit;    // "Posyandu Melati 3"
    base::Date printed_on;
};

struct Page {
    Size size = Size::A4;
    std::string title;  // words, of nobody in particular
    std::string style;  // CSS of this kind of page
    std::string body;   // HTML
};
std::string html(const Page& page, const Letterhead& head);

}  // namespace paper
