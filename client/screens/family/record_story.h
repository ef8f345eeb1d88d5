// Who changed what of one record, in words, newest first.
#pragma once

#include "client/screens/family/family_context.h"

#include <string>
#include <vector>

namespace screens {

struct StoryStep {
    std::string who;   // "Sri Wahyuni, kader posyandu"; "terakhir ditulis oleh ..." of several
    std::string when;  // with a word where the laptop's clock is not to be trusted
    std::string what;  // "Dicatat pertama kali", "Diperbaiki", "Ditarik"
    std::vector<std::string> changes;  // "Berat badan: 3,2 kg → 3,4 kg"
    std::string reason, answer;
    std::string standing;  // where it stands if it is not simply in the server's database
    bool is_troubled = false;
};

struct RecordStory {
    std::string record, type;
    std::string trouble;  // the history could not be read
    std::vector<StoryStep> steps;
};
RecordStory story_of(const std::string& record, const FamilyContext& context);

}  // namespace screens
