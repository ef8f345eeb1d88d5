// Who signs in at the health centre's pages: passwords, sessions, and the forms that were sent.
#pragma once

#include "shared/base/date.h"
#include "shared/base/id.h"
#include "shared/db/connection.h"

#include <optional>
#include <string>
#include <string_view>

namespace server_store {

using base::Instant;
using base::Result;
using base::Status;
using base::UserId;

// "" if she never set one.
Result<std::string> password_hash(db::Connection& connection, const UserId& user);
Status set_password(db::Connection& connection, const UserId& user, std::string_view hash,
                    Instant now);

struct ConsoleSession {
    std::string token_hash;
    UserId user;
    std::string csrf;
    Instant began_at;
    Instant seen_at;
    std::string message = {};  // what the next page says
};
Status add_session(db::Connection& connection, const ConsoleSession& session);
Result<std::optional<ConsoleSession>> find_session(db::Connection& connection,
                                                   std::string_view token_hash);
Status save_session_seen(db::Connection& connection, std::string_view token_hash, Instant now);
Status save_session_message(db::Connection& connection, std::string_view token_hash,
                            std::string_view message);
Status end_session(db::Connection& connection, std::string_view token_hash);
// All of hers: her password changed, or she was shut out.
Status end_sessions_of(db::Connection& connection, const UserId& user);
// Sessions and requests that nothing asks for any more.
Status forget_before(db::Connection& connection, Instant sessions_seen, Instant requests_at);

// A form that was sent. Its id came with the page, so that sending it twice does it once.
struct ConsoleRequest {
    std::string id;
    UserId user;
    Instant at;
    std::string answer = {};  // where its page went on; empty while it is under way
};
// False if it was there already.
Result<bool> add_request(db::Connection& connection, const ConsoleRequest& request);
Result<std::optional<ConsoleRequest>> find_request(db::Connection& connection, std::string_view id);
Status save_answer(db::Connection& connection, std::string_view id, std::string_view answer);
// It did nothing: it may be sent again.
Status take_back_request(db::Connection& connection, std::string_view id);

}  // namespace server_store
