// Stops as rows of the day's list: which day asks for them, in words, in order.
#pragma once

#include "client/screens/ports/agenda.h"
#include "client/screens/today/today_choices.h"
#include "client/ui/theme.h"

#include <optional>
#include <string>
#include <vector>

namespace screens {

// A task of a family, in words.
struct TodayLine {
    std::string id;
    std::string what;   // "Aisyah Putri: Pertanyaan ASI umur 0 bulan"
    std::string until;  // "terlambat 3 hari", "hari ini", "sampai 12 Mar"
    ui::Tone tone = ui::Tone::Info;
};

struct TodayRow {
    const Stop* stop = nullptr;
    When when = When::Later;  // of its most urgent task
    bool is_danger = false;
    Date by;                    // the last day of that task
    std::size_t open = 0;       // tasks that can be done now
    std::size_t set_aside = 0;  // put off or called off by a person
};

// A row's tasks in words: only for the rows that are looked at.
struct TodayWords {
    std::vector<TodayLine> lines;  // what can be done now
    std::vector<TodayLine> aside;
};

struct TodayGroup {
    std::string title, note;  // "RT 003 / RW 001", "5 keluarga"
    std::vector<TodayRow> rows;
};

// Put off to a later day, or called off: it waits, but not today.
bool is_aside(const AgendaTask& task, Date today);
When when_of(const AgendaTask& task, Date today);
std::string title_of(const AgendaTask& task);  // whom, and what

TodayRow row_of(const Stop& stop, Date today);
TodayWords words_of(const Stop& stop, Date today);
// Danger signs, then by the last day, then by name (DOMAIN 4.4).
void sort_by_urgency(std::vector<TodayRow>& rows);
std::vector<TodayGroup> grouped_by_urgency(const std::vector<TodayRow>& rows);
// `rows` as they stand along the way.
std::vector<TodayGroup> grouped_by_place(const std::vector<TodayRow>& rows);

}  // namespace screens
