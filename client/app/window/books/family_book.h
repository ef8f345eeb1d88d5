// The families of the opened store: names in memory for searching as one types and for warning of
// duplicates, everything else read when a family is opened. What is due for all of them the agenda
// finds out and tells.
#pragma once

#include "client/app/window/back_room.h"
#include "client/app/window/books/family_pages.h"
#include "client/app/window/work.h"
#include "client/screens/ports/ports.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace client_app {

class FamilyBook final : public screens::Families {
public:
    FamilyBook(const base::Clock& clock, BackRoom& back_room)
        : clock_(clock), back_room_(back_room) {}

    void open(Work& work);  // takes over the names read at sign-in
    void close();
    void read_again();                                  // in the back room, after a sync
    void family_changed(const std::string& household);  // at once, after a save
    std::function<void(const std::string& household)> when_changed;  // after family_changed

    struct Duties {
        int due = 0, overdue = 0;
    };
    using DutiesOf = std::map<std::string, Duties>;
    void put_duties(const DutiesOf& duties);  // of these families; the others keep theirs

    std::vector<screens::FamilyRow> list(const std::string& query) override;
    base::Result<screens::Family> family(const std::string& id) override;
    base::Result<std::vector<screens::Written>> history(const std::string& record) override;
    std::vector<screens::LookAlike> look_alikes(const base::Fields& household,
                                                const base::Fields& person) override;
    std::int64_t version() override { return version_; }

    // The household that a record belongs to, found through what it names; "" if there is none.
    std::string household_of(const std::string& type, const std::string& id,
                             const base::Fields& answers) const;
    std::string name_of(const std::string& household) const;
    screens::Sending sending_of(const std::string& record) const;

private:
    void bring_up_to_today();
    void show_duties(FamilyPage& page);
    void name_all();
    struct Read;  // all families again
    void take(Read& read);
    std::optional<FamilyPage> page_now(const std::string& household);
    void put(FamilyPage page);
    const base::Clock& clock_;
    BackRoom& back_room_;
    Work* work_ = nullptr;
    std::vector<FamilyPage> pages_;
    std::unordered_map<std::string, std::string> names_;  // of pages_, by household
    DutiesOf duties_;
    std::set<std::string> changed_;    // saved while all are read: that may have missed them
    int reads_ = 0;                    // that are under way
    std::optional<base::Date> as_of_;  // the day that the pages' filters are for
    std::int64_t version_ = 0;
    std::int64_t opened_ = 0;  // which opening a handover belongs to
};

}  // namespace client_app
