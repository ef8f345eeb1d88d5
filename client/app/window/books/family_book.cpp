#include "client/app/window/books/family_book.h"

#include "client/app/recording/families.h"
#include "client/app/window/belonging.h"
#include "client/app/window/books/look_alikes.h"
#include "client/app/window/books/one_family.h"
#include "shared/base/log.h"

#include <algorithm>

namespace client_app {

using base::Fields;
using screens::FamilyRow;

struct FamilyBook::Read {
    std::int64_t opening = 0;
    base::Date today;
    std::vector<FamilyPage> pages;
};

namespace {

std::string name_on(const FamilyPage& page) {
    if (!page.row.head.empty() || page.row.people.empty()) return page.row.head;
    return page.row.people.front();
}

FamilyBook::Duties duties_of(const std::string& household,
                             const std::vector<records::Record>& records, base::Date today) {
    const care::Family family{records};
    FamilyBook::Duties duties;
    for (const screens::Due& due : due_of(family, household, today)) {
        ++(due.is_overdue ? duties.overdue : duties.due);
    }
    return duties;
}

}  // namespace

void FamilyBook::open(Work& work) {
    work_ = &work;
    ++opened_;
    pages_ = std::move(work.pages);
    name_all();
    as_of_.reset();
    reads_ = 0;
    ++version_;
}

void FamilyBook::close() {
    work_ = nullptr;
    ++opened_;
    pages_.clear();
    names_.clear();
    duties_.clear();
    changed_.clear();
    ++version_;
}

void FamilyBook::name_all() {
    names_.clear();
    for (const FamilyPage& page : pages_) names_.emplace(page.row.id, name_on(page));
}

void FamilyBook::read_again() {
    if (work_ == nullptr) return;
    ++reads_;
    auto read = std::make_shared<Read>(Read{opened_, work_->today(clock_), {}});
    back_room_.ask([this, back = work_->back.get(), read] {
        auto pages = read_pages(*back, read->today);
        if (pages.ok()) {
            read->pages = std::move(pages).value();
        } else {
            base::log::warn("the families could not be read from the store");
        }
        back_room_.hand_over([this, read, is_read = pages.ok()] {
            if (read->opening != opened_) return;
            --reads_;
            if (is_read) take(*read);
            if (reads_ == 0) changed_.clear();
            back_room_.ask([read] { read->pages.clear(); });  // thousands: not in a frame
        });
    });
}

void FamilyBook::take(Read& read) {
    pages_.swap(read.pages);
    as_of_ = read.today;
    name_all();
    for (FamilyPage& page : pages_) show_duties(page);
    for (const std::string& household : changed_) {
        if (auto page = page_now(household)) put(std::move(*page));
    }
    ++version_;
}

void FamilyBook::put_duties(const DutiesOf& duties) {
    for (const auto& [household, of] : duties) duties_[household] = of;
    for (FamilyPage& page : pages_) {
        if (duties.contains(page.row.id)) show_duties(page);
    }
    ++version_;
}

void FamilyBook::show_duties(FamilyPage& page) {
    const auto found = duties_.find(page.row.id);
    page.row.due = found == duties_.end() ? 0 : found->second.due;
    page.row.overdue = found == duties_.end() ? 0 : found->second.overdue;
}

// Read anew, and no longer where it stood; nullopt if it was retracted.
std::optional<FamilyPage> FamilyBook::page_now(const std::string& household) {
    const base::Date today = work_->today(clock_);
    const auto records = closure_of(*work_->store, household);
    if (!records.ok()) {
        base::log::warn("a changed family could not be read");
        return std::nullopt;
    }
    const auto at = std::find_if(pages_.begin(), pages_.end(),
                                 [&](const FamilyPage& each) { return each.row.id == household; });
    if (at != pages_.end()) pages_.erase(at);
    names_.erase(household);
    auto page = page_of(household, records.value(), today);
    if (page) duties_[household] = duties_of(household, records.value(), today);
    return page;
}

void FamilyBook::put(FamilyPage page) {
    show_duties(page);
    names_.insert_or_assign(page.row.id, name_on(page));
    const auto place = std::upper_bound(pages_.begin(), pages_.end(), page, stands_before);
    pages_.insert(place, std::move(page));
}

void FamilyBook::family_changed(const std::string& household) {
    if (work_ == nullptr) return;
    ++version_;
    if (reads_ > 0) changed_.insert(household);
    auto page = page_now(household);
    if (when_changed) when_changed(household);
    if (page) put(std::move(*page));
}

std::vector<FamilyRow> FamilyBook::list(const std::string& query) {
    bring_up_to_today();
    const names::Query wanted(query);
    std::vector<FamilyRow> rows;
    for (const FamilyPage& page : pages_) {
        if (page.search.matches(wanted)) rows.push_back(page.row);
    }
    return rows;
}

// A laptop stays open past midnight: nobody is visited in a month that has just begun.
void FamilyBook::bring_up_to_today() {
    if (work_ == nullptr || as_of_ == work_->today(clock_)) return;
    as_of_ = work_->today(clock_);
    for (FamilyPage& page : pages_) bring_up_to(*as_of_, page);
}

std::vector<screens::LookAlike> FamilyBook::look_alikes(const Fields& household,
                                                        const Fields& person) {
    return client_app::look_alikes(pages_, household, person);
}

std::string FamilyBook::name_of(const std::string& household) const {
    const auto found = names_.find(household);
    return found == names_.end() ? std::string() : found->second;
}

screens::Sending FamilyBook::sending_of(const std::string& record) const {
    return own_word_of(*work_->store, record).sending;
}

std::string FamilyBook::household_of(const std::string& type, const std::string& id,
                                     const Fields& answers) const {
    if (work_ == nullptr) return {};
    return client_app::household_of(*work_->store, type, id, answers);
}

base::Result<screens::Family> FamilyBook::family(const std::string& id) {
    if (work_ == nullptr) return base::Error{base::ErrorCode::NotFound, "nobody is signed in"};
    return read_family(*work_->store, id, work_->today(clock_));
}

base::Result<std::vector<screens::Written>> FamilyBook::history(const std::string& record) {
    if (work_ == nullptr) return base::Error{base::ErrorCode::NotFound, "nobody is signed in"};
    return written_of(*work_->store, record);
}

}  // namespace client_app
