#include "shared/base/text.h"
#include "shared/forms/dependencies.h"
#include "shared/forms/form.h"
#include "shared/forms/rows.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace forms {

namespace {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;

struct TypeName {
    std::string_view name;
    QuestionType type;
};

constexpr std::array<TypeName, 17> kTypes = {{
    {"text", QuestionType::Text},
    {"integer", QuestionType::Integer},
    {"decimal", QuestionType::Decimal},
    {"date", QuestionType::Date},
    {"time", QuestionType::Time},
    {"dateTime", QuestionType::DateTime},
    {"datetime", QuestionType::DateTime},
    {"select_one", QuestionType::SelectOne},
    {"select_multiple", QuestionType::SelectMultiple},
    {"select_one_from_file", QuestionType::Reference},
    {"select_multiple_from_file", QuestionType::SelectMultiple},
    {"note", QuestionType::Note},
    {"calculate", QuestionType::Calculate},
    {"begin group", QuestionType::BeginGroup},
    {"begin_group", QuestionType::BeginGroup},
    {"end group", QuestionType::EndGroup},
    {"end_group", QuestionType::EndGroup},
}};

std::vector<std::string> words_in(const std::string& cell) {
    std::vector<std::string> words = base::split(cell, ' ');
    std::erase(words, "");
    return words;
}

std::optional<Severity> severity_in(const std::string& appearance) {
    if (holds_code(appearance, "error")) return Severity::Error;
    if (holds_code(appearance, "warning")) return Severity::Warning;
    if (holds_code(appearance, "flag")) return Severity::Flag;
    return std::nullopt;
}

Result<ChoiceLists> lists_of(const base::json::Object& definition, const std::string& place) {
    TRY_LET(rows, read_rows(definition, "choices", place, kChoicesMax));
    ChoiceLists lists;
    for (const Row& row : rows) {
        const std::string& list = row.cell("list_name");
        const std::string& code = row.cell("name");
        if (!is_name(list)) return row.refuse("list_name", "is no name");
        if (code.empty() || code.find(' ') != std::string::npos) {
            return row.refuse("name", "a code is one word");
        }
        std::vector<Choice>& choices = lists[list];
        const bool is_known = std::any_of(choices.begin(), choices.end(),
                                          [&](const Choice& one) { return one.code == code; });
        if (is_known) return row.refuse("name", code + " stands in the list twice");
        choices.push_back({code, row.label("label")});
    }
    return lists;
}

// Reads the rows in their order, then ties the names in their expressions to them.
// "V017_b" is rule V017 a second time; any other name is its own id.
std::string rule_id(const std::string& name) {
    const bool is_numbered = name.size() > 4 && name[0] == 'V' && name[4] == '_' &&
                             name.find_first_not_of("0123456789", 1) == 4;
    return is_numbered ? name.substr(0, 4) : name;
}

class FormParser {
public:
    FormParser(const base::json::Object& definition, const ChoiceLists& shared)
        : definition_(definition), shared_(shared) {}

    Result<Form> parse() {
        TRY(take_settings());
        TRY_LET(own, lists_of(definition_, form_.id));
        own_ = std::move(own);
        TRY_LET(rows, read_rows(definition_, "survey", form_.id, kRowsMax));
        rows_ = std::move(rows);
        if (rows_.empty()) return Error{ErrorCode::Malformed, form_.id + ": has no questions"};
        for (row_ = 1; row_ <= rows_.size(); ++row_) TRY(take_row());
        if (!open_groups_.empty()) {
            return row_of(form_.questions[open_groups_.back()].row)
                .refuse("type", "this group has no end");
        }
        TRY(sort_names());
        TRY(bind_questions());
        TRY(bind_rules());
        TRY_LET(order, order_by_dependency(form_));
        form_.by_dependency = std::move(order);
        form_.hangs_on_others = questions_on_others(form_);
        return std::move(form_);
    }

private:
    const Row& row_of(std::size_t number) const { return rows_[number - 1]; }
    const Row& row() const { return rows_[row_ - 1]; }

    Status take_settings() {
        const auto settings = definition_.object("settings");
        if (!settings) return Error{ErrorCode::Malformed, "a form without settings"};
        const std::string id = settings->string("form_id").value_or("");
        if (!is_name(id)) return Error{ErrorCode::Malformed, "settings, form_id: is no name"};
        form_.id = id;
        form_.version = settings->string("version").value_or("");
        if (form_.version.empty() || form_.version.size() > 40) {
            return Error{ErrorCode::Malformed, id + ", settings, version: missing or too long"};
        }
        form_.title.id = settings->string("form_title::id").value_or(id);
        form_.title.en = settings->string("form_title::en").value_or("");
        form_.makes_records = settings->string("kawan:records").value_or("") != "none";
        return Done{};
    }

    Status take_row() {
        const std::vector<std::string> type = words_in(row().cell("type"));
        const std::optional<Severity> severity = severity_in(row().cell("appearance"));
        if (type.size() == 1 && type[0] == "note" && severity) return take_rule(*severity);
        Question question;
        TRY(take_type(question, type));
        if (question.type == QuestionType::EndGroup) return close_group();
        TRY(take_name(question));
        TRY(take_texts(question));
        TRY(take_expressions(question));
        question.row = row_;
        question.group = open_groups_.empty() ? kNone : open_groups_.back();
        for (const std::size_t group : open_groups_) {
            question.group_path.push_back(form_.questions[group].name);
        }
        if (question.type == QuestionType::BeginGroup) {
            open_groups_.push_back(form_.questions.size());
        }
        form_.questions.push_back(std::move(question));
        return Done{};
    }

    Status close_group() {
        if (open_groups_.empty()) return row().refuse("type", "ends a group that was not begun");
        open_groups_.pop_back();
        return Done{};
    }

    Status take_type(Question& question, const std::vector<std::string>& words) {
        const std::string& cell = row().cell("type");
        const std::string name = words.empty() ? "" : words[0];
        const auto known = std::find_if(kTypes.begin(), kTypes.end(), [&](const TypeName& each) {
            return each.name == name || each.name == cell;
        });
        if (known == kTypes.end()) {
            return row().refuse("type", "unknown type " + cell.substr(0, 60));
        }
        question.type = known->type;
        if (name.ends_with("_from_file")) return take_reference(question, words);
        const bool is_select = name.starts_with("select_");
        if (is_select) return take_list(question, words);
        if (words.size() != 1 && known->name != cell) {
            return row().refuse("type", "unexpected words after " + name);
        }
        return Done{};
    }

    Status take_reference(Question& question, const std::vector<std::string>& words) {
        if (words.size() != 2 || !words[1].ends_with(".csv") || words[1].size() < 5) {
            return row().refuse("type", "expected a file as person.csv");
        }
        question.reference_type = words[1].substr(0, words[1].size() - 4);
        if (!is_name(question.reference_type)) return row().refuse("type", "is no type of record");
        return Done{};
    }

    Status take_list(Question& question, const std::vector<std::string>& words) {
        if (words.size() != 2) return row().refuse("type", "expected the name of one choice list");
        question.list = words[1];
        if (form_.lists.contains(question.list)) return Done{};
        const auto own = own_.find(question.list);
        const auto shared = shared_.find(question.list);
        if (own == own_.end() && shared == shared_.end()) {
            return row().refuse("type", "there is no choice list " + question.list.substr(0, 60));
        }
        form_.lists[question.list] = own != own_.end() ? own->second : shared->second;
        return Done{};
    }

    Status take_name(Question& question) {
        question.name = row().cell("name");
        if (!is_name(question.name)) {
            return row().refuse("name", "letters, digits and _ only, a letter first");
        }
        return Done{};
    }

    Status take_texts(Question& question) {
        question.label = row().label("label");
        question.hint = row().label("hint");
        question.constraint_message = row().label("constraint_message");
        question.default_value = row().cell("default");
        question.appearance = row().cell("appearance");
        question.pii = row().cell("bind::kawan:pii") == "yes";
        question.unit = row().cell("bind::kawan:unit");
        question.merge_group = row().cell("bind::kawan:merge_group");
        question.sticky = words_in(row().cell("bind::kawan:sticky"));
        return take_exclusive(question);
    }

    // exclusive:NONE+UNK
    Status take_exclusive(Question& question) {
        constexpr std::string_view kWord = "exclusive:";
        for (const std::string& word : words_in(question.appearance)) {
            if (!word.starts_with(kWord)) continue;
            for (std::string& code : base::split(word.substr(kWord.size()), '+')) {
                if (form_.find_choice(question, code) == nullptr) {
                    return row().refuse("appearance", "no code " + code + " in the choice list");
                }
                question.exclusive.push_back(std::move(code));
            }
        }
        return Done{};
    }

    Status take_expressions(Question& question) {
        TRY_LET(required, row().expression("required"));
        TRY_LET(relevant, row().expression("relevant"));
        TRY_LET(constraint, row().expression("constraint"));
        TRY_LET(calculation, row().expression("calculation"));
        const auto refuse_self = [this](const char* column) {
            return row().refuse(column, "`.` has a meaning in a constraint only");
        };
        if (required && required->uses_self()) return refuse_self("required");
        if (relevant && relevant->uses_self()) return refuse_self("relevant");
        if (calculation && calculation->uses_self()) return refuse_self("calculation");
        if (calculation && question.type != QuestionType::Calculate) {
            return row().refuse("calculation", "only a calculate row is calculated");
        }
        question.required = std::move(required);
        question.relevant = std::move(relevant);
        question.constraint = std::move(constraint);
        question.calculation = std::move(calculation);
        return Done{};
    }

    Status take_rule(Severity severity) {
        TRY_LET(violated, row().expression("relevant"));
        if (!violated) return row().refuse("relevant", "a rule says here when it is violated");
        const std::string& name = row().cell("name");
        if (!is_name(name)) return row().refuse("name", "expected the rule's id, as V017");
        const std::string& field = row().cell("bind::kawan:field");
        if (violated->uses_self() && field.empty()) {
            return row().refuse("relevant", "`.` needs bind::kawan:field");
        }
        const std::size_t group = open_groups_.empty() ? kNone : open_groups_.back();
        form_.rules.push_back({name, rule_id(name), severity, field, row().label("label"),
                               *std::move(violated), row_, group});
        return Done{};
    }

    Status sort_names() {
        form_.by_name.resize(form_.questions.size());
        std::iota(form_.by_name.begin(), form_.by_name.end(), std::size_t{0});
        std::sort(form_.by_name.begin(), form_.by_name.end(), [this](std::size_t a, std::size_t b) {
            const Question& one = form_.questions[a];
            const Question& other = form_.questions[b];
            return one.name != other.name ? one.name < other.name : one.row < other.row;
        });
        for (std::size_t each = 1; each < form_.by_name.size(); ++each) {
            const Question& question = form_.questions[form_.by_name[each]];
            if (form_.questions[form_.by_name[each - 1]].name != question.name) continue;
            return row_of(question.row).refuse("name", question.name + " stands in the form twice");
        }
        return Done{};
    }

    Status bind(std::optional<Expression>& expression, std::size_t row_number,
                std::string_view column) {
        if (!expression) return Done{};
        for (const std::string& name : expression->fields()) {
            const Question* question = form_.find(name);
            const bool has_value = question != nullptr && question->type != QuestionType::Note &&
                                   question->type != QuestionType::BeginGroup;
            if (!has_value)
                return row_of(row_number).refuse(column, "unknown field ${" + name + "}");
        }
        expression->bind([this](std::string_view name) { return form_.number_of(name); });
        return Done{};
    }

    Status bind_questions() {
        for (Question& question : form_.questions) {
            TRY(bind(question.required, question.row, "required"));
            TRY(bind(question.relevant, question.row, "relevant"));
            TRY(bind(question.constraint, question.row, "constraint"));
            TRY(bind(question.calculation, question.row, "calculation"));
        }
        return Done{};
    }

    Status bind_rules() {
        std::vector<std::string_view> names;
        for (Rule& rule : form_.rules) {
            std::optional<Expression> violated = rule.violated;
            TRY(bind(violated, rule.row, "relevant"));
            rule.violated = *std::move(violated);
            if (!rule.field.empty() && form_.find(rule.field) == nullptr) {
                return row_of(rule.row).refuse("bind::kawan:field", "unknown field " + rule.field);
            }
            if (form_.find(rule.name) != nullptr ||
                std::find(names.begin(), names.end(), rule.name) != names.end()) {
                return row_of(rule.row).refuse("name", rule.name + " stands in the form twice");
            }
            names.push_back(rule.name);
        }
        return Done{};
    }

    const base::json::Object& definition_;
    const ChoiceLists& shared_;
    ChoiceLists own_;
    std::vector<Row> rows_;
    std::size_t row_ = 0;
    std::vector<std::size_t> open_groups_;
    Form form_;
};

Result<base::json::Object> read_definition(std::string_view json) {
    if (json.size() > kDefinitionBytesMax) {
        return Error{ErrorCode::Malformed, "a form definition larger than a megabyte"};
    }
    return base::json::Object::parse(json);
}

}  // namespace

Result<Form> parse_form(std::string_view json, const ChoiceLists& shared) {
    TRY_LET(definition, read_definition(json));
    TRY_LET(form, FormParser(definition, shared).parse());
    TRY_LET(compact, base::json::minified(json));
    form.json = compact;
    return std::move(form);
}

Result<ChoiceLists> parse_choices(std::string_view json) {
    TRY_LET(definition, read_definition(json));
    return lists_of(definition, "choices");
}

}  // namespace forms
