#include "client/screens/sending/troubled_families.h"

#include "client/screens/record/beside_answers.h"
#include "client/screens/sending/sending_words.h"
#include "client/ui/words/words.h"

#include <algorithm>

namespace screens {

using words::tr;

namespace {

std::string answer_text(const Ports& ports, const std::string& type, const std::string& field,
                        const std::string& answer) {
    const forms::Form* form = ports.records.forms().find(type);
    const forms::Question* question = form == nullptr ? nullptr : form->find(field);
    const std::string said = question == nullptr ? answer : read_aloud(*form, *question, answer);
    return said.empty() ? tr("no answer") : said;
}

FormStart start_of(const TroubledRow& row) {
    FormStart start;
    start.type = row.type;
    start.family = row.family;
    start.record = row.record;
    start.field = row.field;
    return start;
}

// Only what she can put right herself: what waits for the coordinator has no button of its own.
bool is_hers_to_mend(const TroubledRow& row) {
    if (row.type.empty() || row.record.empty()) return false;
    if (row.kind == TroubledRow::Kind::Refused) return true;
    return row.kind == TroubledRow::Kind::ToMend && row.code == "check";
}

std::string button_of(const Ports& ports, const TroubledRow& row) {
    if (row.is_mend_waiting || !is_hers_to_mend(row)) return {};
    if (row.field.empty()) return tr("Open this record");
    return tr("Put right: {0}", {question_text(ports, row.type, row.field)});
}

std::string reason_of(const Ports& ports, const TroubledRow& row) {
    switch (row.kind) {
        case TroubledRow::Kind::ToMend:
            return held_text(ports, row);
        case TroubledRow::Kind::Differs:
            return tr(
                "The health centre decides which one counts. Yours is kept. You need not "
                "enter it again.");
        case TroubledRow::Kind::Refused:
            return row.reason.empty() ? tr("The health centre gave no reason.")
                                      : tr("Reason: {0}", {row.reason});
    }
    return {};
}

std::string state_of(const TroubledRow& row) {
    switch (row.kind) {
        case TroubledRow::Kind::ToMend:
            return tr("To be put right");
        case TroubledRow::Kind::Differs:
            return tr("Answers differ");
        case TroubledRow::Kind::Refused:
            return tr("Refused");
    }
    return {};
}

TroubleShown shown(const Ports& ports, const TroubledRow& row) {
    TroubleShown made;
    made.key = "mend " + row.record;
    made.title = form_title(ports, row.type);
    made.state = state_of(row);
    made.reason = reason_of(ports, row);
    for (const Differing& each : row.differing) {
        made.differing.push_back({question_text(ports, row.type, each.field),
                                  answer_text(ports, row.type, each.field, each.mine),
                                  answer_text(ports, row.type, each.field, each.standing),
                                  each.by});
    }
    made.button = button_of(ports, row);
    if (!made.button.empty()) made.mend = start_of(row);
    made.is_mend_waiting = row.is_mend_waiting;
    return made;
}

}  // namespace

std::vector<TroubledFamily> troubled_families(const Ports& ports) {
    std::vector<TroubledFamily> families;
    for (const TroubledRow& row : ports.sync.state().troubled) {
        auto at = std::find_if(families.begin(), families.end(), [&](const TroubledFamily& each) {
            return each.family == row.family;
        });
        if (at == families.end()) {
            std::string name = row.who;
            if (name.empty()) {
                name = row.family.empty() ? tr("Other records") : tr("Family without a name");
            }
            families.push_back({row.family, std::move(name), {}});
            at = families.end() - 1;
        }
        at->rows.push_back(shown(ports, row));
    }
    return families;
}

}  // namespace screens
