// The settings: how the window looks, when it locks, the midwife's number. What is chosen is in
// force at once and kept at once; there is nothing to save.
#pragma once

#include "client/screens/ports/ports.h"
#include "client/screens/settings/pin_change_model.h"
#include "client/ui/words/words.h"

#include <array>
#include <string>

namespace screens {

enum class SettingsPart { Look, Copy, Safety, Laptop, About };

inline constexpr std::array<int, 5> kTextSizes = {100, 125, 150, 175, 200};
inline constexpr std::array<int, 5> kLockChoices = {1, 2, 5, 10, 15};

class SettingsModel {
public:
    explicit SettingsModel(const Ports& ports);

    std::string phone;   // of the midwife, as typed
    std::string folder;  // for the second copy, as typed or chosen

    void refresh();  // once a frame

    SettingsPart part() const { return part_; }
    void open_part(SettingsPart part);

    Appearance look() const { return ports_.settings.appearance(); }
    void choose_language(bool english);
    void choose_text(int percent);
    void choose_contrast(bool contrast);
    int lock_minutes() const { return ports_.settings.lock_minutes(); }
    void choose_lock(int minutes);

    void keep_phone();
    bool is_phone_kept() const { return phone == kept_phone_; }
    words::Sentence phone_problem() const;

    PinChangeModel& pin() { return pin_; }
    const KeepingState& keeping() const { return ports_.keeping.state(); }
    void copy_clicked();
    void try_copy_clicked() { ports_.keeping.try_copy(); }
    void forget_copy_clicked();
    void check_clicked() { ports_.keeping.check_store(); }
    void lost_seen_clicked() { ports_.keeping.lost_is_seen(); }
    std::string version() const { return ports_.keeping.version(); }
    bool asks_for_folder() const { return asks_for_folder_; }

    // What could not be kept; empty if all was.
    words::Sentence trouble() const;

private:
    void note(const base::Status& kept) { has_failed_ = !kept.ok(); }

    Ports ports_;
    PinChangeModel pin_;
    SettingsPart part_ = SettingsPart::Look;
    std::string kept_phone_;
    bool has_failed_ = false, says_phone_ = false, asks_for_folder_ = false;
};

}  // namespace screens
