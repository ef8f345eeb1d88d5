#include "client/app/window/belonging.h"

#include <array>
#include <utility>

namespace client_app {

namespace {

// What a record hangs on, the nearest first.
constexpr std::array<const char*, 6> kParents = {"visit_id",  "birth_event_id", "mother_id",
                                                 "infant_id", "person_id",      "teaching_id"};
constexpr int kParentsMax = 8;  // deep; a circle of references must end

// One that was joined into another is that other (SYNC 17).
std::string that_counts(store::Store& store, std::string household) {
    for (int depth = 0; depth < kParentsMax; ++depth) {
        auto found = store.find(household);
        if (!found.ok() || !found.value()) break;
        const std::string kept = found.value()->record.fields.text("merged_into");
        if (kept.empty()) break;
        household = kept;
    }
    return household;
}

}  // namespace

std::string household_of(store::Store& store, const std::string& type, const std::string& id,
                         const base::Fields& answers) {
    std::string type_now = type;
    std::string id_now = id;
    base::Fields now = answers;
    for (int depth = 0; depth < kParentsMax; ++depth) {
        if (type_now == "household") return that_counts(store, id_now);
        if (now.has("household_id")) return that_counts(store, now.text("household_id"));
        std::string parent;
        for (const char* name : kParents) {
            if (parent.empty()) parent = now.text(name);
        }
        auto found = store.find(parent);
        if (!found.ok() || !found.value()) return {};
        type_now = found.value()->record.type;
        id_now = parent;
        now = std::move(found.value()->record.fields);
    }
    return {};
}

}  // namespace client_app
