// What is said of a row of a table, in words.
#pragma once

#include "sync-server/importing/columns.h"

#include <string>
#include <vector>

namespace importing {

struct Remark {
    enum class Kind {
        NameMissing,
        NameTooLong,
        BirthDateMissing,
        BirthDateUnreadable,  // detail: what stands there
        BirthDateInFuture,
        SexMissing,  // detail: what stands there
        UnitMissing,
        UnitUnknown,   // detail: what stands there
        TwiceInTable,  // detail: the other row
        MotherElsewhere,
        AlreadyHere,  // detail: by what it was known
        LooksLike,    // detail: name and birth date of the other
        // What follows hinders nothing.
        TooOld,         // more than two years: left out by itself
        NikUnusable,    // not 16 digits, or its last digits lost by the spreadsheet
        NikDoubtful,    // does not fit birth date or sex
        MotherUnknown,  // no birth date of hers: a cadre writes her down
        LeftOutField,   // detail: the field that is not readable and stays empty
    };
    Kind kind;
    std::string detail = {};
};
bool is_obstacle(Remark::Kind kind);  // the row cannot be taken
std::string sentence_id(const Remark& remark);
std::string sentence_en(const Remark& remark);

}  // namespace importing
