#include "client/app/window/register_book.h"

#include "client/paper/register_page.h"
#include "shared/base/log.h"
#include "shared/protocol/enrolment.h"

#include <algorithm>

namespace client_app {

namespace {

constexpr std::size_t kHomesAtOnce = 100;

indicators::Tally tally_of(const screens::RegisterMonth& month) {
    indicators::Tally tally;
    for (const screens::Behind& each : month.behind) tally.add({&each.fact, 1});
    return tally;
}

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

RegisterBook::Key RegisterBook::key_of(base::Month month, const std::string& unit) {
    const screens::SyncState& sync = sync_.state();
    Key key;
    key.month = month;
    key.unit = unit;
    key.today = work_->today(clock_);
    key.waiting = sync.waiting;
    key.troubled = sync.to_mend + sync.differing + sync.refused;
    key.confirmed = sync.confirmed;
    key.synced_at = sync.last_sync_at ? sync.last_sync_at->unix_ms : 0;
    return key;
}

void RegisterBook::want(base::Month month, const std::string& unit) {
    if (work_ == nullptr) return;
    const Key key = key_of(month, unit);
    if (key_ != key) begin(key);
}

void RegisterBook::begin(const Key& key) {
    const bool is_another = !found_ || found_->month != key.month || found_->unit != key.unit;
    if (is_another) found_.reset();
    key_ = key;
    progress_ = {};
    ++version_;
    next_part(std::make_shared<Round>(
        Round{work_->back.get(), ++round_, MonthCount(key.month, key.unit, key.today), {}, 0}));
}

// Each part asks for the next one, behind whatever else waits in the back room (as the agenda's).
void RegisterBook::next_part(const std::shared_ptr<Round>& round) {
    back_room_.ask([this, round] {
        if (!round->homes) {
            auto all = homes(*round->back);
            if (!all.ok()) return base::log::warn("the register's month could not be worked out");
            round->homes = std::move(all).value();
        }
        const std::size_t end = std::min(round->done + kHomesAtOnce, round->homes->size());
        for (; round->done < end; ++round->done) {
            const auto added = round->count.add_home(*round->back, (*round->homes)[round->done]);
            if (!added.ok()) return base::log::warn("the register's month could not be worked out");
        }
        if (end == round->homes->size()) round->count.sort();
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

std::string RegisterBook::on_paper(const screens::RegisterMonth& month) {
    if (work_ == nullptr) return {};
    std::vector<indicators::RegisterRow> rows;
    for (const screens::RegisterLine& line : month.lines) rows.push_back(line.row);
    paper::RegisterMonth page;
    page.month = month.month;
    page.cadre = work_->identity.user_name;
    page.rows = rows;
    page.section_o = indicators::f1_section_o(tally_of(month), month.unit);
    page.not_sent = month.not_sent;
    paper::Letterhead head{work_->identity.centre, month.unit, work_->today(clock_)};
    for (const protocol::Unit& unit : work_->recorder->units()) {
        if (unit.code != month.unit) continue;
        head.unit = unit.name;
        page.village = unit.village;
    }
    return paper::register_page(page, head);
}

}  // namespace client_app
