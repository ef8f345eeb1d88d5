// How amounts, times and reasons of sending are said.
#pragma once

#include "client/screens/ports/ports.h"

#include <cstdint>
#include <string>

namespace screens {

std::string bytes_text(std::int64_t bytes);                           // "38 KB", "1,4 MB", "14 GB"
std::string took_text(std::int64_t ms);                               // "± 5 detik", "± 3 menit"
std::string clock_text(Instant at, const base::Zone& zone);           // "10:42"
std::string day_and_clock(Instant at, const Ports& ports);            // "hari ini pukul 10:42"
std::string form_title(const Ports& ports, const std::string& type);  // "Kunjungan"
// What the question asks; the form's title where there is no such question.
std::string question_text(const Ports& ports, const std::string& type, const std::string& field);
// The health centre's server was put back from a backup; nothing is wrong.
std::string restored_text(std::int64_t sent_again);
// Whom the law erased, and what was not taken for that; empty: nothing of that kind.
std::string erased_text(const ErasedHere& erased);
// What is of another posyandu now, and left this laptop; empty: nothing.
std::string left_text(std::int64_t records);
// Why the health centre holds a record, and what becomes of it.
std::string held_text(const Ports& ports, const TroubledRow& row);

}  // namespace screens
