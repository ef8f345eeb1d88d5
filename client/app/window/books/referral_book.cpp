#include "client/app/window/books/referral_book.h"

#include "shared/base/log.h"
#include "shared/base/text.h"

#include <utility>

namespace client_app {

using base::Error;
using base::ErrorCode;
using screens::Midwife;

namespace {

// Names in the store's own table of facts.
constexpr const char* kSeen = "answers_seen";
constexpr const char* kName = "midwife_name";
constexpr const char* kPlace = "midwife_place";
constexpr const char* kPhone = "midwife_phone";

std::string kept(store::Store& store, const char* key) {
    auto value = store.meta(key);
    return value.ok() ? std::move(value).value() : std::string();
}

struct Lists {
    std::vector<screens::ReferralRow> all;
    std::vector<screens::MotherRow> mothers;
};

base::Result<Lists> read_lists(store::Store& store, base::Date today, bool with_mothers) {
    Lists lists;
    TRY_LET(all, read_referrals(store));
    lists.all = std::move(all);
    if (!with_mothers) return lists;
    TRY_LET(mothers, read_mothers(store, today));
    lists.mothers = std::move(mothers);
    return lists;
}

// Of the accounts that the server has told: a midwife with a number.
Midwife told_by_server(store::Store& store) {
    const auto users = store.list("user");
    if (!users.ok()) return {};
    for (const records::Record& user : users.value()) {
        const base::Fields& fields = user.fields;
        const bool is_one = fields.text("role") == "BIDAN" && fields.text("active") != "0";
        if (!is_one || records::is_retracted(user) || fields.text("phone").empty()) continue;
        return {fields.text("full_name"), {}, fields.text("phone")};
    }
    return {};
}

}  // namespace

void ReferralBook::open(Work& work) {
    work_ = &work;
    ++opened_;
    for (std::string& each : base::split(kept(*work.store, kSeen), '\n')) {
        if (!each.empty()) seen_.insert(std::move(each));
    }
    read_again();
}

void ReferralBook::close() {
    work_ = nullptr;
    ++opened_;
    all_.clear();
    mothers_.clear();
    seen_.clear();
    wants_mothers_ = false;
    midwife_ = {};
    ++version_;
}

void ReferralBook::read_again() {
    if (work_ == nullptr) return;
    read_midwife();
    store::Store* back = work_->back.get();
    const base::Date today = work_->today(clock_);
    back_room_.ask([this, back, today, opening = opened_, with_mothers = wants_mothers_] {
        auto lists = read_lists(*back, today, with_mothers);
        if (!lists.ok()) return base::log::warn("the referrals could not be read from the store");
        back_room_.hand_over([this, opening, found = std::move(lists).value()]() mutable {
            if (opening != opened_) return;
            all_ = std::move(found.all);
            mothers_ = std::move(found.mothers);
            ++version_;
        });
    });
}

const std::vector<screens::MotherRow>& ReferralBook::mothers() {
    if (!std::exchange(wants_mothers_, true)) read_again();
    return mothers_;
}

bool ReferralBook::is_seen(const std::string& referral, const std::string& outcome) {
    return seen_.contains(referral + " " + outcome);
}

base::Status ReferralBook::mark_seen(const std::string& referral, const std::string& outcome) {
    if (work_ == nullptr) return Error{ErrorCode::Refused, "nobody is signed in"};
    if (!seen_.insert(referral + " " + outcome).second) return base::Done{};
    ++version_;
    return work_->store->set_meta(kSeen, base::joined({seen_.begin(), seen_.end()}, "\n"));
}

void ReferralBook::read_midwife() {
    store::Store& store = *work_->store;
    midwife_ = {kept(store, kName), kept(store, kPlace), kept(store, kPhone)};
    if (!midwife_.is_known()) midwife_ = told_by_server(store);
}

base::Status ReferralBook::keep_midwife(const Midwife& midwife) {
    if (work_ == nullptr) return Error{ErrorCode::Refused, "nobody is signed in"};
    store::Store& store = *work_->store;
    TRY(store.set_meta(kName, midwife.name));
    TRY(store.set_meta(kPlace, midwife.place));
    TRY(store.set_meta(kPhone, midwife.phone));
    read_midwife();
    ++version_;
    return base::Done{};
}

}  // namespace client_app
