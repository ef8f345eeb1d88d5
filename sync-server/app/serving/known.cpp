#include "sync-server/app/serving/known.h"

#include "shared/crypto/password.h"
#include "sync-server/app/serving/readers.h"
#include "sync-server/console/sign_in.h"
#include "sync-server/store/people/console.h"

#include <memory>

namespace server_app {

using base::Result;

namespace {

Result<bool> is_known(const accept::Service& service, Readers& readers, const http::Request& head) {
    TRY_LET(reader, readers.take());
    if (!head.bearer().empty()) return service.knows(*reader, head.bearer());
    const std::string_view token = head.cookie(console::kSessionCookie);
    if (token.empty()) return false;
    TRY_LET(session, server_store::find_session(*reader, crypto::token_hash(token)));
    return session.has_value();
}

}  // namespace

http::IsKnown known_in(const accept::Service& service, const std::string& database) {
    const auto readers = std::make_shared<Readers>(database);
    return [&service, readers](const http::Request& head) {
        const auto known = is_known(service, *readers, head);
        return known.ok() && known.value();
    };
}

}  // namespace server_app
