// A saved row is taken back: nothing is deleted, its records say that they do not count, and why.
#include "client/screens/quick/quick_model.h"
#include "client/ui/words/words.h"
#include "shared/base/text.h"
#include "shared/records/record.h"

#include <algorithm>

namespace screens {

using words::later;
using words::tr;

namespace {

// Written into records, so in the language of the records.
constexpr const char* kUndone = "Dibatalkan saat catat cepat";

bool is_of_row(const QuickSaved& row, const std::string& id) {
    return std::any_of(row.records.begin(), row.records.end(),
                       [&](const QuickSaved::Written& each) { return each.id == id; });
}

bool names_row(const QuickSaved& row, const Fields& fields) {
    const auto& all = fields.entries();
    return std::any_of(all.begin(), all.end(), [&](const Fields::Entry& entry) {
        return is_of_row(row, fields.text(entry.first));
    });
}

bool is_as_it_was(const QuickSaved& row, const Draft& draft) {
    return std::any_of(row.drafts.begin(), row.drafts.end(), [&](const Draft& each) {
        return each.id == draft.id && each.answers == draft.answers;
    });
}

}  // namespace

// Whether somebody went on from the row: with a record, or with a draft that was typed on.
base::Result<bool> QuickModel::is_gone_on_from(const QuickSaved& row) const {
    TRY_LET(family, ports_.families.family(row.household));
    for (const records::Record& record : family.records) {
        const bool counts = !records::is_retracted(record.fields);
        if (counts && !is_of_row(row, record.id.text()) && names_row(row, record.fields)) {
            return true;
        }
    }
    for (const Draft& draft : ports_.records.drafts()) {
        const bool is_rows = std::any_of(row.drafts.begin(), row.drafts.end(),
                                         [&](const Draft& each) { return each.id == draft.id; });
        if (is_rows ? !is_as_it_was(row, draft) : names_row(row, draft.answers)) return true;
    }
    return false;
}

// What the row gave to a visit that another row began is taken out of it again.
void QuickModel::take_out_of_visit(const QuickSaved& row, std::vector<Save>& saves) const {
    if (row.added.empty() && row.noted.empty()) return;
    const auto opened = ports_.records.open_record(row.visit);
    if (!opened.ok() || records::is_retracted(opened.value().answers)) return;
    const Fields& standing = opened.value().answers;
    Fields less;
    std::vector<std::string> seen = standing.codes("persons_seen");
    for (const std::string& person : row.added) std::erase(seen, person);
    const auto set = [&](const char* field, const std::string& text) {
        if (text.empty()) return less.set_token(field, "null");
        less.set(field, text);
    };
    if (!row.added.empty()) set("persons_seen", base::joined(seen, " "));
    std::string note = standing.text("note");
    const std::size_t at = row.noted.empty() ? std::string::npos : note.find(row.noted);
    if (at != std::string::npos) set("note", note.erase(at, row.noted.size()));
    Save save = save_of("visit", row.visit, std::move(less));
    save.reason = kUndone;
    save.base = opened.value().base;
    if (!save.answers.empty()) saves.push_back(std::move(save));
}

std::vector<Save> QuickModel::undoing(const QuickSaved& row) const {
    std::vector<Save> all;
    for (auto each = row.records.rbegin(); each != row.records.rend(); ++each) {
        Fields gone;
        gone.set(records::kRetracted, "1");
        gone.set(records::kRetractReason, kUndone);
        Save save = save_of(each->type, each->id, std::move(gone));
        save.reason = kUndone;
        save.base = ports_.records.base_now(each->id);
        all.push_back(std::move(save));
    }
    take_out_of_visit(row, all);
    return all;
}

void QuickModel::undo_pressed() {
    refusal_ = {};
    const auto last = std::find_if(day_.saved.rbegin(), day_.saved.rend(),
                                   [](const QuickSaved& row) { return !row.is_undone; });
    if (last == day_.saved.rend()) return;
    const auto is_gone_on = is_gone_on_from(*last);
    if (is_gone_on.ok() && is_gone_on.value()) {
        refusal_ = {later("{0} was gone on with after this row. Open the family below: there each "
                          "record can be withdrawn."),
                    {last->name}};
        return;
    }
    if (!is_gone_on.ok() || !ports_.records.save_all(undoing(*last)).ok()) {
        refusal_ = {later("Not taken back: the laptop's disk refused. Try again."), {}};
        return;
    }
    last->is_undone = true;
    for (const Draft& draft : last->drafts) {
        if (ports_.records.discard_draft(draft.id).ok()) continue;
        refusal_ = {later("Not kept: the laptop's disk refused."), {}};
    }
    note_ = tr("Withdrawn: {0}", {last->name});
    read_people();
    settle();
}

}  // namespace screens
