#include "client/paper/html.h"

#include "client/paper/style.h"
#include "client/ui/words/dates.h"
#include "client/ui/words/words.h"
#include "shared/base/characters.h"
#include "shared/base/markup.h"
#include "shared/base/text.h"

#include <array>

namespace paper {

namespace {

using words::tr;

std::string letterhead(const Letterhead& head) {
    const std::string printed =
        tr("Printed on {0} from Kawan ASI", {words::short_date(head.printed_on)});
    return element("header", "letterhead",
                   element("b", "", text(head.centre)) + element("span", "", text(head.unit)) +
                       element("span", "printed", text(printed)));
}

std::string margins(const Page& page, const Letterhead& head) {
    const std::string who = page.title + " · " + head.unit + " · " + head.centre;
    const std::string number =
        css_string(tr("Page")) + " \" \" counter(page) \" / \" counter(pages)";
    return "@page{@bottom-left{content:" + css_string(who) + ";" + std::string(kMarginType) +
           "}@bottom-right{content:" + number + ";" + std::string(kMarginType) + "}}";
}

}  // namespace

std::string text(std::string_view from_people) {
    return base::escaped(from_people);
}

std::string css_string(std::string_view words) {
    constexpr std::string_view kHex = "0123456789abcdef";
    const std::string valid = base::made_valid_utf8(words);
    std::string escaped = "\"";
    for (std::size_t at = 0; at < valid.size(); ++at) {
        const std::size_t mark = base::direction_mark_at(std::string_view(valid).substr(at));
        const auto byte = static_cast<unsigned char>(valid[at]);
        const bool is_plain =
            base::is_digit(valid[at]) || base::is_letter(valid[at]) || byte == ' ' || byte >= 0x80;
        if (mark > 0 || base::is_control(valid[at])) {
            escaped += base::kReplacement;
            at += mark > 0 ? mark - 1 : 0;
        } else if (is_plain) {
            escaped += valid[at];
        } else {
            // Also < and /, so that no name ends the <style> around it. The space ends the number.
            escaped += {'\\', kHex[byte >> 4U], kHex[byte & 15U], ' '};
        }
    }
    return escaped + "\"";
}

std::string element(std::string_view tag, std::string_view kind, std::string_view content) {
    std::string made = "<" + std::string(tag);
    if (!kind.empty()) made += " class=\"" + std::string(kind) + "\"";
    return made + ">" + std::string(content) + "</" + std::string(tag) + ">\n";
}

std::string lines(int count) {
    std::string made;
    for (int each = 0; each < count; ++each) made += R"(<p class="ruled"></p>)";
    return made;
}

std::string row(const std::vector<Column>& columns, const std::vector<std::string>& cells) {
    std::string made;
    for (std::size_t each = 0; each < cells.size(); ++each) {
        made += element("td", columns[each].kind, cells[each]);
    }
    return element("tr", "", made);
}

std::string table(const std::vector<Column>& columns, std::string_view rows) {
    std::string widths;
    std::string heads;
    for (const Column& column : columns) {
        widths += column.width.empty() ? "<col>" : "<col style=\"width:" + column.width + "\">";
        heads += element("th", column.kind, text(column.head));
    }
    return element("table", "",
                   element("colgroup", "", widths) +
                       element("thead", "", element("tr", "", heads)) + element("tbody", "", rows));
}

std::string html(const Page& page, const Letterhead& head) {
    const std::string how_to = tr("To print: press Ctrl and P together.");
    std::string made = "<!DOCTYPE html>\n<html lang=\"" + std::string(words::code()) + "\">\n";
    made += "<head><meta charset=\"utf-8\">\n";
    // Whatever slips into the page: nothing is run, nothing is fetched.
    made +=
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
        "style-src 'unsafe-inline'\">\n";
    made += "<title>" + text(page.title) + "</title>\n<style>" + std::string(kStyle) +
            std::string(size_style(page.size)) + margins(page, head) + page.style +
            "</style></head>\n<body>\n";
    made += element("p", "how-to", text(how_to)) + "<main>\n" + letterhead(head) + page.body;
    return made + "</main>\n</body></html>\n";
}

}  // namespace paper
