// The ministry's monthly table "Balita Gizi" (SIGIZI KESGA): a row per village, 30 columns.
//
// This app knows columns 1-5 (5: the target entered), 14 and 20-25; the others stay empty. The
// receiving system replaces a whole month by what is uploaded, so every village has its row, zeros
// too, and only a month that has come to its last day is exported. Figures are never suppressed
// here (AMENDMENTS).
#pragma once

#include "shared/base/result.h"
#include "shared/indicators/tally.h"

#include <array>

namespace indicators {

struct Village {
    std::string name;
    std::vector<std::string> units;  // codes of its posyandu, and its own
};

struct SigiziRow {
    std::string village;
    int live_births = 0;           // 14
    int with_imd = 0;              // 20
    int under_six_months = 0;      // 21
    int recalled = 0;              // 22
    int exclusive_recall = 0;      // 23
    int reached_six_months = 0;    // 24
    int exclusive_six_months = 0;  // 25
};

inline constexpr int kSigiziColumns = 30;
const std::array<std::string_view, kSigiziColumns>& sigizi_headers();  // exact, as received

std::vector<SigiziRow> sigizi_rows(const Tally& tally, std::span<const Village> villages);

// A month is complete on its last day.
bool is_complete_month(Month month, Date today);
base::Status may_export(Month month, Date today);  // Refused, with a sentence

struct ReportFinding {
    std::string_view rule;   // "V051"
    std::string_view check;  // "sums_agree"
    std::string message_id;
    std::string message_en;
};
// V051: both sexes and all villages add up to what the whole centre counts. An infant without a
// known sex, or of a unit in no village, breaks it.
std::vector<ReportFinding> sums_agree(const Tally& tally, std::span<const Village> villages);
// V052: 23 <= 22 <= 21, 20 <= 14, 25 <= 24.
std::vector<ReportFinding> parts_within_wholes(std::span<const SigiziRow> rows);

}  // namespace indicators
