#include "shared/care/home.h"

namespace care {

namespace {

std::string_view that_counts(const Family& family, std::string_view household) {
    const Record* const found = household.empty() ? nullptr : family.record(household);
    return found == nullptr ? household : std::string_view(found->id.text());
}

}  // namespace

std::string_view household_named(const Family& family, const Fields& fields) {
    return that_counts(family, code(fields, "household_id"));
}

bool is_of_household(const Family& family, const Record& record, std::string_view household) {
    return household_named(family, record.fields) == that_counts(family, household);
}

}  // namespace care
