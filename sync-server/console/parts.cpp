#include "sync-server/console/parts.h"

#include "shared/base/id.h"
#include "shared/base/json.h"
#include "shared/base/markup.h"
#include "shared/crypto/hash.h"
#include "sync-server/console/words/words.h"
#include "sync-server/http/urlencoded.h"

#include <algorithm>

namespace console {

using html::all;
using html::tag;

Html search_form(std::string_view path, const Html& contents) {
    return tag("form", {{"method", "get"}, {"action", path}, {"role", "search"}}, contents);
}

Html form(const Visit& visit, std::string_view path, const Html& contents, bool has_file) {
    html::Attributes attributes = {{"method", "post"}, {"action", path}};
    if (has_file) attributes.push_back({"enctype", "multipart/form-data"});
    return tag("form", attributes, carried("csrf", visit.session.csrf),
               carried("request", base::make_uuid7(visit.now, visit.random)), contents);
}

Html carried(html::Name name, std::string_view value) {
    return tag("input", {{"type", "hidden"}, {"name", name.text()}, {"value", value}});
}

std::string stamp(const std::vector<std::string>& shown) {
    std::string all;
    for (const std::string& each : shown) all += std::to_string(each.size()) + ":" + each;
    return crypto::hash128_hex(all).substr(0, 16);
}

Html submit(std::string_view label, Button kind) {
    return tag("button",
               {{"type", "submit"},
                {"class", kind == Button::Main    ? "main"
                          : kind == Button::Plain ? "plain"
                                                  : "danger"}},
               label);
}

Html submit(std::string_view label, html::Name name, std::string_view value, Button kind) {
    return tag("button",
               {{"type", "submit"},
                {"name", name.text()},
                {"value", value},
                {"class", kind == Button::Main    ? "main"
                          : kind == Button::Plain ? "plain"
                                                  : "danger"}},
               label);
}

Html link(std::string_view path, std::string_view text) {
    return tag("a", {{"href", path}}, text);
}

Html button_link(std::string_view path, std::string_view text, Button kind) {
    return tag("a",
               {{"href", path},
                {"class", kind == Button::Main    ? "button main"
                          : kind == Button::Plain ? "button plain"
                                                  : "button danger"}},
               text);
}

Html note(Tone tone, const Html& content) {
    const char* kind = tone == Tone::Info   ? "note info"
                       : tone == Tone::Ok   ? "note ok"
                       : tone == Tone::Warn ? "note warn"
                                            : "note bad";
    return tag("div", {{"class", kind}}, tag("p", content));
}

Html badge(Tone tone, std::string_view text) {
    const char* kind = tone == Tone::Info   ? "badge info"
                       : tone == Tone::Ok   ? "badge ok"
                       : tone == Tone::Warn ? "badge warn"
                                            : "badge bad";
    return tag("span", {{"class", kind}}, text);
}

Html card(std::string_view title, const Html& content) {
    return tag("section", {{"class", "card"}}, tag("h2", title), content);
}

Html facts(const std::vector<std::pair<std::string, Html>>& facts) {
    Html lines;
    for (const auto& each : facts) {
        lines += tag("div", tag("dt", each.first), tag("dd", each.second));
    }
    return tag("dl", {{"class", "facts"}}, lines);
}

Html paragraph(std::string_view text) {
    return tag("p", text);
}

int page_number(const Visit& visit) {
    const auto asked = base::json::integer_of(visit.value("page"));
    return asked ? static_cast<int>(std::clamp<std::int64_t>(*asked, 0, 1'000'000)) : 0;
}

Html pager(const Visit& visit, bool has_more) {
    const int number = page_number(visit);
    if (number == 0 && !has_more) return {};
    const auto to = [&](int other) {
        std::string address = visit.request.path + "?page=" + std::to_string(other);
        for (const http::Header& each : http::parse_urlencoded(visit.request.query)) {
            if (each.name == "page") continue;
            address +=
                "&" + base::percent_encoded(each.name) + "=" + base::percent_encoded(each.value);
        }
        return address;
    };
    Html links;
    if (number > 0) links += button_link(to(number - 1), tr("Page before"));
    links += tag("span", tr("Page {0}", {std::to_string(number + 1)}));
    if (has_more) links += button_link(to(number + 1), tr("Next page"));
    return tag("nav", {{"class", "pager"}, {"aria-label", tr("Pages of this list")}}, links);
}

std::string day_text(const Visit& visit, base::Instant at) {
    return words::short_date(base::date_in(at, visit.centre.zone), tongue());
}

std::string time_text(const Visit& visit, base::Instant at) {
    std::string clock = base::to_date_time_text(at, visit.centre.zone).substr(11, 5);
    std::replace(clock.begin(), clock.end(), ':', '.');
    return day_text(visit, at) + " " + clock;
}

}  // namespace console
