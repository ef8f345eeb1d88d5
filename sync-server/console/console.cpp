#include "sync-server/console/console.h"

#include "shared/base/json.h"
#include "shared/base/log.h"
#include "shared/base/markup.h"
#include "shared/base/text.h"
#include "sync-server/console/assets.h"
#include "sync-server/console/page.h"
#include "sync-server/console/refusals.h"
#include "sync-server/console/routes.h"
#include "sync-server/console/words/words.h"
#include "sync-server/http/urlencoded.h"

#include <algorithm>
#include <array>
#include <utility>

namespace console {

using base::Error;
using base::ErrorCode;
using http::Request;
using http::Response;
using server_store::ConsoleSession;

namespace {

// Beyond it no form of ours comes but those with a file.
constexpr std::size_t kFormBytesMax = 256 * 1024;
constexpr std::array<std::string_view, 7> kTakeFiles = {
    "/imports",         "/forms/check", "/forms",        "/pin",
    "/reports/mapping", "/moves/in",    "/moves/in/take"};
constexpr std::int64_t kSeenEveryMs = 60'000;
constexpr std::int64_t kYearSeconds = 365LL * 24 * 60 * 60;

Response asset(std::string_view content_type, std::string_view bytes) {
    Response response;
    response.content_type = std::string(content_type);
    response.body = std::string(bytes);
    response.headers.push_back({"Cache-Control", "private, max-age=600"});
    return response;
}

bool has(const Response& response, std::string_view name) {
    for (const http::Header& each : response.headers) {
        if (each.name == name) return true;
    }
    return false;
}

// Nothing runs, nothing is loaded from elsewhere, no other site frames a page or learns where its
// reader came from, and nothing stays in the browser's cache.
Response guarded(Response response) {
    constexpr const char* kPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
        "frame-ancestors 'none'; base-uri 'none'";
    response.headers.push_back({"Content-Security-Policy", kPolicy});
    response.headers.push_back({"X-Content-Type-Options", "nosniff"});
    response.headers.push_back({"X-Frame-Options", "DENY"});
    response.headers.push_back({"Referrer-Policy", "no-referrer"});
    response.headers.push_back({"Cross-Origin-Opener-Policy", "same-origin"});
    if (!has(response, "Cache-Control")) response.headers.push_back({"Cache-Control", "no-store"});
    return response;
}

Response language_chosen(const Request& request) {
    const std::string to = http::urlencoded_value(request.query, "to").value_or("/");
    const bool is_own = to.starts_with("/") && !to.starts_with("//") &&
                        to.find_first_of("\\\r\n\t") == std::string::npos;
    Reply reply = go_to(is_own ? to : "/");
    const words::Language language = words::language_of(request.parameter("code"));
    reply.response.headers.push_back(cookie(kLanguageCookie, words::code(language), kYearSeconds));
    return reply.response;
}

// A browser says where a form came from. Its Origin is "null" for pages that say no referrer, as
// ours do; the token in the form decides then.
bool is_from_elsewhere(const Request& request) {
    const std::string_view site = request.header("sec-fetch-site");
    if (!site.empty()) return site != "same-origin" && site != "none";
    const std::string_view origin = request.header("origin");
    if (origin.empty() || origin == "null") return false;
    const auto host = origin.find("://");
    return host == std::string_view::npos || origin.substr(host + 3) != request.header("host");
}

bool is_too_large(const Request& request) {
    const bool takes_file =
        std::find(kTakeFiles.begin(), kTakeFiles.end(), request.path) != kTakeFiles.end();
    return request.body.size() > kFormBytesMax &&
           !(takes_file && request.content_type().starts_with("multipart/form-data"));
}

Refusal trouble(const Error& error) {
    if (error.code == ErrorCode::DiskFull) return Refusal::DiskFull;
    return db::is_busy(error) ? Refusal::Writing : Refusal::Internal;
}

std::string message_of(const Reply& reply) {
    if (reply.said.empty()) return "";
    return base::json::Writer()
        .add("tone", static_cast<std::int64_t>(reply.tone))
        .add("text", reply.said)
        .add("about", base::joined(reply.way_back.about, " "))
        .add("way", reply.way_back.path)
        .add("way_words", reply.way_back.words)
        .text();
}

}  // namespace

// A connection that reads, on loan, showing one state of the database until it is given back.
class Console::Reader {
public:
    Reader(Console& console, db::Connection connection)
        : console_(console), connection_(std::move(connection)) {}
    ~Reader() {
        if (!connection_.execute("ROLLBACK").ok()) return;
        const std::lock_guard guard(console_.readers_lock_);
        console_.readers_.push_back(std::move(connection_));
    }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    db::Connection& connection() { return connection_; }

private:
    Console& console_;
    db::Connection connection_;
};

Result<std::unique_ptr<Console::Reader>> Console::reader() {
    std::optional<db::Connection> free;
    {
        const std::lock_guard guard(readers_lock_);
        if (!readers_.empty()) {
            free = std::move(readers_.back());
            readers_.pop_back();
        }
    }
    if (!free) {
        TRY_LET(opened, settings_.open_reader());
        free = std::move(opened);
    }
    TRY(free->execute("BEGIN"));
    return std::make_unique<Reader>(*this, std::move(*free));
}

Console::Console(Settings settings)
    : settings_(std::move(settings)),
      sign_in_({settings_.centre, settings_.on_writer, settings_.clock, settings_.password_cost}),
      errands_(settings_.open_errands, settings_.on_writer, settings_.clock) {
    router_.add("GET", "/style.css", [](Request&&) { return asset("text/css", style_css()); });
    router_.add("GET", "/icon.svg", [](Request&&) { return asset("image/svg+xml", icon_svg()); });
    router_.add("GET", "/language/{code}",
                [](Request&& request) { return language_chosen(request); });
    for (const char* method : {"GET", "POST"}) {
        router_.add(method, "/sign-in", [this](Request&& request) {
            auto from = reader();
            if (!from.ok()) return own_mistake(request, from.error());
            Answer answer = sign_in_.sign_in(from.value()->connection(), request);
            return answer.ok() ? answer.value().response : own_mistake(request, answer.error());
        });
        router_.add(method, "/first-time", [this](Request&& request) {
            auto from = reader();
            if (!from.ok()) return own_mistake(request, from.error());
            Answer answer = sign_in_.first_time(from.value()->connection(), request);
            return answer.ok() ? answer.value().response : own_mistake(request, answer.error());
        });
    }
    for (const Route& route : all_routes()) {
        router_.add(route.method, route.path,
                    [this, route](Request&& request) { return serve(route, request); });
    }
    router_.otherwise([this](Request&& request) { return not_found(request); });
}

Console::~Console() = default;

Response Console::answer(Request&& request) {
    const Speaking speaking(words::language_of(request.cookie(kLanguageCookie)));
    if (request.method == "POST" && is_from_elsewhere(request)) {
        return guarded(refusal(settings_.centre, "/", Refusal::BadForm).response);
    }
    if (is_too_large(request)) {
        return guarded(refusal(settings_.centre, "/", Refusal::TooLarge).response);
    }
    return guarded(router_(std::move(request)));
}

Response Console::not_found(const Request& request) {
    const bool is_asked = request.method == "GET" || request.method == "HEAD";
    Response response = refusal(settings_.centre, "/", Refusal::NotFound).response;
    if (!is_asked) response.status = 405;
    return response;
}

Response Console::own_mistake(const Request& request, const Error& error) {
    base::log::error("a page failed: " + request.method + ": " + error.message);
    return refusal(settings_.centre, "/", trouble(error)).response;
}

Status Console::see(const ConsoleSession& session, base::Instant now) {
    if (now.unix_ms - session.seen_at.unix_ms < kSeenEveryMs) return base::Done{};
    Status done = base::Done{};
    settings_.on_writer([&](db::Connection& writer) {
        done = server_store::save_session_seen(writer, session.token_hash, now);
    });
    return done;
}

Response Console::ask_to_sign_in(const Request& request) {
    if (request.method == "POST") {
        return refusal(settings_.centre, "/", Refusal::BadForm, "/sign-in").response;
    }
    const std::string to =
        request.query.empty() ? request.path : request.path + "?" + request.query;
    return go_to("/sign-in?to=" + base::percent_encoded(to)).response;
}

Response Console::serve(const Route& route, Request& request) {
    auto from = reader();
    if (!from.ok()) return own_mistake(request, from.error());
    db::Connection& connection = from.value()->connection();
    auto found = sign_in_.find(connection, request);
    if (!found.ok()) return own_mistake(request, found.error());
    if (!found.value()) return ask_to_sign_in(request);
    const SignIn::Found& her = *found.value();
    const auto posted = Posted::read(request);
    const bool is_forged =
        request.method == "POST" && posted && posted->value("csrf") != her.session.csrf;
    if (!posted || is_forged) {
        return refusal(settings_.centre, "/", Refusal::BadForm, "/").response;
    }
    const base::Instant now = settings_.clock.now();
    if (const Status seen = see(her.session, now); !seen.ok()) {
        return own_mistake(request, seen.error());
    }
    const Visit visit{request,
                      her.who,
                      connection,
                      settings_.forms.now().forms,
                      settings_.centre,
                      now,
                      base::date_in(now, settings_.centre.zone),
                      *posted,
                      her.session,
                      settings_.on_writer,
                      settings_.forms,
                      settings_.clock,
                      settings_.random,
                      sign_in_,
                      errands_,
                      settings_.erasing,
                      previews_};
    if (!visit.may(route.action)) return refusal(visit, Refusal::NotAllowed).response;
    return finish(visit, route, request.method == "POST" ? take(route, visit) : route.show(visit));
}

// The form of that id if it was sent before; else it counts as sent from now on.
Result<std::optional<server_store::ConsoleRequest>> Console::taken_before(const std::string& id,
                                                                          const Visit& visit) {
    using Found = std::optional<server_store::ConsoleRequest>;
    Result<Found> before = Found();
    settings_.on_writer([&](db::Connection& writer) {
        before = [&]() -> Result<Found> {
            TRY_LET(is_new, server_store::add_request(writer, {id, visit.who.id, visit.now}));
            if (is_new) return Found();
            return server_store::find_request(writer, id);
        }();
    });
    return before;
}

// A form whose id was seen before does nothing; one that did nothing may come again.
Answer Console::take(const Route& route, const Visit& visit) {
    const std::string id = visit.value("request");
    if (!base::is_uuid(id)) return refusal(visit, Refusal::BadForm);
    auto before = taken_before(id, visit);
    if (!before.ok()) return std::move(before).error();
    if (before.value()) {
        const server_store::ConsoleRequest& known = *before.value();
        if (known.user != visit.who.id) return refusal(visit, Refusal::BadForm);
        if (known.answer.empty()) return refusal(visit, Refusal::Replayed);
        return go_to(known.answer,
                     tr("This was done before; nothing was done twice. If you answered otherwise "
                        "this time, that was not written: take the first back, then decide anew."),
                     Tone::Info);
    }
    Answer answer = route.show(visit);
    const bool did_nothing = !answer.ok() || answer.value().response.status >= 400;
    Status kept = base::Done{};
    settings_.on_writer([&](db::Connection& writer) {
        if (did_nothing) {
            kept = server_store::take_back_request(writer, id);
            return;
        }
        for (const http::Header& each : answer.value().response.headers) {
            if (each.name == "Location") kept = server_store::save_answer(writer, id, each.value);
        }
    });
    if (!kept.ok()) return std::move(kept).error();
    return answer;
}

Response Console::finish(const Visit& visit, const Route& route, Answer answer) {
    if (!answer.ok()) {
        const Error& error = answer.error();
        if (error.code == ErrorCode::NotFound) return refusal(visit, Refusal::NotFound).response;
        if (is_refusal(error)) return cannot(visit, in_words(error)).response;
        base::log::error(std::string("a page failed: ") + route.path + ": " + error.message);
        return refusal(visit, trouble(error)).response;
    }
    Reply& reply = answer.value();
    const bool was_shown = reply.response.status == 200 && !visit.session.message.empty();
    if (!was_shown && reply.said.empty()) return std::move(reply.response);
    Status kept = base::Done{};
    settings_.on_writer([&](db::Connection& writer) {
        kept =
            server_store::save_session_message(writer, visit.session.token_hash, message_of(reply));
    });
    if (!kept.ok()) base::log::warn("a page's message was not kept: " + kept.error().message);
    return std::move(reply.response);
}

}  // namespace console
