#include "sync-server/accept/desk/whose_word.h"

#include "shared/records/change.h"

namespace accept {

base::Result<Word> whose_word(db::Connection& connection,
                              std::span<const server_store::LoggedChange> history,
                              std::string_view field, std::string_view value, const Word& written) {
    TRY_LET(author, server_store::author_of(connection, written.device, written.n));
    const bool is_of_desk = author && author->user.text().empty();
    if (!is_of_desk) return written;
    Word found = written;
    for (const server_store::LoggedChange& each : history) {
        if (each.device == written.device) continue;
        const auto change = records::parse_change(each.line);
        const std::string* const said = change.ok() ? change.value().set.token(field) : nullptr;
        if (said != nullptr && *said == value) found = {each.device, each.n};
    }
    return found;
}

}  // namespace accept
