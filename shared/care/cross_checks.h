// Rules that need several records (DOMAIN 8.6). What they find goes on a work list; nothing here
// refuses a record, since it depends on what has arrived (SYNC 10). What is not known, because it
// has not arrived or was not answered, breaks no rule.
#pragma once

#include "shared/care/nik.h"
#include "shared/care/schedule.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace care {

struct CheckContext {
    const Family& family;
    KfRule kf_rule = KfRule::ByDate;
    KnowsKecamatan knows_kecamatan;  // without it V008 finds nothing
    // Does somebody outside the family have this NIK? Without it V009 looks at the family only.
    std::function<bool(std::string_view nik, const RecordId& apart_from)> is_nik_taken;
};

// Where a rule is broken: in that record, at that field.
struct Place {
    const Record* record = nullptr;
    std::string_view field;
};
using Places = std::vector<Place>;

enum class Severity { Error, Warning, Flag };  // how grave; none of them blocks

struct CrossCheck {
    std::string_view rule;  // "V001"
    std::string_view name;  // "infant_born_on_delivery_day"
    Severity severity;
    std::string_view message_id;
    std::string_view message_en;
    Places (*find)(const CheckContext&);
};
std::span<const CrossCheck> cross_checks();

struct Finding {
    const CrossCheck* check = nullptr;  // rule, severity and words
    RecordId record;
    std::string_view field;
};
std::vector<Finding> findings(const CheckContext& context);
std::vector<Finding> findings(const CheckContext& context, std::string_view check_name);

}  // namespace care
