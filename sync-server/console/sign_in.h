// Who may come in: passwords, sessions, and how often somebody may try.
//
// Passwords are compared one at a time, since each comparison takes 128 MiB; unknown names take as
// long as known ones.
#pragma once

#include "shared/crypto/password.h"
#include "sync-server/console/page.h"
#include "sync-server/console/sign_in_limits.h"

#include <atomic>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace console {

inline constexpr std::int64_t kIdleMs = 30LL * 60 * 1000;
inline constexpr std::int64_t kSessionMs = 12LL * 60 * 60 * 1000;
inline constexpr std::size_t kPasswordCharactersMin = 10;

// The cookie's prefix makes browsers refuse it from other hosts and without TLS.
inline constexpr std::string_view kSessionCookie = "__Host-kawan";
inline constexpr std::string_view kBeforeCookie = "__Host-kawan-before";  // of the sign-in form
inline constexpr std::string_view kLanguageCookie = "__Host-kawan-language";

// 256 bits that nobody guesses.
std::string fresh_token();

http::Header cookie(std::string_view name, std::string_view value, std::int64_t seconds);

class SignIn {
public:
    struct Tools {
        const Centre& centre;
        const OnWriter& on_writer;
        const base::Clock& clock;
        crypto::Argon2Cost cost;
    };
    explicit SignIn(Tools tools);

    // The session and the person behind the request's cookie; nullopt: there is none (any more).
    struct Found {
        server_store::ConsoleSession session;
        Who who;
    };
    Result<std::optional<Found>> find(db::Connection& connection,
                                      const http::Request& request) const;

    // GET and POST of /sign-in and /first-time.
    Answer sign_in(db::Connection& connection, const http::Request& request);
    Answer first_time(db::Connection& connection, const http::Request& request);

    // A new password for somebody who is signed in and says her old one. False: the old is wrong.
    Result<bool> change_password(const Visit& visit, std::string_view old_password,
                                 std::string_view new_password);

private:
    Answer try_to_sign_in(db::Connection& connection, const http::Request& request,
                          const Posted& posted);
    std::vector<std::string> counted_by(const http::Request& request, const std::string& name,
                                        const std::string& mark);
    bool begin_try(const std::vector<std::string>& counts, base::Instant now);
    Status note_failure(const server_store::User& user, const http::Request& request,
                        base::Instant now);
    Answer take_code(db::Connection& connection, const http::Request& request,
                     const Posted& posted);
    Result<std::optional<server_store::User>> owner_of(
        const std::optional<server_store::Code>& code, db::Connection& connection,
        base::Instant now) const;
    Result<bool> use_code(const server_store::Code& code, const server_store::User& user,
                          const std::string& hash, base::Instant now);
    Result<Reply> begin(const server_store::User& user, std::string_view to);
    std::optional<bool> matches(std::string_view password, const std::string& hash);
    bool compare(std::string_view password, const std::string& hash);
    Result<std::string> hashed(std::string_view password);

    Tools tools_;
    SignInLimits limits_;
    std::string nobodys_hash_;
    std::mutex one_at_a_time_;
    std::atomic<int> waiting_ = 0;
};

}  // namespace console
