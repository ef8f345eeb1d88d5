#include "client/screens/shell_model.h"

#include "client/ui/words/dates.h"

namespace screens {

using words::tr;

ShellModel::ShellModel(const Ports& ports)
    : ports_(ports),
      sign_in_(std::make_unique<SignInModel>(ports.session, ports.clock)),
      sync_(ports) {}

void ShellModel::refresh() {
    switch (page_) {
        case Page::SignIn:
            sign_in_->refresh();
            if (sign_in_->is_open()) signed_in();
            break;
        case Page::Families:
            families_->refresh();
            break;
        case Page::Family:
            family_->refresh();
            break;
        case Page::Form:
            if (form_->is_saved() || form_->is_discarded()) after_form();
            break;
        case Page::Sync:
            break;
    }
}

void ShellModel::signed_in() {
    me_ = ports_.session.me();
    open_families();
}

void ShellModel::open_families() {
    families_ = std::make_unique<FamiliesModel>(ports_);
    page_ = Page::Families;
}

void ShellModel::open_family(const std::string& id) {
    family_ = std::make_unique<FamilyModel>(ports_, id);
    page_ = Page::Family;
}

void ShellModel::open_form(const FormStart& start) {
    if (ports_.records.forms().find(start.type) == nullptr) {
        note_ = tr("This program does not know that form yet. Ask for the new version.");
        return;
    }
    form_ = std::make_unique<RecordFormModel>(ports_, start);
    page_ = Page::Form;
}

void ShellModel::open_draft(const Draft& draft) {
    FormStart start;
    start.type = draft.type;
    start.family = draft.family;
    start.record = draft.record;
    start.draft = draft.id;
    open_form(start);
}

void ShellModel::open_sync() {
    page_ = Page::Sync;
}

void ShellModel::leave_form() {
    form_->keep_draft_now();
    if (form_->is_draft_kept()) note_ = tr("Kept as a draft. You find it under Families.");
    const std::string family = form_->start().family;
    family.empty() ? open_families() : open_family(family);
}

void ShellModel::after_form() {
    const bool is_new_family = form_->start().type == "household" && form_->start().family.empty();
    std::string family = form_->start().family;
    if (form_->is_saved()) {
        note_ = tr("Saved on this laptop");
        if (is_new_family) family = form_->saved_record();
    } else {
        note_ = tr("Thrown away");
    }
    family.empty() ? open_families() : open_family(family);
}

void ShellModel::sign_out() {
    if (page_ == Page::Form) form_->keep_draft_now();
    ports_.session.lock();
    form_.reset();
    family_.reset();
    families_.reset();
    sign_in_ = std::make_unique<SignInModel>(ports_.session, ports_.clock);
    page_ = Page::SignIn;
}

std::string ShellModel::user_name() const {
    return me_.name;
}
std::string ShellModel::unit_name() const {
    return me_.units.empty() ? std::string() : me_.units.front().name;
}
std::string ShellModel::today_text() const {
    return words::long_date(ports_.today());
}

std::optional<std::string> ShellModel::take_note() {
    auto taken = std::move(note_);
    note_.reset();
    return taken;
}

}  // namespace screens
