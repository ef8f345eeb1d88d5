// Every family of a posyandu, one after another: what the tables with names are made of.
#pragma once

#include "shared/care/family.h"
#include "shared/db/connection.h"

#include <functional>
#include <string>

namespace reports {

struct Home {
    const records::Record& household;
    const care::Family& family;
    bool lives_here(const care::Person& person) const;  // not only named by somebody who does
};
// `unit`: of one posyandu; empty: of all. In the order of their ids.
base::Status each_home(db::Connection& connection, const std::string& unit,
                       const std::function<void(const Home&)>& visit);

}  // namespace reports
