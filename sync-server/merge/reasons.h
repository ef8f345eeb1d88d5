// Why two records look like one, or why they do not, in words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace merge {

enum class Language { Indonesian, English };

struct Reason {
    std::string code;  // field:relation ("full_name:alike"), or guard:name ("guard:other_twin")
    bool speaks_for = true;
    std::vector<std::string> values;  // what the words show, as it is written in the records
};

// "nama mirip: Sitti Aminah / Siti Aminah". Plain text: whoever shows it escapes it.
std::string words(const Reason& reason, Language language);
// "nama mirip": for who sees what is written.
std::string words_alone(const Reason& reason, Language language);
// "nama mirip: Sitti Aminah / Siti Aminah; nama suami sama"
std::string words(const std::vector<Reason>& reasons, Language language);
// What a field of a Comparison is called.
std::string field_words(std::string_view field, Language language);
std::string kind_words(std::string_view kind, Language language);

}  // namespace merge
