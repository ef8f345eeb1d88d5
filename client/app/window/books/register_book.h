// The register's month, worked out in the back room some families at a time, kept until records or
// their sending have changed.
#pragma once

#include "client/app/window/back_room.h"
#include "client/app/window/books/register_month.h"
#include "client/app/window/work.h"
#include "client/screens/ports/sync.h"

#include <memory>
#include <optional>
#include <string>

namespace client_app {

class RegisterBook final : public screens::Register {
public:
    RegisterBook(screens::Sync& sync, const base::Clock& clock, BackRoom& back_room)
        : sync_(sync), clock_(clock), back_room_(back_room) {}

    void open(Work& work) { work_ = &work; }
    void close();

    void want(const sheets::Period& period, const std::string& unit) override;
    std::shared_ptr<const screens::RegisterMonth> found() override { return found_; }
    screens::RegisterProgress progress() override { return progress_; }
    std::int64_t register_version() override { return version_; }
    std::string on_paper(const screens::RegisterMonth& month, screens::Form form) override;
    base::Result<std::string> as_spreadsheet(const screens::RegisterMonth& month,
                                             screens::Form form) override;
    std::vector<std::string> as_csv(const screens::RegisterMonth& month,
                                    screens::Form form) override;
    base::Result<std::string> family_on_paper(const std::string& household) override;

private:
    // What the month hangs on: as long as it is the same, so is the month. Whatever is saved or
    // sent changes one of these counts or the time of the last sync.
    struct Key {
        sheets::Period period{};
        std::string unit, choices, closed;
        base::Date today{};
        std::int64_t waiting = 0, troubled = 0, confirmed = 0, synced_at = 0;
        bool operator==(const Key&) const = default;
    };
    struct Round;  // one working out of all homes
    Key key_of(const sheets::Period& period, const std::string& unit);
    Posyandu posyandu(const std::string& unit) const;
    sheets::Book book(const screens::RegisterMonth& month, screens::Form form) const;
    void begin(const Key& key);
    void next_part(const std::shared_ptr<Round>& round);

    screens::Sync& sync_;
    const base::Clock& clock_;
    BackRoom& back_room_;
    Work* work_ = nullptr;
    std::optional<Key> key_;
    std::shared_ptr<const screens::RegisterMonth> found_;
    screens::RegisterProgress progress_;
    std::int64_t version_ = 0;
    std::int64_t round_ = 0;  // the one whose findings still count
};

}  // namespace client_app
