// Every family of a posyandu, one after another: what the tables with names are made of.
#pragma once

#include "shared/base/date.h"
#include "shared/care/family.h"
#include "shared/db/connection.h"

#include <functional>
#include <string>

namespace reports {

struct Home {
    const records::Record& household;  // its unit: of that day
    const care::Family& family;
    bool lives_here(const care::Person& person) const;  // not only named by somebody who does
};
// `unit`: of one posyandu; empty: of all. Where a family was on that day, as its facts have it: one
// that moved in May stands in April's tables where April counts it. Who moved alone stands with the
// household that she lives in now, in the posyandu where she was: that household comes twice, each
// time with those of one posyandu. In the order of their ids.
base::Status each_home(db::Connection& connection, const std::string& unit, base::Date on,
                       const std::function<void(const Home&)>& visit);

// The posyandu that a record belonged to on that day (DOMAIN 6.7).
base::Result<std::string> unit_on(db::Connection& connection, const records::Record& record,
                                  base::Date on);

}  // namespace reports
