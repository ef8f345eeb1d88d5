#include "sync-server/reports/research/closed_lists.h"

#include "shared/base/text.h"

namespace research {

namespace {

const forms::Question* question_of(const forms::FormSet& forms, const Field& field,
                                   const forms::Form*& form) {
    form = field.form.empty() ? nullptr : forms.find(field.form);
    return form == nullptr ? nullptr : form->find(field.name);
}

std::string both(const forms::Label& label) {
    return label.en.empty() || label.en == label.id ? label.id : label.id + " / " + label.en;
}

Labelled own_codes(std::string_view written) {
    Labelled codes;
    for (const std::string& each : base::split(written, '|')) {
        const std::size_t equals = each.find('=');
        if (equals != std::string::npos) {
            codes.emplace_back(each.substr(0, equals), each.substr(equals + 1));
        }
    }
    return codes;
}

}  // namespace

Labelled labelled_codes(const forms::FormSet& forms, const Field& field) {
    if (!field.codes.empty()) return own_codes(field.codes);
    if (field.kind != Kind::Code && field.kind != Kind::Codes) return {};
    Labelled codes;
    const forms::Form* form = nullptr;
    const forms::Question* question = question_of(forms, field, form);
    if (question == nullptr || question->list.empty()) return codes;
    for (const forms::Choice& choice : form->choices_of(*question)) {
        codes.emplace_back(choice.code, both(choice.label));
    }
    return codes;
}

std::vector<std::string> codes_in(const forms::FormSet& forms, const Field& field) {
    std::vector<std::string> codes;
    for (const auto& each : labelled_codes(forms, field)) codes.push_back(each.first);
    return codes;
}

std::string label_of(const forms::FormSet& forms, const Field& field) {
    const forms::Form* form = nullptr;
    const forms::Question* question = question_of(forms, field, form);
    if (!field.label.empty() || question == nullptr) return std::string(field.label);
    return both(question->label);
}

std::string unit_of(const forms::FormSet& forms, const Field& field) {
    const forms::Form* form = nullptr;
    const forms::Question* question = question_of(forms, field, form);
    return question == nullptr ? std::string(field.unit) : question->unit;
}

}  // namespace research
