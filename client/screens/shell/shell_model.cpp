#include "client/screens/shell/shell_model.h"

#include "client/screens/families/families_page.h"
#include "client/screens/family/family_page.h"
#include "client/screens/record/record_form_page.h"
#include "client/screens/record/visit_page.h"
#include "client/screens/sending/sync_page.h"
#include "client/screens/sign_in/sign_in_page.h"
#include "client/screens/today/today_page.h"
#include "client/ui/words/words.h"

#include <utility>

namespace screens {

using words::tr;

ShellModel::ShellModel(const Ports& ports)
    : ports_(ports), page_(std::make_unique<SignInPage>(ports)) {}

void ShellModel::refresh() {
    page_->refresh(*this);
    while (asked_) std::exchange(asked_, nullptr)();
}

std::unique_ptr<OpenPage> ShellModel::page_of(const Place& place) {
    switch (place.page) {
        case Page::Today:
            return std::make_unique<TodayPage>(ports_, today_);
        case Page::Family:
            return std::make_unique<FamilyPage>(ports_, place.id);
        case Page::Visit:
            return std::make_unique<VisitPage>(ports_, place.id, place.kind);
        case Page::Sending:
            return std::make_unique<SyncPage>(ports_);
        case Page::SignIn:
            return std::make_unique<SignInPage>(ports_);
        case Page::Families:
        case Page::Form:  // opened by open_form, which knows its start
            break;
    }
    return std::make_unique<FamiliesPage>(ports_);
}

void ShellModel::show(const Place& place) {
    page_->keep();
    where_ = place;
    page_ = page_of(place);
    page_->refresh(*this);
}

void ShellModel::go(Place place) {
    asked_ = [this, place = std::move(place)] {
        if (where_.page != Page::Form) trail_.push_back(where_);
        show(place);
    };
}

void ShellModel::open(Page page) {
    asked_ = [this, page] {
        trail_.clear();
        show({page, {}});
    };
}

void ShellModel::open_family(const std::string& id) {
    go({Page::Family, id});
}

void ShellModel::back() {
    asked_ = [this] {
        Place place{Page::Families, {}};
        if (!trail_.empty()) {
            place = trail_.back();
            trail_.pop_back();
        }
        show(place);
    };
}

void ShellModel::open_form(const FormStart& start) {
    if (ports_.records.forms().find(start.type) == nullptr) {
        say(tr("This program does not know that form yet. Ask for the new version."));
        return;
    }
    asked_ = [this, start] {
        page_->keep();
        if (where_.page != Page::Form) trail_.push_back(where_);
        where_ = {Page::Form, {}};
        page_ = std::make_unique<RecordFormPage>(ports_, start);
        page_->refresh(*this);
    };
}

void ShellModel::open_draft(const Draft& draft) {
    if (is_of_todays_visit(ports_, draft)) return open_visit(draft.family, VisitKind::Full);
    FormStart start;
    start.type = draft.type;
    start.family = draft.family;
    start.record = draft.record;
    start.draft = draft.id;
    open_form(start);
}

void ShellModel::open_visit(const std::string& family, VisitKind kind) {
    go({Page::Visit, family, kind});
}

void ShellModel::form_done(const std::string& family) {
    asked_ = [this, family] {
        const bool from_family = !trail_.empty() && (trail_.back().page == Page::Family ||
                                                     trail_.back().page == Page::Visit);
        const bool is_elsewhere = !family.empty() && !(from_family && trail_.back().id == family);
        Place place{Page::Families, {}};
        if (is_elsewhere) {
            place = {Page::Family, family};
        } else if (!trail_.empty()) {
            place = trail_.back();
            trail_.pop_back();
        }
        show(place);
    };
}

void ShellModel::signed_in() {
    me_ = ports_.session.me();
    today_ = {};
    open(Page::Today);
}

void ShellModel::sign_out() {
    page_->keep();
    ports_.session.lock();
    open(Page::SignIn);
}

void ShellModel::keep() {
    page_->keep();
}

std::optional<std::string> ShellModel::take_note() {
    return std::exchange(note_, std::nullopt);
}

}  // namespace screens
