// A midwife of two posyandu with four colleagues, and what was written down of them.
#pragma once

#include "tests/client/desk/desk.h"

namespace class_room {

inline constexpr const char* kSiti = "0190a000-0000-7000-8000-0000000000a1";
inline constexpr const char* kAni = "0190a000-0000-7000-8000-0000000000a2";
inline constexpr const char* kTutik = "0190a000-0000-7000-8000-0000000000a3";
inline constexpr const char* kLeft = "0190a000-0000-7000-8000-0000000000a4";
inline constexpr const char* kMidwife = "0190a000-0000-7000-8000-0000000000b1";

inline void settle(desk::Desk& desk) {
    desk.role = "BIDAN";
    desk.units = {{"P03", "Posyandu Melati 3"}, {"P04", "Posyandu Mawar"}};
    desk.trainings.people = {{kAni, "Ani Lestari", "KADER", {"P04"}, false},
                             {desk.me().user_id, "Bidan Ratna", "BIDAN", {"P03", "P04"}, false},
                             {kLeft, "Lama Sekali", "KADER", {"P03"}, true},
                             {kSiti, "Siti Rahayu", "KADER", {"P03"}, false},
                             {kTutik, "Tutik Handayani", "KADER", {"P09"}, false}};
}

inline void write_down(desk::Desk& desk, const char* user, const char* result, const char* end,
                       const char* more = "") {
    screens::WrittenTraining training;
    training.record.id = records::RecordId(desk.new_draft_id());
    training.record.type = "cadre_training";
    training.record.unit = "P03";
    training.record.fields =
        base::Fields::parse(std::string(R"({"topic":"PIJAT_OKSITOSIN","participant_id":")") + user +
                            R"(","organiser_unit_id":"PKM","start_date":")" + end +
                            R"(","end_date":")" + end + R"(","result":")" + result + "\"" + more +
                            "}")
            .value();
    training.is_sent = true;
    desk.trainings.written.push_back(training);
    ++desk.trainings.changes;
}

}  // namespace class_room
