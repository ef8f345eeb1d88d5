#include "sync-server/console/page.h"

#include "shared/base/json.h"
#include "shared/base/markup.h"
#include "shared/base/text.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/routes.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/records/records.h"

#include <algorithm>
#include <array>

namespace console {

using html::all;
using html::tag;

namespace {

struct Words {
    int status;
    const char* title;
    const char* what;
};

Words words_of(Refusal why) {
    switch (why) {
        case Refusal::NotFound:
            return {
                404, later("Not here"),
                later("There is nothing at this address. It may have been merged, erased, or the "
                      "address was typed wrongly. Nothing was changed.")};
        case Refusal::NotAllowed:
            return {403, later("Not for your account"),
                    later("Your account may not open this part. Nothing was changed. If you need "
                          "it, speak to the coordinator.")};
        case Refusal::Stale:
            return {
                409, later("This was changed meanwhile"),
                later("While this page was open, what it shows was changed, by somebody else or "
                      "in another window of yours. Nothing of this page was written, and "
                      "nothing of that was lost. Look at it again, then decide.")};
        case Refusal::Replayed:
            return {409, later("Sent before"),
                    later("This form was taken already. Nothing was done a second time. What it "
                          "showed is shown only once.")};
        case Refusal::BadForm:
            return {403, later("This form cannot be taken"),
                    later("The form came from an old page or from another site. Nothing was "
                          "changed. Open the page again and fill it in once more.")};
        case Refusal::TooLarge:
            return {413, later("Too large"),
                    later("This is more than can be taken at once. Nothing was changed. Send a "
                          "smaller file.")};
        case Refusal::TooManyTries:
            return {429, later("Too many tries"),
                    later("Signing in failed too often. Wait some minutes, then try again. If you "
                          "forgot your password, ask a coordinator for a new code.")};
        case Refusal::Busy:
            return {503, later("The server is busy"),
                    later("Too many people sign in at this moment. Nothing was changed. Wait a "
                          "moment, then try again.")};
        case Refusal::DiskFull:
            return {503, later("The server's disk is full"),
                    later("The server has no room left to write. Nothing was changed, and what was "
                          "taken before is safe. Tell whoever looks after the server.")};
        case Refusal::Writing:
            return {503, later("The server is writing"),
                    later("Something longer is being written at this moment. Nothing was changed. "
                          "Wait a moment, then try again.")};
        case Refusal::Internal:
            break;
    }
    return {500, later("Something went wrong here"),
            later("The server could not do this. What was taken before is safe. Try again; if it "
                  "happens again, tell whoever looks after the server.")};
}

constexpr std::size_t kTitleCharactersMax = 200;

// A name may be the title; a tab shows thirty characters of it.
std::string_view shortened(std::string_view title) {
    std::size_t bytes = std::min<std::size_t>(title.size(), 200);
    while (bytes < title.size() && (static_cast<unsigned char>(title[bytes]) & 0xC0U) == 0x80U) {
        --bytes;
    }
    return title.substr(0, bytes);
}

Html head(const Centre& centre, std::string_view title) {
    return all(
        tag("meta", {{"charset", "utf-8"}}),
        tag("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}),
        tag("title", shortened(title), " · ", centre.name, " · Kawan ASI"),
        tag("link", {{"rel", "stylesheet"}, {"href", "/style.css"}}),
        tag("link", {{"rel", "icon"}, {"href", "/icon.svg"}, {"type", "image/svg+xml"}}));
}

Html language_switch(std::string_view path) {
    const auto one = [&](words::Language language, const char* its_name) -> Html {
        const std::string_view code = words::code(language);
        if (tongue().language == language) {
            return tag("span", {{"lang", code}, {"aria-current", "true"}}, its_name);
        }
        const std::string to =
            "/language/" + std::string(code) + "?to=" + base::percent_encoded(path);
        return tag("a", {{"href", to}, {"lang", code}, {"hreflang", code}}, its_name);
    };
    return tag("p", {{"class", "language"}}, one(words::Language::Indonesian, "Indonesia"), " ",
               one(words::Language::English, "English"));
}

Html header(const Centre& centre, std::string_view path) {
    return tag(
        "header", {{"class", "top"}},
        tag("a", {{"class", "brand"}, {"href", "/"}}, tag("span", {{"class", "app"}}, "Kawan ASI"),
            " ", tag("span", {{"class", "centre"}}, html::name(centre.name, 60))),
        language_switch(path));
}

bool is_under(std::string_view path, std::string_view item) {
    if (item == "/") return path == "/";
    return path == item || (path.starts_with(item) && path.substr(item.size()).starts_with("/"));
}

Html navigation_list(const Visit& visit) {
    Html groups;
    std::string group;
    Html items;
    const auto close_group = [&] {
        if (items.empty()) return;
        groups += all(tag("p", {{"class", "group"}}, tr(group.c_str())), tag("ul", items));
        items = Html();
    };
    for (const NavItem& item : navigation()) {
        if (!visit.may(item.action)) continue;
        if (group != item.group) close_group();
        group = item.group;
        html::Attributes attributes = {{"href", item.path}};
        if (is_under(visit.request.path, item.path)) attributes.push_back({"aria-current", "page"});
        items += tag("li", tag("a", attributes, tr(item.label)));
    }
    close_group();
    return groups;
}

// Twice: beside the page on a wide screen, folded above it on a phone. The style hides one of them.
Html navigation_of(const Visit& visit) {
    const Html list = navigation_list(visit);
    return all(tag("details", {{"class", "menu"}}, tag("summary", tr("Menu")),
                   tag("nav", {{"aria-label", tr("Menu")}}, list)),
               tag("nav", {{"class", "side"}, {"aria-label", tr("Pages")}}, list));
}

// "Siti Aminah, Sitti Aminah: "; of households what they are comes first.
Html names_of(const Visit& visit, const std::string& ids) {
    Html names;
    for (const std::string& id : base::split(ids, ' ')) {
        const auto stored = server_store::find_record(visit.connection, id);
        if (!stored.ok() || !stored.value()) continue;
        const records::Record& record = stored.value()->record;
        const bool is_first_home = names.empty() && record.type == "household";
        if (is_first_home) names += all(type_words(visit, record.type), " ");
        names += all(names.empty() || is_first_home ? "" : ", ", record_name(visit, record));
    }
    return names.empty() ? names : all(tag("strong", names), ": ");
}

Html said_before(const Visit& visit) {
    const auto said = base::json::Object::parse(visit.session.message);
    if (!said.ok()) return {};
    const auto text = [&](const char* name) { return said.value().string(name).value_or(""); };
    constexpr std::array<Tone, 4> kTones = {Tone::Info, Tone::Ok, Tone::Warn, Tone::Bad};
    const auto tone = static_cast<std::size_t>(said.value().integer("tone").value_or(0));
    return tag(
        "div", {{"role", "status"}},
        note(kTones.at(tone % kTones.size()),
             all(names_of(visit, text("about")), text("text"),
                 text("way").empty() ? Html() : all(" ", link(text("way"), text("way_words"))))));
}

Html footer(const Visit& visit) {
    return tag("footer", {{"class", "foot"}},
               tag("p", tr("Signed in as"), " ", html::name(visit.who.name, 60), " · ",
                   link("/account", tr("My account"))),
               form(visit, "/sign-out", submit(tr("Sign out"), Button::Plain)));
}

// Where a GET of this page is, for the switch of language: what was posted is not asked for again.
std::string address_of(const http::Request& request) {
    if (request.method == "POST") return "/";
    return request.query.empty() ? request.path : request.path + "?" + request.query;
}

Reply document(const Centre& centre, std::string_view title, const Html& body, int status) {
    Reply reply;
    reply.response.status = status;
    reply.response.content_type = "text/html; charset=utf-8";
    reply.response.body = html::document(
        words::code(tongue().language), head(centre, title),
        all(tag("a", {{"class", "skip"}, {"href", "#main"}}, tr("Skip to the content")), body));
    return reply;
}

}  // namespace

Reply page(const Visit& visit, std::string_view title, const Html& content, int status) {
    const Html main = tag("main", {{"id", "main"}, {"tabindex", "-1"}}, said_before(visit),
                          tag("h1", html::name(title, kTitleCharactersMax)), content);
    return document(
        visit.centre, title,
        all(header(visit.centre, address_of(visit.request)),
            tag("div", {{"class", "frame"}}, navigation_of(visit), main), footer(visit)),
        status);
}

Reply open_page(const Centre& centre, std::string_view path, std::string_view title,
                const Html& content, int status) {
    return document(centre, title,
                    all(header(centre, path),
                        tag("div", {{"class", "frame narrow"}},
                            tag("main", {{"id", "main"}, {"tabindex", "-1"}},
                                tag("h1", html::name(title, kTitleCharactersMax)), content))),
                    status);
}

Reply go_to(std::string_view path, std::string_view said, Tone tone) {
    Reply reply;
    reply.response.status = 303;
    reply.response.headers.push_back({"Location", std::string(path)});
    reply.said = std::string(said);
    reply.tone = tone;
    return reply;
}

Reply file(std::string_view name, std::string_view content_type, std::string bytes) {
    Reply reply;
    reply.response.content_type = std::string(content_type);
    reply.response.headers.push_back(
        {"Content-Disposition", "attachment; filename=\"" + std::string(name) + "\""});
    reply.response.body = std::move(bytes);
    return reply;
}

Reply refusal(const Visit& visit, Refusal why, std::string_view back) {
    const Words words = words_of(why);
    return page(visit, tr(words.title),
                all(paragraph(tr(words.what)), tag("p", button_link(back, tr("Go on")))),
                words.status);
}

Reply cannot(const Visit& visit, std::string_view sentence, std::string_view back) {
    return page(visit, tr("This cannot be done"),
                all(note(Tone::Warn, sentence),
                    paragraph(tr("Nothing was changed. Go back, mend it and try again.")),
                    back.empty() ? Html() : tag("p", button_link(back, tr("Back")))),
                409);
}

Reply refusal(const Centre& centre, std::string_view path, Refusal why, std::string_view back) {
    const Words words = words_of(why);
    return open_page(centre, path, tr(words.title),
                     all(paragraph(tr(words.what)), tag("p", button_link(back, tr("Go on")))),
                     words.status);
}

}  // namespace console
