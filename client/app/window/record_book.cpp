#include "client/app/window/record_book.h"

#include "client/app/families.h"

#include "client/store/drafts.h"
#include "shared/base/log.h"

namespace client_app {

using base::Error;
using base::ErrorCode;
using base::Fields;

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

base::Result<std::string> RecordBook::save(const screens::Save& save) {
    if (work_ == nullptr) return Error{ErrorCode::Refused, "nobody is signed in"};
    Entry entry;
    entry.type = save.type;
    entry.unit = save.unit;
    entry.answers = save.answers;
    entry.draft = save.draft;
    if (!save.record.empty()) {
        TRY_LET(before, answers_of(save.record));
        entry.id = base::RecordId(save.record);
        entry.answers = save.answers.changes_since(before);
    }
    TRY_LET(recorded, work_->recorder->record(entry));
    if (!recorded.is_saved) return Error{ErrorCode::Refused, "the answers were not accepted"};
    const std::string id = recorded.id.text();
    families_.family_changed(families_.household_of(save.type, id, save.answers));
    if (when_saved) when_saved();
    return recorded.id.text();
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
    return store::put_draft(*work_->store, {.id = draft.id,
                                            .type = draft.type,
                                            .record = draft.record,
                                            .form_version = draft.form_version,
                                            .answers = draft.answers,
                                            .saved_at = draft.saved_at});
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
        const std::string family = families_.household_of(draft.type, draft.record, draft.answers);
        all.push_back({draft.id, draft.type, draft.record, family, draft.form_version,
                       std::move(draft.answers), draft.saved_at});
    }
    return all;
}

base::Status RecordBook::discard_draft(const std::string& id) {
    if (work_ == nullptr) return Error{ErrorCode::Refused, "nobody is signed in"};
    return store::discard_draft(*work_->store, id);
}

}  // namespace client_app
