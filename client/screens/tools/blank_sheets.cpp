#include "client/screens/tools/blank_sheets.h"

#include "client/paper/blank_sheet.h"
#include "client/screens/danger/letter.h"
#include "client/ui/words/words.h"

#include <array>

namespace screens {

using words::tr;

namespace {

constexpr std::array<const char*, 11> kSingle = {
    "household",       "person",          "birth_event",  "birth_outcome",
    "visit",           "mother_check",    "infant_check", "feeding_recall",
    "massage_session", "service_contact", "referral"};

}  // namespace

std::vector<BlankSheet> blank_sheets(const forms::FormSet& forms) {
    std::vector<BlankSheet> all = {{"whole visit", tr("A whole home visit"), {}}};
    for (const char* type : kSingle) {
        const forms::Form* form = forms.find(type);
        if (form != nullptr) all.push_back({type, form->title.in(words::code()), {type}});
    }
    return all;
}

std::string blank_html(const Ports& ports, const Me& me, const BlankSheet& sheet) {
    const forms::FormSet& forms = ports.records.forms();
    std::vector<const forms::Form*> chosen;
    for (const std::string& type : sheet.types) {
        if (const forms::Form* form = forms.find(type)) chosen.push_back(form);
    }
    if (sheet.types.empty()) chosen = paper::visit_forms(forms);
    return paper::blank_sheet(chosen, forms, words::language(), letterhead(ports, me));
}

}  // namespace screens
