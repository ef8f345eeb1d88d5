#include "client/app/window/books/register_book.h"

#include "shared/base/log.h"
#include "shared/sheets/formats/csv_file.h"
#include "shared/sheets/formats/html_file.h"
#include "shared/sheets/formats/xlsx_file.h"

#include <algorithm>

namespace client_app {

namespace {

constexpr std::size_t kHomesAtOnce = 100;

}  // namespace

struct RegisterBook::Round {
    store::Store* back = nullptr;
    std::int64_t number = 0;
    MonthCount count;
    std::optional<std::vector<std::string>> homes;
    std::size_t done = 0;
};

void RegisterBook::close() {
    work_ = nullptr;
    ++round_;
    key_.reset();
    found_.reset();
    progress_ = {};
    ++version_;
}

RegisterBook::Key RegisterBook::key_of(const sheets::Period& period, const std::string& unit) {
    const screens::SyncState& sync = sync_.state();
    Key key;
    key.period = period;
    key.unit = unit;
    key.choices = work_->identity.choices;
    key.closed = work_->identity.closed;
    key.today = work_->today(clock_);
    key.waiting = sync.waiting;
    key.troubled = sync.to_mend + sync.differing + sync.refused;
    key.confirmed = sync.confirmed;
    key.synced_at = sync.last_sync_at ? sync.last_sync_at->unix_ms : 0;
    return key;
}

void RegisterBook::want(const sheets::Period& period, const std::string& unit) {
    if (work_ == nullptr) return;
    const Key key = key_of(period, unit);
    if (key_ != key) begin(key);
}

Posyandu RegisterBook::posyandu(const std::string& unit) const {
    Posyandu posyandu = posyandu_of(work_->identity, unit);
    if (sync_.state().last_sync_at) {
        posyandu.synced_on = base::date_in(*sync_.state().last_sync_at, work_->zone);
    }
    return posyandu;
}

void RegisterBook::begin(const Key& key) {
    const bool is_another = !found_ || found_->period != key.period || found_->unit != key.unit;
    if (is_another) found_.reset();
    key_ = key;
    progress_ = {};
    ++version_;
    next_part(std::make_shared<Round>(Round{work_->back.get(),
                                            ++round_,
                                            MonthCount(posyandu(key.unit), key.period, key.today),
                                            {},
                                            0}));
}

// Each part asks for the next one, behind whatever else waits in the back room (as the agenda's).
void RegisterBook::next_part(const std::shared_ptr<Round>& round) {
    back_room_.ask([this, round] {
        if (!round->homes) {
            auto all = homes(*round->back);
            if (!all.ok()) return base::log::warn("the register's month could not be worked out");
            round->homes = std::move(all).value();
            if (!round->count.read_moves(*round->back).ok()) {
                return base::log::warn("the register's month could not be worked out");
            }
        }
        const std::size_t end = std::min(round->done + kHomesAtOnce, round->homes->size());
        for (; round->done < end; ++round->done) {
            const auto added = round->count.add_home(*round->back, (*round->homes)[round->done]);
            if (!added.ok()) return base::log::warn("the register's month could not be worked out");
        }
        if (end == round->homes->size() && !round->count.finish(*round->back).ok()) {
            return base::log::warn("the register's month could not be worked out");
        }
        back_room_.hand_over([this, round] {
            if (round->number != round_) return;
            const int all = std::max<int>(static_cast<int>(round->homes->size()), 1);
            const bool is_last = round->done == round->homes->size();
            progress_ = {is_last ? all : static_cast<int>(round->done), all};
            if (!is_last) return next_part(round);
            found_ = round->count.month();
            ++version_;
        });
    });
}

sheets::Book RegisterBook::book(const screens::RegisterMonth& month, screens::Form form) const {
    return book_of(posyandu(month.unit), month, form, work_->today(clock_));
}

std::string RegisterBook::on_paper(const screens::RegisterMonth& month, screens::Form form) {
    return work_ == nullptr ? std::string() : formats::html_file(book(month, form));
}

base::Result<std::string> RegisterBook::as_spreadsheet(const screens::RegisterMonth& month,
                                                       screens::Form form) {
    if (work_ == nullptr) return base::Error{base::ErrorCode::Refused, "nobody is signed in"};
    return formats::xlsx_file(book(month, form));
}

std::vector<std::string> RegisterBook::as_csv(const screens::RegisterMonth& month,
                                              screens::Form form) {
    std::vector<std::string> files;
    if (work_ == nullptr) return files;
    const sheets::Book all = book(month, form);
    for (const sheets::Sheet& sheet : all.sheets) files.push_back(formats::csv_file(sheet));
    files.push_back(formats::notes_text(all));
    return files;
}

base::Result<std::string> RegisterBook::family_on_paper(const std::string& household) {
    if (work_ == nullptr) return base::Error{base::ErrorCode::Refused, "nobody is signed in"};
    TRY_LET(book, family_book(*work_->store, work_->identity, household, work_->today(clock_)));
    return formats::html_file(book);
}

}  // namespace client_app
