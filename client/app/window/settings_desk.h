// What the user sets for herself, in her store's meta; and the look of the page before the PIN.
#pragma once

#include "client/app/window/work.h"
#include "client/screens/ports/settings.h"

#include <functional>
#include <string>

namespace client_app {

inline constexpr std::string_view kAppearanceMeta = "appearance";
inline constexpr std::string_view kLockMinutesMeta = "lock_minutes";
inline constexpr std::string_view kMidwifePhoneMeta = "midwife_phone";
inline constexpr std::string_view kMidwifeNameMeta = "midwife_name";
inline constexpr std::string_view kMidwifePlaceMeta = "midwife_place";

class SettingsDesk final : public screens::Settings {
public:
    explicit SettingsDesk(std::string data);

    void open(Work& work);
    void close();
    std::function<void()> when_phone_kept;  // whoever shows the midwife's number reads it again

    screens::Appearance appearance() override { return look_; }
    base::Status set_appearance(const screens::Appearance& chosen) override;
    int lock_minutes() override { return lock_minutes_; }
    base::Status set_lock_minutes(int minutes) override;
    std::string midwife_phone() override;
    base::Status set_midwife_phone(const std::string& number) override;

private:
    std::string data_;
    Work* work_ = nullptr;
    screens::Appearance look_;
    int lock_minutes_ = screens::kLockMinutes;
};

}  // namespace client_app
