// Between what a person types and the answer a record holds: "36,5" and 36.5, "5-3-2026" and
// "2026-03-05". What cannot be read stays as typed until it can.
#pragma once

#include "shared/base/date.h"
#include "shared/base/fields.h"
#include "shared/forms/form.h"

#include <optional>
#include <string>
#include <string_view>

namespace screens {

// A dateTime is typed in two places.
struct Typed {
    std::string text;  // also the day of a dateTime
    std::string time;
    bool empty() const { return text.empty() && time.empty(); }
};

bool is_typed(forms::QuestionType type);  // into a field, not chosen

// The token for the record; nullopt while what is typed is no answer. Of something not empty.
std::optional<std::string> read_typed(forms::QuestionType type, const Typed& typed,
                                      base::Date today, const base::Zone& zone);
// Back again, for a correction or a recovered draft. Text that is no answer comes back as typed.
Typed show_typed(forms::QuestionType type, const std::string& text);
// How a dateTime that is no answer yet is kept in a draft, so that no key pressed is lost.
std::string raw_typed(const Typed& typed);

// Of a question with several answers: `code` chosen besides those, or taken back. An answer that
// stands alone goes with no other.
std::string toggled(const std::string& codes, const forms::Question& question,
                    const std::string& code);

}  // namespace screens
