// The health centre's own tables: which fields of a profile are compared, and how; and who is never
// one with whom, whatever they share (DOMAIN 8.7).
#pragma once

#include "sync-server/merge/linking/linking.h"
#include "sync-server/merge/profile.h"

#include <string>
#include <string_view>
#include <vector>

namespace merge {

// Mothers and other adults are compared with each other, infants and households among themselves.
enum class Circle { Adults, Infants, Households };
std::string_view to_code(Circle circle);
Circle circle_of(std::string_view kind);

linking::Schema schema_of(Circle circle);
std::vector<std::string> cells_of(const Profile& profile, const linking::Schema& schema);

// What the guards ask of a profile, read once.
struct Facts {
    bool is_household = false, is_infant = false;
    std::string home, name, sex, nik, order, event, mother;
    bool is_nik_valid = false;
    int year = 0;  // of birth; 0: not known
};
Facts facts_of(const Profile& profile);

// "one_birth", "other_twin", "parent_and_child", "one_household": never proposed. Empty: they may
// be one.
std::string_view never_one(const Facts& a, const Facts& b);
// "mothers_first", "births_first": proposed, but something else is to be joined before.
std::string_view not_yet_one(const Facts& a, const Facts& b);

// What people of one household share says nothing of whether two of them are one.
void unsay_home(const linking::Schema& schema, linking::Compared& compared);

}  // namespace merge
