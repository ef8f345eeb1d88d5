// A form: the questions and rules of one type of record, read from its JSON definition (XLSForm's
// vocabulary, README). A parsed form is whole: every expression compiled, every name it uses known.
#pragma once

#include "shared/base/result.h"
#include "shared/forms/expression.h"

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace forms {

inline constexpr std::size_t kRowsMax = 500;
inline constexpr std::size_t kChoicesMax = 4000;
inline constexpr std::size_t kDefinitionBytesMax = 1 << 20;
inline constexpr std::size_t kNone = static_cast<std::size_t>(-1);

enum class QuestionType {
    Text,
    Integer,
    Decimal,
    Date,
    Time,
    DateTime,
    SelectOne,
    SelectMultiple,
    Reference,  // select_one_from_file person.csv: the uuid of a person
    Note,
    Calculate,
    BeginGroup,
    EndGroup,
};

// A text in the two languages of the programme.
struct Label {
    std::string id;
    std::string en;
    // The other language's text where this one's is missing.
    const std::string& in(std::string_view language) const;
    bool empty() const { return id.empty() && en.empty(); }
};

struct Choice {
    std::string code;
    Label label;
};
using ChoiceLists = std::map<std::string, std::vector<Choice>, std::less<>>;

enum class Severity {
    Error,    // blocks saving
    Warning,  // is shown
    Flag,     // is saved and becomes a finding on the work list
};

struct Question {
    std::string name;
    QuestionType type = QuestionType::Text;
    std::string list;            // of a select: the name of its choice list
    std::string reference_type;  // the type of record, "person": of a Reference, and of a
                                 // SelectMultiple of records (select_multiple_from_file)
    Label label;
    Label hint;
    std::optional<Expression> required;
    std::optional<Expression> relevant;
    std::optional<Expression> constraint;
    std::optional<Expression> calculation;  // absent where care computes it (computed-by-care)
    Label constraint_message;
    std::string default_value;  // as written; see defaults() in check.h
    std::string appearance;
    std::vector<std::string> exclusive;  // codes that stand alone (V045)
    bool pii = false;                    // names or identifies a person
    std::string unit;                    // "g"
    std::string merge_group;             // SYNC 10
    std::vector<std::string> sticky;     // SYNC 11: these values win
    std::size_t row = 0;                 // of the survey, from 1
    std::size_t group = kNone;           // the innermost group: its number in Form::questions
    std::vector<std::string> group_path;

    bool has_appearance(std::string_view word) const;
    bool is_answered_by_people() const;  // not a note, calculate or group
};

// A check between fields: a note row named V017 whose `relevant` is true when it is violated.
struct Rule {
    std::string name;  // "V017_b", as the row
    std::string id;    // "V017"
    Severity severity = Severity::Error;
    std::string field;  // where it is shown; may be ""
    Label message;
    Expression violated;
    std::size_t row = 0;
    std::size_t group = kNone;  // not checked while the group is not relevant
};

struct Form {
    std::string id;
    std::string version;
    Label title;
    bool makes_records = true;        // false: a document to be read, "kawan:records": "none"
    std::vector<Question> questions;  // in the survey's order, groups and notes among them
    std::vector<Rule> rules;
    ChoiceLists lists;  // the lists used, shared ones too
    std::string json;   // the definition without its white space

    const Question* find(std::string_view name) const;   // nullptr if there is none
    std::size_t number_of(std::string_view name) const;  // in questions; kNone if there is none
    const std::vector<Choice>& choices_of(const Question& question) const;
    const Choice* find_choice(const Question& question, std::string_view code) const;

    // Made by parse_form for check(): question numbers by name, and in the order in which
    // relevance and calculations depend on each other.
    std::vector<std::size_t> by_name;
    std::vector<std::size_t> by_dependency;
    // By question number: whether it applies, or its value, hangs on another record (pulldata).
    std::vector<char> hangs_on_others;
};

// A bad form is refused with a sentence that names form, row and column:
// "feeding_recall, row 12, relevant: unknown field ${bf_evr}".
base::Result<Form> parse_form(std::string_view json, const ChoiceLists& shared);
base::Result<ChoiceLists> parse_choices(std::string_view json);  // choices.json

}  // namespace forms
