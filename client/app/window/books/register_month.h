// A posyandu's month or half-year out of a store, home by home: the register's rows, everybody's
// facts and the forms, by shared/indicators and shared/sheets as the health centre's reports count
// them.
#pragma once

#include "client/app/window/books/register_forms.h"
#include "client/screens/ports/register.h"
#include "client/store/moves.h"
#include "client/store/store.h"
#include "shared/indicators/where_then.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace client_app {

// Where persons are counted from: their household, or themselves if it has not arrived; and every
// household, also an empty one that was visited.
base::Result<std::vector<std::string>> homes(store::Store& store);

class MonthCount {
public:
    MonthCount(Posyandu posyandu, sheets::Period period, base::Date today);

    // First of all: where records of the store were before.
    base::Status read_moves(store::Store& store);
    // Each home once. What it adds stands in month() in no order before finish().
    base::Status add_home(store::Store& store, const std::string& home);
    // What is known of the whole: who is a cadre, what is missing; then the forms.
    base::Status finish(store::Store& store);
    std::shared_ptr<const screens::RegisterMonth> month() const { return month_; }

private:
    base::Status add_household(store::Store& store, const std::vector<records::Record>& records,
                               const records::Record& household);
    base::Status add_tables(store::Store& store, const care::Family& family,
                            const records::Record& household);
    base::Status add_persons(store::Store& store, const std::vector<records::Record>& records,
                             const std::string& home);
    base::Status add_persons_then(store::Store& store, const indicators::Found& records,
                                  const indicators::Moves& moved, const std::string& home,
                                  base::Month month);
    indicators::Moves moves_in(const indicators::Found& records) const;
    indicators::Movers movers_of(const std::vector<records::Record>& records,
                                 const std::string& home) const;
    std::string unit_then(const records::Record& record, base::Month month) const;
    base::Status count_left(store::Store& store);
    base::Status add_row(store::Store& store, const care::Family& family,
                         const indicators::RegisterRow& row, const std::string& home);
    base::Status add_facts(store::Store& store, const care::Family& family,
                           const records::Record& person, base::Month month);
    base::Status add_weeks(store::Store& store, const sheets::HomeRows& home);
    base::Result<screens::Sending> worst_of(store::Store& store, const std::set<std::string>& ids);
    base::Result<screens::Sending> word_of(store::Store& store, const std::string& id);
    void sort();
    void take_note();

    Posyandu posyandu_;
    base::Date today_;
    std::map<std::string, protocol::WasLine> moved_;
    std::shared_ptr<screens::RegisterMonth> month_;
    FormMaking forms_;
    std::set<std::string> shown_;                   // the codes of the forms' figures
    std::map<std::string, screens::Sending> said_;  // of the home at hand, by record
    std::set<std::string> waiting_, troubled_;      // ids of records
};

}  // namespace client_app
