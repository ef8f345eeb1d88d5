// The id of a figure, the same in every format: which count, of when, of where. `trace` opens it.
//
//   SIGIZI_23:2026-10:POSY-01        one posyandu
//   SIGIZI_23:2026-10:@33.74.01.1001 a village, by its Kemendagri code, else by its name
//   ID_F1_1.L:2026-10:SEMUA          boys, of the whole health centre
//   ID_ASI05.DEN:2026-Q3:SEMUA       whom a percentage is of
//   TIMBANG_D.L.0-5:2026-10:POSY-01  boys of 0 to 5 months
//   ILP_IBU_DATANG.SISA:2026-10:P1   whom the percentage is of, and who is not in it
//   WHO_AG.EBF.3-3:2026-10:SEMUA     of those the class EBF
//   MINGGUAN.RECALL.8-14:2026-10:P1  of the weekly recap: asked from the 8th to the 14th
//   SIGIZI_22.T:2026-10:SEMUA        whose sex is not known
//   WHO_ISSSF.RERATA:2026-Q3:SEMUA   averaged: of the months that end a quarter alone
//   ID_IMD:2026-10:SEMUA:Puskesmas_Contoh  in a district's file, which has several: of this one
#pragma once

#include "shared/sheets/period.h"

namespace sheets {

inline constexpr std::string_view kEverywhere = "SEMUA";

inline constexpr int kNoAge = -1;
inline constexpr char kSexNotKnown = 'T';

// Completed months, both of them in; kNoAge as `from`: of any age.
struct Ages {
    int from = kNoAge, to = 0;
    bool operator==(const Ages&) const = default;
};

// Who is in it; whom a percentage is of (.DEN); of these who is not in it (.SISA).
enum class Share { Counted, Whole, Rest };

struct FigureId {
    std::string code;  // of an indicator
    char sex = 0;      // 'L', 'P', kSexNotKnown; 0: everybody
    Ages ages;
    std::string detail;  // of facts that are told apart by it: the class of a feeding; "" all
    Share share = Share::Counted;
    Period period;
    std::string place;         // a posyandu's code, "@..." a village, kEverywhere; see place_in()
    bool is_averaged = false;  // over the months that end a quarter

    bool operator==(const FigureId&) const = default;
};
// Somebody who is counted, as a figure asks for her.
struct Subject {
    std::string_view code, detail;
    char sex = 0;
    std::optional<int> age_months;
};
bool speaks_of(const FigureId& id, const Subject& subject);  // whichever period and place
std::vector<Month> months_of(const FigureId& id);  // in which who is behind it was counted
bool is_of_sex(char wanted, char sex);             // not known: neither L nor P
// A place of a health centre, as who has the figures of several calls it.
std::string place_in(std::string_view centre, std::string_view place);
// Without period and place: "ID_F1_1.L", "ID_ASI05.DEN".
std::string short_text(const FigureId& id);
std::string to_text(const FigureId& id);
std::optional<FigureId> parse_figure(std::string_view short_text);  // period and place left open
std::optional<FigureId> parse_figure_id(std::string_view text);

}  // namespace sheets
