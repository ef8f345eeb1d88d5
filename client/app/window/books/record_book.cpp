#include "client/app/window/books/record_book.h"

#include "client/app/recording/families.h"

#include "client/store/drafts.h"
#include "shared/base/log.h"
#include "shared/base/text.h"

namespace client_app {

using base::Error;
using base::ErrorCode;
using base::Fields;

namespace {

// What a draft keeps beside the answers, under names that no form has.
constexpr const char* kUnit = "_unit";
constexpr const char* kIsShort = "_short";
constexpr const char* kPassedOver = "_passed_over";
// A visit's notes are kept with the drafts, under the visit's own id.
constexpr const char* kVisitNotes = "_visit";
constexpr std::int64_t kNotesKeptMs = 7LL * 24 * 60 * 60 * 1000;

Entry entry_of(const screens::Save& save) {
    Entry entry;
    entry.type = save.type;
    entry.unit = save.unit;
    entry.answers = save.answers;
    entry.draft = save.draft;
    entry.reason = save.reason;
    entry.form_version = save.form_version;
    entry.base = save.base;
    if (!save.record.empty()) entry.id = base::RecordId(save.record);
    return entry;
}

}  // namespace

const forms::FormSet& RecordBook::forms() {
    return work_ != nullptr ? work_->forms : forms::FormSet::builtin();
}

std::optional<std::string> RecordBook::lookup(std::string_view type, std::string_view id,
                                              std::string_view field) {
    if (work_ == nullptr) return std::nullopt;
    return look_up(*work_->store, type, id, field);
}

base::Result<Fields> RecordBook::answers_of(const std::string& record) {
    if (work_ == nullptr) return Error{ErrorCode::NotFound, "nobody is signed in"};
    TRY_LET(found, work_->store->find(record));
    if (!found) return Error{ErrorCode::NotFound, "no such record here"};
    return found->record.fields;
}

// The revision first: what arrives between the two is seen, but counts as not seen.
base::Result<screens::Opened> RecordBook::open_record(const std::string& record) {
    if (work_ == nullptr) return Error{ErrorCode::NotFound, "nobody is signed in"};
    TRY_LET(base, store::base_now(*work_->store, base::RecordId(record)));
    TRY_LET(answers, answers_of(record));
    return screens::Opened{std::move(answers), base};
}

base::Result<std::string> RecordBook::save(const screens::Save& save) {
    TRY_LET(ids, save_all({save}));
    return ids.front();
}

base::Result<std::vector<std::string>> RecordBook::save_all(
    const std::vector<screens::Save>& saves) {
    if (work_ == nullptr) return Error{ErrorCode::Refused, "nobody is signed in"};
    if (saves.empty()) return std::vector<std::string>();
    std::vector<client_app::Entry> entries;
    for (const screens::Save& save : saves) entries.push_back(entry_of(save));
    // Each family is told once, after its last record; whom somebody leaves is told too.
    std::set<std::string> households;
    for (const screens::Save& save : saves) {
        const auto standing = work_->store->find(save.record);
        const bool stands = standing.ok() && standing.value();
        if (stands) add_household(save.type, save.record, households);
    }
    TRY_LET(recorded, work_->recorder->record_all(entries));
    if (!recorded.back().is_saved) {
        return Error{ErrorCode::Refused, "the answers were not accepted"};
    }
    std::vector<std::string> ids;
    std::int64_t changes = 0;
    for (const Recorded& each : recorded) {
        ids.push_back(each.id.text());
        if (each.n > 0) ++changes;
    }
    for (std::size_t i = 0; i < ids.size(); ++i) add_household(saves[i].type, ids[i], households);
    for (const std::string& household : households) families_.family_changed(household);
    if (when_saved) when_saved(changes);
    return ids;
}

// Nothing fails here: after a saving, who was told so would write it down twice.
void RecordBook::add_household(const std::string& type, const std::string& record,
                               std::set<std::string>& households) {
    const auto answers = answers_of(record);
    if (!answers.ok()) return base::log::warn("a record that is saved could not be read");
    households.insert(families_.household_of(type, record, answers.value()));
}

std::string RecordBook::new_draft_id() {
    return base::make_uuid7(clock_.now(), random_);
}

base::Status RecordBook::put_draft(const screens::Draft& draft) {
    if (work_ == nullptr) return Error{ErrorCode::Refused, "nobody is signed in"};
    if (const DiskRoom room = work_->recorder->room(); room.state == DiskRoom::State::Full) {
        TRY_LET(begun, store::find_draft(*work_->store, draft.id));
        if (!begun) return Error{ErrorCode::DiskFull, sentence_of(room)};
    }
    Fields answers = draft.answers;
    if (!draft.unit.empty()) answers.set(kUnit, draft.unit);
    return store::put_draft(*work_->store, {.id = draft.id,
                                            .type = draft.type,
                                            .record = draft.record,
                                            .form_version = draft.form_version,
                                            .answers = std::move(answers),
                                            .saved_at = draft.saved_at,
                                            .base = draft.base});
}

std::vector<screens::Draft> RecordBook::drafts() {
    std::vector<screens::Draft> all;
    if (work_ == nullptr) return all;
    auto kept = store::drafts(*work_->store);
    if (!kept.ok()) {
        base::log::warn("the drafts could not be read");
        return all;
    }
    for (store::Draft& draft : kept.value()) {
        if (draft.type == kVisitNotes) {
            forget_if_old(draft);
            continue;
        }
        const std::string unit = draft.answers.text(kUnit);
        draft.answers.erase(kUnit);
        const std::string family = family_of(draft);
        all.push_back({draft.id, draft.type, draft.record, family, draft.form_version, unit,
                       std::move(draft.answers), draft.saved_at, draft.base});
    }
    return all;
}

// The draft of an edit holds only what was touched: the record itself knows its family.
std::string RecordBook::family_of(const store::Draft& draft) {
    Fields answers;
    if (!draft.record.empty()) {
        auto standing = answers_of(draft.record);
        if (standing.ok()) answers = std::move(standing).value();
    }
    answers.apply(draft.answers);
    return families_.household_of(draft.type, draft.record, answers);
}

void RecordBook::forget_if_old(const store::Draft& notes) {
    if (clock_.now().unix_ms - notes.saved_at.unix_ms < kNotesKeptMs) return;
    const base::Status done = store::discard_draft(*work_->store, notes.id);
    if (!done.ok()) base::log::warn("the notes of an old visit could not be removed");
}

screens::Sending RecordBook::sending_of(const std::string& record) {
    return work_ != nullptr ? families_.sending_of(record) : screens::Sending::Waiting;
}

screens::VisitNotes RecordBook::visit_notes(const std::string& visit) {
    screens::VisitNotes notes;
    if (work_ == nullptr) return notes;
    const auto kept = store::find_draft(*work_->store, visit);
    if (!kept.ok() || !kept.value() || kept.value()->type != kVisitNotes) return notes;
    const Fields& fields = kept.value()->answers;
    notes.is_short = fields.text(kIsShort) == "1";
    for (auto& key : base::split(fields.text(kPassedOver), '\n')) {
        if (!key.empty()) notes.passed_over.push_back(std::move(key));
    }
    return notes;
}

base::Status RecordBook::keep_visit_notes(const std::string& visit,
                                          const screens::VisitNotes& notes) {
    if (work_ == nullptr) return Error{ErrorCode::Refused, "nobody is signed in"};
    Fields fields;
    fields.set(kIsShort, notes.is_short ? "1" : "0");
    fields.set(kPassedOver, base::joined(notes.passed_over, "\n"));  // a key holds a space
    return store::put_draft(*work_->store, {.id = visit,
                                            .type = kVisitNotes,
                                            .record = {},
                                            .form_version = {},
                                            .answers = std::move(fields),
                                            .saved_at = clock_.now()});
}

base::Status RecordBook::discard_draft(const std::string& id) {
    if (work_ == nullptr) return Error{ErrorCode::Refused, "nobody is signed in"};
    return store::discard_draft(*work_->store, id);
}

}  // namespace client_app
