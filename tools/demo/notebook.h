// A cadre's notebook of one family: what she types, in order, checked as her laptop would.
//
// What the form would not ask is left out, as when saving. An answer that would block saving is a
// bug of the generator: it stops, naming form and field.
#pragma once

#include "shared/base/date.h"
#include "shared/base/fields.h"
#include "tools/demo/dice.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace demo {

using base::Date;
using base::Fields;
using base::Instant;

Instant instant_at(Date day, int minute);  // of the day in Jakarta
std::string moment(Instant instant);       // "2026-03-01T14:05:00+07:00"
Date day_of(Instant instant);

// One line of a cadre's file: a record, or (its id seen before) what changed in it.
struct Line {
    Instant recorded;
    std::size_t writer = 0;  // number of the user
    std::string type;
    std::string id;
    std::string unit;
    Fields fields;
};

struct Writer {
    std::size_t number = 0;
    std::string user;  // id
    std::string role;
    std::string unit;  // code
};

class Notebook {
public:
    Notebook(Dice& dice, Writer writer, Date today)
        : dice_(dice), writer_(std::move(writer)), end_(instant_at(today, 24 * 60 - 1)) {}

    // What follows is typed at this instant or, if she is not that far yet, as soon as she is.
    void write_from(Instant at);
    // What would be typed after today has not been typed yet: it is not kept.
    bool is_open() const { return now_ <= end_; }

    std::string add(std::string_view type, const Fields& answers);  // its id
    void edit(const std::string& id, const Fields& changes);
    const Writer& writer() const { return writer_; }
    std::vector<Line> take_lines() { return std::move(lines_); }

private:
    struct Known {
        std::string type;
        Fields fields;
    };
    Fields checked(std::string_view type, const Fields& answers) const;
    void keep(std::string_view type, const std::string& id, Fields fields);

    Dice& dice_;
    Writer writer_;
    Instant now_;
    Instant end_;
    std::map<std::string, Known, std::less<>> known_;
    std::vector<Line> lines_;
};

// The answers that a laptop fills in for whoever is signed in (appearance from-session) and that a
// line therefore leaves out: `kawan import` fills them in too.
void fill_session(std::string_view type, Fields& fields, const Writer& writer);
void drop_session(std::string_view type, Fields& fields);

}  // namespace demo
