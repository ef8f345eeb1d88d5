// The families of the opened store: names in memory for searching as one types, everything else
// read when a family is opened. What is due for all of them is worked out in the back room.
#pragma once

#include "client/app/window/back_room.h"
#include "client/app/window/work.h"
#include "client/screens/ports.h"

#include <map>
#include <string>
#include <vector>

namespace client_app {

class FamilyBook final : public screens::Families {
public:
    FamilyBook(const base::Clock& clock, BackRoom& back_room)
        : clock_(clock), back_room_(back_room) {}

    void open(Work& work);  // reads the names; asks the back room what is due
    void close();
    void read_again();                               // after a sync brought records
    void family_changed(const std::string& record);  // after a save

    std::vector<screens::FamilyRow> list(const std::string& query) override;
    base::Result<screens::Family> family(const std::string& id) override;
    std::int64_t version() override { return version_; }

    // The household that a record belongs to, found through what it names; "" if there is none.
    std::string household_of(const std::string& type, const std::string& id,
                             const base::Fields& answers) const;
    std::string name_of(const std::string& household) const;

private:
    struct Page {
        screens::FamilyRow row;
        std::string folded;  // all its names, for searching
    };
    struct Duties {
        int due = 0, overdue = 0;
    };
    using DutiesOf = std::map<std::string, Duties>;

    void read_names();
    void ask_what_is_due();
    void put_duties(const DutiesOf& duties);
    Page page_of(const records::Record& household) const;
    static void add_person(Page& page, const base::Fields& person);
    screens::Sending sending_of(const std::string& record) const;

    const base::Clock& clock_;
    BackRoom& back_room_;
    Work* work_ = nullptr;
    std::vector<Page> pages_;
    std::int64_t version_ = 0;
    std::int64_t opened_ = 0;  // which opening a handover belongs to
};

}  // namespace client_app
