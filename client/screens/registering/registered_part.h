// One record of the several that are written down on one page: what of its form is asked there,
// what the page itself says of it, and how what was typed becomes its answers.
#pragma once

#include "client/screens/ports/ports.h"
#include "shared/forms/check.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace screens {

// As typed or chosen, by "<part>.<question>": "mother.full_name".
using Said = std::map<std::string, std::string>;

struct RegisteredPart {
    std::string key;  // "household", "mother", "birth", "baby1", "outcome1"
    const forms::Form* form = nullptr;
    std::string record;              // its id, given before it is saved
    Fields known;                    // references, roles
    std::vector<std::string> asked;  // names of its questions, in the order of the page
    std::string name_if_none;        // of a baby without a name yet

    std::string key_of(const std::string& question) const { return key + "." + question; }
};

// An age in whole years instead of a date of birth: "25".
std::optional<int> age_typed(const std::string& text);

class PartAnswers {
public:
    PartAnswers(const Said& said, Date today, base::Zone zone)
        : said_(said), today_(today), zone_(zone) {}

    Fields of(const RegisteredPart& part, const forms::Context& context) const;
    // Typed, and no answer to that question.
    bool is_unreadable(const RegisteredPart& part, const forms::Question& question) const;

private:
    std::string said(const RegisteredPart& part, const std::string& question) const;
    void add_person(const RegisteredPart& part, Fields& answers) const;

    const Said& said_;
    Date today_;
    base::Zone zone_;
};

// Those of the page's own people: mother, caregiver, babies.
bool is_person(const RegisteredPart& part);

}  // namespace screens
