// "Jawaban rujukan": what came of referrals since this user last looked.
#pragma once

#include "client/screens/frame/ways.h"

#include <string>
#include <vector>

namespace screens {

struct AnswerNews {
    std::string referral, family, person_name;
    std::string outcome;   // code
    std::string words;     // "Dirawat inap"
    std::string feedback;  // of the midwife
};

// Of all families, or of this one; the newest first. Those of the last month only: an older answer
// is no news on a laptop that was just registered.
std::vector<AnswerNews> answer_news(const Ports& ports, const std::string& family = {});

// A card with them, to be opened or put away; nothing where there is none. Used by views only.
void draw_answer_news(Ways& ways, const std::string& family = {});

}  // namespace screens
