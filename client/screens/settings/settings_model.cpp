#include "client/screens/settings/settings_model.h"

#include "client/qr/links.h"
#include "shared/base/text.h"

namespace screens {

using words::later;
using words::Sentence;

SettingsModel::SettingsModel(const Ports& ports)
    : phone(ports.settings.midwife_phone()),
      ports_(ports),
      pin_(ports.access, ports.clock),
      kept_phone_(phone) {
    ports_.keeping.look();
}

void SettingsModel::refresh() {
    pin_.refresh();
    const CopyInfo& copy = keeping().copy;
    if (folder.empty() && !copy.folder.empty()) folder = copy.folder;
}

void SettingsModel::open_part(SettingsPart part) {
    part_ = part;
    has_failed_ = false;
    if (part == SettingsPart::Laptop || part == SettingsPart::Copy) ports_.keeping.look();
}

void SettingsModel::choose_language(bool english) {
    Appearance chosen = look();
    chosen.is_english = english;
    note(ports_.settings.set_appearance(chosen));
}

void SettingsModel::choose_text(int percent) {
    Appearance chosen = look();
    chosen.text_percent = percent;
    note(ports_.settings.set_appearance(chosen));
}

void SettingsModel::choose_contrast(bool contrast) {
    Appearance chosen = look();
    chosen.is_contrast = contrast;
    note(ports_.settings.set_appearance(chosen));
}

void SettingsModel::choose_lock(int minutes) {
    note(ports_.settings.set_lock_minutes(minutes));
}

void SettingsModel::keep_phone() {
    says_phone_ = true;
    phone = base::trimmed(phone);
    if (!phone_problem().empty()) return;
    const base::Status kept = ports_.settings.set_midwife_phone(phone);
    note(kept);
    if (kept.ok()) kept_phone_ = phone;
}

Sentence SettingsModel::phone_problem() const {
    // As where a danger sign asks for it: the links and codes to call her are made of it.
    if (!says_phone_ || phone.empty() || qr::international(phone)) return {};
    return {later("This is no phone number. It begins with 08 or +62."), {}};
}

void SettingsModel::copy_clicked() {
    asks_for_folder_ = folder.empty();
    if (!asks_for_folder_) ports_.keeping.copy_now(folder);
}

void SettingsModel::forget_copy_clicked() {
    ports_.keeping.forget_copy();
    folder.clear();
}

Sentence SettingsModel::trouble() const {
    if (!has_failed_) return {};
    return {later("This could not be kept: the laptop's disk did not take it. It holds until the "
                  "program is closed."),
            {}};
}

}  // namespace screens
