// A posyandu's month out of a store, home by home: the register's rows and everybody's facts, by
// shared/indicators as the health centre's reports count them.
#pragma once

#include "client/screens/ports/register.h"
#include "client/store/store.h"

#include <set>
#include <string>
#include <vector>

namespace client_app {

// Where persons are counted from: their household, or themselves if it has not arrived.
base::Result<std::vector<std::string>> homes(store::Store& store);

class MonthCount {
public:
    MonthCount(base::Month month, std::string unit, base::Date today);

    // Each home once. What it adds stands in month() in no order before sort().
    base::Status add_home(store::Store& store, const std::string& home);
    void sort();
    const screens::RegisterMonth& month() const { return month_; }

private:
    base::Status add_row(store::Store& store, const care::Family& family,
                         const indicators::RegisterRow& row, const std::string& home);
    base::Status add_facts(store::Store& store, const care::Family& family,
                           const records::Record& person);
    base::Result<screens::Sending> worst_of(store::Store& store, const std::set<std::string>& ids);

    screens::RegisterMonth month_;
    base::Date today_;
    std::set<std::string> waiting_, troubled_;  // ids of records
};

}  // namespace client_app
