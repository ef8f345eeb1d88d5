#include "client/screens/settings/keeping_words.h"

#include "client/ui/words/dates.h"

#include <array>
#include <cstdlib>

namespace screens {

using words::tr;

namespace {

constexpr std::int64_t kClockNoticedMs = 2 * 60 * 1000;

// One digit after the comma below ten, as people say it.
std::string rounded(double value) {
    if (value >= 10) return std::to_string(static_cast<std::int64_t>(value + 0.5));
    const auto tenths = static_cast<std::int64_t>(value * 10 + 0.5);
    const bool is_english = words::language() == words::Language::English;
    const std::string part = std::to_string(tenths % 10);
    if (tenths % 10 == 0) return std::to_string(tenths / 10);
    return std::to_string(tenths / 10) + (is_english ? "." : ",") + part;
}

Saying absent_saying(const CopyInfo& copy, const std::string& when) {
    if (!copy.at) {
        return {ui::Tone::Warn, tr("The stick is not here"),
                tr("Plug in the stick with your copy. Your data on this laptop is safe.")};
    }
    return {ui::Tone::Warn, tr("Last copied {0}", {when}),
            tr("Plug in the stick: the copy is brought up to date by itself.")};
}

}  // namespace

Saying copy_saying(const KeepingState& state, Date today, base::Zone zone) {
    const CopyInfo& copy = state.copy;
    if (copy.folder.empty()) {
        return {ui::Tone::Warn, tr("There is no second copy yet"),
                tr("If this laptop breaks or is lost, what was not sent is lost with it. Copy it "
                   "to a stick and keep the stick somewhere else.")};
    }
    const std::string when = copy.at ? words::ago(base::date_in(*copy.at, zone), today) : "";
    if (copy.has_failed) {
        return {ui::Tone::Bad, tr("The last try did not succeed"),
                tr("The older copy is whole, and your data on this laptop is safe. See whether "
                   "the stick is full or write-protected, then copy again.")};
    }
    if (!copy.is_present) return absent_saying(copy, when);
    if (copy.is_on_same_disk) {
        return {ui::Tone::Warn, tr("The copy lies on this laptop's own disk"),
                tr("It is lost together with the laptop. Choose a stick instead.")};
    }
    if (copy.is_current) {
        return {ui::Tone::Ok, tr("The copy is up to date"), tr("Last copied {0}", {when})};
    }
    return {ui::Tone::Info, tr("Last copied {0}", {when}),
            tr("Something is new since then. It is copied by itself in a few minutes.")};
}

Saying trial_saying(const CopyTrial& trial) {
    const std::string behind = std::to_string(trial.changes_behind);
    switch (trial.finding) {
        case CopyTrial::Finding::Equal:
            return {ui::Tone::Ok, tr("The copy can be restored"),
                    tr("It was read back whole: {0} records, the same as on this laptop.",
                       {std::to_string(trial.records_there)})};
        case CopyTrial::Finding::Older:
            return {ui::Tone::Info, tr("The copy can be restored, but it is older"),
                    tr("It is whole and lacks {0} of your changes. Copy again to bring it up to "
                       "date.",
                       {behind})};
        case CopyTrial::Finding::Other:
            return {ui::Tone::Warn, tr("The copy is whole, but holds other things"),
                    tr("It holds {0} changes that this laptop lacks. Show it to the coordinator "
                       "before you copy again.",
                       {std::to_string(trial.changes_only_there)})};
        case CopyTrial::Finding::Damaged:
            return {ui::Tone::Bad, tr("The copy cannot be restored"),
                    tr("The stick may be worn out. Your data on this laptop is safe: copy it to "
                       "another stick today.")};
        case CopyTrial::Finding::Missing:
            return {ui::Tone::Warn, tr("No copy was found"),
                    tr("Plug in the stick with your copy, then try again.")};
        case CopyTrial::Finding::Failed:
            break;
    }
    return {ui::Tone::Warn, tr("The copy could not be tried"),
            tr("Nothing was changed. Free some room on this laptop, then try again.")};
}

Saying room_saying(const LaptopHealth& health) {
    const std::string left = size_text(health.free_bytes);
    if (health.room == Room::Full) {
        return {ui::Tone::Bad, tr("No room left ({0})", {left}),
                tr("Your records are safe, but nothing new can be written. Delete other files "
                   "from this laptop first.")};
    }
    if (health.room == Room::Low) {
        return {ui::Tone::Warn, tr("Room is running out ({0} left)", {left}),
                tr("Delete other files that are not used from this laptop.")};
    }
    return {};
}

Saying lost_saying(const LaptopHealth& health) {
    if (health.lost == 0) return {};
    return {ui::Tone::Bad, tr("Saved changes that are missing: {0}", {std::to_string(health.lost)}),
            tr("The laptop or its disk died while writing. Bring the laptop and the second copy to "
               "the coordinator; without a copy, write down again what is missing.")};
}

std::string copy_trouble_text(KeepingState::CopyTrouble trouble) {
    switch (trouble) {
        case KeepingState::CopyTrouble::None:
            return {};
        case KeepingState::CopyTrouble::NoFolder:
            return tr("That folder is not there. Is the stick plugged in?");
        case KeepingState::CopyTrouble::OwnFolder:
            return tr("That is where this laptop keeps its own data. Choose a stick instead.");
        case KeepingState::CopyTrouble::Full:
            return tr(
                "The stick is full. The older copy on it is whole. Free some room, then "
                "copy again.");
        case KeepingState::CopyTrouble::Failed:
            break;
    }
    return tr("It could not be copied there. Your data on this laptop is safe. Try another stick.");
}

std::string size_text(std::int64_t bytes) {
    constexpr std::array<const char*, 4> kUnits = {"B", "KB", "MB", "GB"};
    if (bytes < 0) return tr("not known");
    auto value = static_cast<double>(bytes);
    std::size_t unit = 0;
    while (value >= 1000 && unit + 1 < kUnits.size()) {
        value /= 1000;
        ++unit;
    }
    return rounded(value) + " " + kUnits.at(unit);
}

std::string clock_offset_text(std::int64_t offset_ms) {
    if (std::llabs(offset_ms) < kClockNoticedMs) return tr("shows the right time");
    const std::string minutes = std::to_string((std::llabs(offset_ms) + 30'000) / 60'000);
    if (offset_ms > 0) return tr("{0} minutes fast", {minutes});
    return tr("{0} minutes slow", {minutes});
}

}  // namespace screens
