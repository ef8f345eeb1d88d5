// Drafts: what a person is typing, kept at every change, until it is saved or thrown away.
#pragma once

#include "client/store/store.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace store {

struct Draft {
    std::string id;
    std::string type;
    std::string record;        // the record being edited; empty for a new one
    std::string form_version;  // the draft stays on the version it was begun with
    Fields answers;
    Instant saved_at;
    // Of an edit: what its author saw when she began; it stays. Not said: what is here when it is
    // kept first.
    std::optional<records::Revision> base = std::nullopt;
};

Status put_draft(Store& store, const Draft& draft);
Result<std::optional<Draft>> find_draft(Store& store, std::string_view id);
Result<std::vector<Draft>> drafts(Store& store);
Result<std::int64_t> draft_count(Store& store);
Status discard_draft(Store& store, std::string_view id);

}  // namespace store
