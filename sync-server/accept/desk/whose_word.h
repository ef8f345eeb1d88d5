// Whose word an answer is that the health centre's own device wrote: where something was taken
// back, it wrote anew what a cadre had said.
#pragma once

#include "sync-server/store/changes/changes.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace accept {

// A change of the log by its writer.
struct Word {
    std::int64_t device = 0, n = 0;  // 0: not known
};
// The last change of a laptop in `history`, of the record, that gave the answer this value (JSON);
// `written` itself where a laptop wrote it or none has said so.
base::Result<Word> whose_word(db::Connection& connection,
                              std::span<const server_store::LoggedChange> history,
                              std::string_view field, std::string_view value, const Word& written);

}  // namespace accept
