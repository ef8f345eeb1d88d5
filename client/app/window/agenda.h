// The work of every family: worked out in the back room, some families at a time so that sending
// is not kept waiting; one family at once after a save. Nothing is worked out per frame.
#pragma once

#include "client/app/window/back_room.h"
#include "client/app/window/books/family_book.h"
#include "client/app/window/work.h"
#include "client/screens/ports/agenda.h"
#include "shared/base/clock.h"

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace client_app {

inline constexpr std::size_t kFamiliesAtOnce = 100;

class AgendaBook final : public screens::Agenda {
public:
    AgendaBook(FamilyBook& families, const base::Clock& clock, BackRoom& back_room)
        : families_(families), clock_(clock), back_room_(back_room) {}

    void open(Work& work);
    void close();
    void tick();                                        // once a frame: is it a new day?
    void read_again() override;                         // after a sync
    void family_changed(const std::string& household);  // at once, after a save
    // A followup_task was saved: so many changes more wait.
    std::function<void(std::int64_t changes)> when_said;

    const std::vector<screens::Stop>& stops() override { return stops_; }
    screens::AgendaProgress progress() override { return progress_; }
    std::int64_t version() override { return version_; }
    base::Status say(const screens::Stop& stop, const screens::AgendaTask& task,
                     const screens::TaskWord& word) override;
    std::optional<base::Instant> newest_record() override { return newest_; }

private:
    struct Round;  // one working out of all families
    struct Found;  // what it found of some of them
    void next_part(const std::shared_ptr<Round>& round);
    void take(const Found& found);
    void drop_gone(const std::set<std::string>& all);
    void failed(std::int64_t round);
    void put(std::vector<screens::Stop> stops, const std::set<std::string>& of);

    FamilyBook& families_;
    const base::Clock& clock_;
    BackRoom& back_room_;
    Work* work_ = nullptr;
    std::vector<screens::Stop> stops_;
    screens::AgendaProgress progress_;
    std::optional<base::Date> as_of_;
    std::optional<base::Instant> newest_;
    std::set<std::string> changed_;  // saved while a round goes on: it may have read them before
    std::int64_t version_ = 0;
    std::int64_t round_ = 0;  // the one whose findings still count
};

}  // namespace client_app
