// What a line of a family's file does where it arrives: nothing, news for a record, or an obstacle
// that a person has to look at.
#pragma once

#include "sync-server/accept/change/waiting.h"
#include "sync-server/accept/crossing/family_file.h"
#include "sync-server/accept/desk/desk.h"
#include "sync-server/store/records/records.h"

#include <optional>

namespace crossing {

struct Step {
    const Line* line = nullptr;
    std::optional<server_store::StoredRecord> standing;
    base::Fields set;  // what of it is new here
    bool is_erased = false;
    std::optional<accept::Obstacle> obstacle;
};
// Only reads.
base::Result<Step> step_of(const accept::Desk& desk, const accept::Session& session,
                           const FamilyFile& file, const Line& line);

}  // namespace crossing
