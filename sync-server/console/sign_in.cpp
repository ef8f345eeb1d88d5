#include "sync-server/console/sign_in.h"

#include "shared/base/text.h"
#include "shared/crypto/encoding.h"
#include "shared/crypto/secret.h"
#include "shared/protocol/enrolment.h"
#include "sync-server/console/known_browser.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/keeping/audit.h"

#include <algorithm>

namespace console {

using base::Error;
using base::ErrorCode;
using base::Instant;
using html::all;
using html::tag;
using server_store::ConsoleSession;
using server_store::User;

namespace {

// Each holds a worker that laptops need, for half a second: one is compared, one waits.
constexpr int kWaitingMax = 2;
constexpr std::int64_t kBeforeSeconds = 3600;
constexpr std::size_t kSecretBytes = 10;
constexpr std::size_t kTokenCharacters = 64;

// The form of somebody who has no session yet carries what her cookie says, which another site can
// neither read nor set.
struct Before {
    std::string token;
    bool is_new = false;
};

Before before(const http::Request& request) {
    std::string token(request.cookie(kBeforeCookie));
    if (token.size() == kTokenCharacters) return {std::move(token), false};
    return {fresh_token(), true};
}

Html open_form(std::string_view path, const Before& mark, const Html& contents) {
    return tag("form", {{"method", "post"}, {"action", path}}, carried("csrf", mark.token),
               contents);
}

Reply with_mark(Reply reply, const Before& mark) {
    if (mark.is_new) {
        reply.response.headers.push_back(cookie(kBeforeCookie, mark.token, kBeforeSeconds));
    }
    return reply;
}

bool is_of_its_form(const http::Request& request, const Posted& posted) {
    const std::string_view mark = request.cookie(kBeforeCookie);
    return mark.size() == kTokenCharacters &&
           crypto::equal_constant_time(posted.value("csrf"), mark);
}

// Only a path of ours.
std::string onwards(std::string_view to) {
    const bool is_own = to.starts_with("/") && !to.starts_with("//") &&
                        to.find_first_of("\\\r\n\t") == std::string_view::npos && to.size() < 500;
    return is_own && !to.starts_with("/sign") ? std::string(to) : "/";
}

Reply sign_in_page(const Centre& centre, const http::Request& request, const std::string& to,
                   const std::string& name, const char* problem) {
    const Before mark = before(request);
    Html content;
    if (problem != nullptr) {
        content += tag("div", {{"role", "alert"}}, note(Tone::Bad, tr(problem)));
    }
    content += open_form("/sign-in", mark,
                         all(carried("to", to),
                             field({.name = "name",
                                    .label = tr("Your name, as in the list of users"),
                                    .value = name,
                                    .autocomplete = "username"}),
                             field({.name = "password",
                                    .label = tr("Password"),
                                    .type = "password",
                                    .autocomplete = "current-password"}),
                             submit(tr("Sign in"))));
    content += tag("p", link("/first-time", tr("First time here, or password forgotten")));
    return with_mark(open_page(centre, "/sign-in", tr("Sign in"), content, problem ? 422 : 200),
                     mark);
}

Reply first_time_page(const Centre& centre, const http::Request& request, const std::string& code,
                      const char* problem_of_code, const char* problem_of_password) {
    const Before mark = before(request);
    const auto said = [](const char* problem) { return std::string(problem ? tr(problem) : ""); };
    const Html content = all(
        paragraph(tr("You have a slip with a code for your account. With it you choose a password "
                     "of your own, now and whenever you forgot it. The code works once.")),
        open_form("/first-time", mark,
                  all(field({.name = "code",
                             .label = tr("The code on the slip"),
                             .value = code,
                             .hint = tr("All of it, or only the letters and digits behind the /"),
                             .problem = said(problem_of_code)}),
                      field({.name = "password",
                             .label = tr("New password"),
                             .hint = tr("At least 10 characters; three words that only you would "
                                        "put together are good"),
                             .problem = said(problem_of_password),
                             .type = "password",
                             .autocomplete = "new-password"}),
                      field({.name = "again",
                             .label = tr("The same once more"),
                             .type = "password",
                             .autocomplete = "new-password"}),
                      submit(tr("Keep this password")))),
        tag("p", link("/sign-in", tr("Back to signing in"))));
    const bool has_problem = problem_of_code != nullptr || problem_of_password != nullptr;
    return with_mark(
        open_page(centre, "/first-time", tr("First time here"), content, has_problem ? 422 : 200),
        mark);
}

// The secret of a code as it was typed: all of the slip's text, or what stands behind the "/".
std::string secret_of(const std::string& typed) {
    const auto slash = typed.rfind('/');
    auto bytes = crypto::from_base32(slash == std::string::npos ? typed : typed.substr(slash + 1));
    if (!bytes.ok() || bytes.value().size() < kSecretBytes) return "";
    return crypto::to_base32(bytes.value().substr(0, kSecretBytes));
}

const char* problem_of(const std::string& password, const std::string& again) {
    if (!base::is_valid_utf8(password) ||
        base::character_count(password) < kPasswordCharactersMin) {
        return later("A password has at least 10 characters.");
    }
    if (password != again) return later("The two passwords are not the same.");
    return nullptr;
}

bool may_come_in(const User& user) {
    const auto role = role_of(user.role);
    return !user.is_disabled && role && reach(*role, Action::SeeHome) != Reach::None;
}

}  // namespace

std::string fresh_token() {
    return crypto::to_hex(crypto::random_bytes(32));
}

http::Header cookie(std::string_view name, std::string_view value, std::int64_t seconds) {
    return {"Set-Cookie", std::string(name) + "=" + std::string(value) + "; Path=/; Max-Age=" +
                              std::to_string(seconds) + "; Secure; HttpOnly; SameSite=Strict"};
}

SignIn::SignIn(Tools tools)
    : tools_(tools),
      nobodys_hash_(crypto::hash_password(crypto::random_token(), tools.cost).value()) {}

Result<std::optional<SignIn::Found>> SignIn::find(db::Connection& connection,
                                                  const http::Request& request) const {
    const std::string_view token = request.cookie(kSessionCookie);
    if (token.empty()) return std::optional<Found>();
    TRY_LET(session, server_store::find_session(connection, crypto::token_hash(token)));
    const Instant now = tools_.clock.now();
    if (!session || now.unix_ms - session->seen_at.unix_ms > kIdleMs ||
        now.unix_ms - session->began_at.unix_ms > kSessionMs) {
        return std::optional<Found>();
    }
    TRY_LET(user, server_store::find_user(connection, session->user));
    if (!user || !may_come_in(*user)) return std::optional<Found>();
    Found found{*session, Who{user->id, user->name, *role_of(user->role), {}}};
    TRY_LET(units, server_store::units_of(connection, user->id));
    for (const protocol::Unit& unit : units) found.who.units.push_back(unit.code);
    return std::optional<Found>(std::move(found));
}

// nullopt: too many wait.
std::optional<bool> SignIn::matches(std::string_view password, const std::string& hash) {
    if (++waiting_ > kWaitingMax) {
        --waiting_;
        return std::nullopt;
    }
    const bool does = compare(password, hash);
    --waiting_;
    return does;
}

bool SignIn::compare(std::string_view password, const std::string& hash) {
    const std::lock_guard guard(one_at_a_time_);
    const bool is_set = !hash.empty();
    return crypto::password_matches(password, is_set ? hash : nobodys_hash_) && is_set;
}

Result<std::string> SignIn::hashed(std::string_view password) {
    const std::lock_guard guard(one_at_a_time_);
    return crypto::hash_password(password, tools_.cost);
}

Result<Reply> SignIn::begin(const User& user, std::string_view to) {
    const Instant now = tools_.clock.now();
    const std::string token = fresh_token();
    Status done = base::Done{};
    tools_.on_writer([&](db::Connection& writer) {
        done = [&]() -> Status {
            TRY_LET(transaction, db::Transaction::begin(writer));
            TRY(server_store::forget_before(writer, Instant{now.unix_ms - kSessionMs},
                                            Instant{now.unix_ms - 7 * 2 * kSessionMs}));
            TRY(server_store::add_session(
                writer, {crypto::token_hash(token), user.id, fresh_token(), now, now}));
            TRY(server_store::audit(writer,
                                    {now, user.id.text(), "console_sign_in", user.id.text()}));
            return transaction.commit();
        }();
    });
    TRY(done);
    Reply reply = go_to(to);
    reply.response.headers.push_back(cookie(kSessionCookie, token, kSessionMs / 1000));
    reply.response.headers.push_back(cookie(kBeforeCookie, "", 0));
    return reply;
}

Answer SignIn::sign_in(db::Connection& connection, const http::Request& request) {
    const auto posted = Posted::read(request);
    if (request.method != "POST") {
        return sign_in_page(tools_.centre, request, onwards(posted ? posted->value("to") : ""), "",
                            nullptr);
    }
    if (!posted || !is_of_its_form(request, *posted)) {
        return refusal(tools_.centre, "/sign-in", Refusal::BadForm, "/sign-in");
    }
    return try_to_sign_in(connection, request, *posted);
}

// By her name and by where it comes from; in a browser of hers by that alone.
std::vector<std::string> SignIn::counted_by(const http::Request& request, const std::string& name,
                                            const std::string& mark) {
    if (!mark.empty() && is_known_browser(request, mark)) return {"browser " + mark};
    return {"name " + name, "address " + request.remote_address};
}

bool SignIn::begin_try(const std::vector<std::string>& counts, Instant now) {
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (limits_.begin(counts[i], now)) continue;
        for (std::size_t before = 0; before < i; ++before) limits_.was_none(counts[before]);
        return false;
    }
    return true;
}

// So that a coordinator sees that somebody guesses. No more of them than the limits let through.
Status SignIn::note_failure(const User& user, const http::Request& request, Instant now) {
    Status done = base::Done{};
    tools_.on_writer([&](db::Connection& writer) {
        done = server_store::audit(writer, {now, user.id.text(), "console_sign_in_failed",
                                            user.id.text(), request.remote_address});
    });
    return done;
}

Answer SignIn::try_to_sign_in(db::Connection& connection, const http::Request& request,
                              const Posted& posted) {
    const std::string name = base::trimmed(posted.value("name")).substr(0, 1000);
    const Instant now = tools_.clock.now();
    TRY_LET(user, server_store::find_user_by_name(connection, name));
    std::string hash;
    if (user && may_come_in(*user)) {
        TRY_LET(hers, server_store::password_hash(connection, user->id));
        hash = hers;
    }
    const std::string mark = user ? known_mark(user->id.text(), hash) : "";
    const auto counts = counted_by(request, name, mark);
    if (!begin_try(counts, now)) {
        return refusal(tools_.centre, "/sign-in", Refusal::TooManyTries, "/sign-in");
    }
    const auto does = matches(posted.value("password"), hash);
    if (!does) {
        for (const std::string& each : counts) limits_.was_none(each);
        return refusal(tools_.centre, "/sign-in", Refusal::Busy, "/sign-in");
    }
    if (!*does) {
        if (user) TRY(note_failure(*user, request, now));
        return sign_in_page(tools_.centre, request, onwards(posted.value("to")), name,
                            later("Name or password is not right. Nothing was changed."));
    }
    limits_.succeeded(counts.front());
    // Whoever has an account here does not take back what her address guessed of others.
    if (counts.size() > 1) limits_.was_none(counts.back());
    TRY_LET(reply, begin(*user, onwards(posted.value("to"))));
    reply.response.headers.push_back(known_cookie(request, mark));
    return std::move(reply);
}

Answer SignIn::first_time(db::Connection& connection, const http::Request& request) {
    if (request.method != "POST") {
        return first_time_page(tools_.centre, request, "", nullptr, nullptr);
    }
    const auto posted = Posted::read(request);
    if (!posted || !is_of_its_form(request, *posted)) {
        return refusal(tools_.centre, "/first-time", Refusal::BadForm, "/first-time");
    }
    return take_code(connection, request, *posted);
}

// Whose code it is, if it can still be used here.
Result<std::optional<User>> SignIn::owner_of(const std::optional<server_store::Code>& code,
                                             db::Connection& connection, Instant now) const {
    if (!code || !code->used_by_key.empty() || now > code->expires_at) {
        return std::optional<User>();
    }
    TRY_LET(user, server_store::find_user(connection, code->user));
    if (!user || !may_come_in(*user)) return std::optional<User>();
    return user;
}

// False: somebody was faster.
Result<bool> SignIn::use_code(const server_store::Code& code, const User& user,
                              const std::string& hash, Instant now) {
    Result<bool> is_taken = false;
    tools_.on_writer([&](db::Connection& writer) {
        is_taken = [&]() -> Result<bool> {
            TRY_LET(transaction, db::Transaction::begin(writer));
            TRY_LET(again, server_store::find_code(writer, code.secret_hash));
            if (!again || !again->used_by_key.empty()) return false;
            again->used_by_key = "console";
            TRY(server_store::mark_code_used(writer, *again));
            TRY(server_store::set_password(writer, user.id, hash, now));
            TRY(server_store::end_sessions_of(writer, user.id));
            TRY(server_store::audit(writer,
                                    {now, user.id.text(), "console_password", user.id.text()}));
            TRY(transaction.commit());
            return true;
        }();
    });
    return is_taken;
}

Answer SignIn::take_code(db::Connection& connection, const http::Request& request,
                         const Posted& posted) {
    const std::string by_address = "code " + request.remote_address;
    const Instant now = tools_.clock.now();
    if (!limits_.begin(by_address, now)) {
        return refusal(tools_.centre, "/first-time", Refusal::TooManyTries, "/first-time");
    }
    const std::string typed = base::trimmed(posted.value("code"));
    const char* unknown = later(
        "This code does not work here: mistyped, used before, expired, or for a laptop only. "
        "Compare it with the slip, or ask for a new one.");
    TRY_LET(code, server_store::find_code(connection, crypto::token_hash(secret_of(typed))));
    TRY_LET(user, owner_of(code, connection, now));
    if (!user) return first_time_page(tools_.centre, request, typed, unknown, nullptr);
    limits_.was_none(by_address);
    const char* problem = problem_of(posted.value("password"), posted.value("again"));
    if (problem != nullptr) {
        return first_time_page(tools_.centre, request, typed, nullptr, problem);
    }
    TRY_LET(hash, hashed(posted.value("password")));
    TRY_LET(is_taken, use_code(*code, *user, hash, now));
    if (!is_taken) return first_time_page(tools_.centre, request, typed, unknown, nullptr);
    TRY_LET(reply, begin(*user, "/"));
    reply.response.headers.push_back(known_cookie(request, known_mark(user->id.text(), hash)));
    return std::move(reply);
}

Result<bool> SignIn::change_password(const Visit& visit, std::string_view old_password,
                                     std::string_view new_password) {
    // Not by her name, which anybody may try: she is in already.
    const std::string by_her = "old password of " + visit.who.id.text();
    if (!limits_.begin(by_her, visit.now)) return false;
    TRY_LET(standing, server_store::password_hash(visit.connection, visit.who.id));
    if (!compare(old_password, standing)) return false;
    limits_.succeeded(by_her);
    TRY_LET(hash, hashed(new_password));
    const auto work = [&](const accept::Desk& desk) -> Status {
        TRY_LET(transaction, db::Transaction::begin(desk.connection));
        TRY(server_store::set_password(desk.connection, visit.who.id, hash, visit.now));
        TRY(server_store::end_sessions_of(desk.connection, visit.who.id));
        TRY(server_store::add_session(desk.connection, visit.session));
        TRY(visit.note(desk.connection, "console_password", visit.who.id.text()));
        return transaction.commit();
    };
    TRY(visit.write(work));
    return true;
}

}  // namespace console
