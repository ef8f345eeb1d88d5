#include "client/app/window/family_book.h"

#include "client/app/families.h"
#include "client/app/window/look_alikes.h"
#include "client/app/window/one_family.h"
#include "shared/base/log.h"

#include <algorithm>
#include <array>

namespace client_app {

using base::Fields;
using screens::FamilyRow;

namespace {

// What a record hangs on, the nearest first.
constexpr std::array<const char*, 6> kParents = {"visit_id",  "birth_event_id", "mother_id",
                                                 "infant_id", "person_id",      "teaching_id"};
constexpr int kParentsMax = 8;  // deep; a circle of references must end

}  // namespace

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
        back_room_.hand_over([this, opening, today, pages = std::move(pages).value()] {
            if (opening != opened_) return;
            pages_ = pages;
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
    pages_.push_back(std::move(*page));
    sort_pages(pages_);
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
    std::string type_now = type;
    std::string id_now = id;
    Fields now = answers;
    for (int depth = 0; depth < kParentsMax; ++depth) {
        if (type_now == "household") return id_now;
        if (now.has("household_id")) return now.text("household_id");
        std::string parent;
        for (const char* name : kParents) {
            if (parent.empty()) parent = now.text(name);
        }
        auto found = work_->store->find(parent);
        if (!found.ok() || !found.value()) return {};
        type_now = found.value()->record.type;
        id_now = parent;
        now = std::move(found.value()->record.fields);
    }
    return {};
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
