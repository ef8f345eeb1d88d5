#include "client/app/window/settings_desk.h"

#include "client/app/window/appearance_file.h"
#include "shared/base/characters.h"
#include "shared/base/log.h"
#include "shared/base/text.h"

#include <charconv>
#include <iterator>

namespace client_app {

namespace {

constexpr int kLockMinutesMax = 60;

int minutes_of(const std::string& text) {
    int minutes = 0;
    std::from_chars(text.data(), text.data() + text.size(), minutes);
    return minutes < 1 || minutes > kLockMinutesMax ? screens::kLockMinutes : minutes;
}

std::string meta_of(Work& work, std::string_view key) {
    auto text = work.store->meta(key);
    if (!text.ok()) base::log::warn("a setting could not be read");
    return text.ok() ? text.value() : std::string();
}

}  // namespace

SettingsDesk::SettingsDesk(std::string data)
    : data_(std::move(data)), look_(read_appearance(data_)) {}

void SettingsDesk::open(Work& work) {
    work_ = &work;
    const std::string chosen = meta_of(work, kAppearanceMeta);
    if (!chosen.empty()) look_ = appearance_of(chosen);
    lock_minutes_ = minutes_of(meta_of(work, kLockMinutesMeta));
}

void SettingsDesk::close() {
    work_ = nullptr;
    look_ = read_appearance(data_);
    lock_minutes_ = screens::kLockMinutes;
}

base::Status SettingsDesk::set_appearance(const screens::Appearance& chosen) {
    look_ = chosen;  // in force even if it cannot be kept
    if (work_ != nullptr) TRY(work_->store->set_meta(kAppearanceMeta, to_text(chosen)));
    return write_appearance(data_, chosen);
}

base::Status SettingsDesk::set_lock_minutes(int minutes) {
    if (work_ == nullptr) return base::Done{};
    TRY(work_->store->set_meta(kLockMinutesMeta, std::to_string(minutes)));
    lock_minutes_ = minutes;
    return base::Done{};
}

std::string SettingsDesk::midwife_phone() {
    return work_ == nullptr ? std::string() : meta_of(*work_, kMidwifePhoneMeta);
}

// Another number is another midwife's: nobody's name and place stand beside it. They go first, so
// that a refusing disk leaves a number without a name rather than with the wrong one.
base::Status SettingsDesk::set_midwife_phone(const std::string& number) {
    if (work_ == nullptr) return base::Done{};
    if (base::digits_of(midwife_phone()) != base::digits_of(number)) {
        TRY(work_->store->set_meta(kMidwifeNameMeta, ""));
        TRY(work_->store->set_meta(kMidwifePlaceMeta, ""));
    }
    TRY(work_->store->set_meta(kMidwifePhoneMeta, number));
    if (when_phone_kept) when_phone_kept();
    return base::Done{};
}

}  // namespace client_app
