#include "client/app/window/family_book.h"

#include "client/app/families.h"
#include "client/app/window/belonging.h"
#include "client/app/window/look_alikes.h"
#include "client/app/window/one_family.h"
#include "shared/base/log.h"

#include <algorithm>

namespace client_app {

using base::Fields;
using screens::FamilyRow;

void FamilyBook::open(Work& work) {
    work_ = &work;
    ++opened_;
    pages_ = std::move(work.pages);
    as_of_.reset();
    ++version_;
}

void FamilyBook::close() {
    work_ = nullptr;
    ++opened_;
    pages_.clear();
    duties_.clear();
    ++version_;
}

void FamilyBook::read_again() {
    if (work_ == nullptr) return;
    store::Store* back = work_->back.get();
    const std::int64_t opening = opened_;
    const base::Date today = work_->today(clock_);
    back_room_.ask([this, back, today, opening] {
        auto pages = read_pages(*back, today);
        if (!pages.ok()) return base::log::warn("the families could not be read from the store");
        auto found = std::make_shared<std::vector<FamilyPage>>(std::move(pages).value());
        back_room_.hand_over([this, opening, today, found] {
            if (opening != opened_) return;
            pages_ = std::move(*found);
            as_of_ = today;
            show_duties();
        });
    });
}

void FamilyBook::put_duties(const DutiesOf& duties) {
    for (const auto& [household, of] : duties) duties_[household] = of;
    show_duties();
}

void FamilyBook::show_duties() {
    for (FamilyPage& page : pages_) {
        const auto found = duties_.find(page.row.id);
        page.row.due = found == duties_.end() ? 0 : found->second.due;
        page.row.overdue = found == duties_.end() ? 0 : found->second.overdue;
    }
    ++version_;
}

void FamilyBook::family_changed(const std::string& household) {
    if (work_ == nullptr) return;
    ++version_;
    const auto records = closure_of(*work_->store, household);
    if (!records.ok()) return base::log::warn("a changed family could not be read");
    auto page = page_of(household, records.value(), work_->today(clock_));
    std::erase_if(pages_, [&](const FamilyPage& each) { return each.row.id == household; });
    if (when_changed) when_changed(household);
    if (!page) return;
    const care::Family family{records.value()};
    Duties& duties = duties_[household] = {};
    for (const screens::Due& due : due_of(family, household, work_->today(clock_))) {
        ++(due.is_overdue ? duties.overdue : duties.due);
    }
    page->row.due = duties.due;
    page->row.overdue = duties.overdue;
    const auto place = std::upper_bound(pages_.begin(), pages_.end(), *page, stands_before);
    pages_.insert(place, std::move(*page));
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
    for (const FamilyPage& page : pages_) {
        if (page.row.id != household) continue;
        if (!page.row.head.empty() || page.row.people.empty()) return page.row.head;
        return page.row.people.front();
    }
    return {};
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
