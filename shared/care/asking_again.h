// Tasks that hang on no birth: has she given birth yet (a pregnancy near its expected date), and a
// house where nobody was met. Part of care::tasks(), which settles their status.
#pragma once

#include "shared/care/schedule.h"

#include <vector>

namespace care {

// BIRTH_ASK for each pregnancy that nobody has closed: from two weeks before the expected date to
// the end of the nifas that would follow it. A birth closes it, whatever the pregnancy says.
void add_birth_questions(const Family& family, std::vector<Task>& tasks);

// RETRY for each visit that met nobody or was put off; the next visit to that house completes it.
// Its person is one of those who live there, the mother first.
void add_visits_to_try_again(const Family& family, std::vector<Task>& tasks);

inline constexpr int kAskBeforeDays = 14;
// May a birth on that day be the one that was expected then?
bool is_birth_expected(Date expected, Date delivered);

}  // namespace care
