#include "client/app/recording/recorder.h"

#include "client/app/recording/edited.h"
#include "client/app/recording/families.h"
#include "client/store/drafts.h"
#include "client/store/last_kept.h"
#include "shared/care/procedure.h"
#include "shared/care/schedule.h"
#include "shared/forms/references.h"

namespace client_app {

using base::Error;
using base::ErrorCode;

namespace {

// As it was asked, or as it stands now.
Result<const forms::Form*> form_of(const forms::FormSet& forms, const Entry& entry) {
    const forms::Form* form = forms.find(entry.type, entry.form_version);
    if (form == nullptr) form = forms.find(entry.type);
    if (form == nullptr) return Error{ErrorCode::Usage, "there is no form " + entry.type};
    return form;
}

Result<std::optional<store::ShownRecord>> standing_at(store::Store& store,
                                                      const std::optional<base::RecordId>& id,
                                                      const std::string& type) {
    if (!id) return std::optional<store::ShownRecord>();
    TRY_LET(standing, store.find(id->text()));
    if (standing && standing->record.type != type) {
        return Error{ErrorCode::Usage, "that id is of another type of record"};
    }
    return standing;
}

store::Write write_of(const Entry& entry, const forms::Form& form, Fields set) {
    store::Write write;
    write.type = entry.type;
    write.set = std::move(set);
    write.form_version = form.version;
    write.reason = entry.reason;
    write.decides = entry.decides;
    write.tied = tied_to(form, write.set);
    return write;
}

}  // namespace

Recorder::Recorder(store::Store& store, const forms::FormSet& forms, const base::Clock& clock,
                   base::Random& random, store::Identity identity)
    : store_(store), forms_(forms), clock_(clock), random_(random) {
    zone_ = base::find_zone(identity.zone).value_or(base::Zone{});
    user_ = identity.user;
    role_ = identity.role;
    auto config = protocol::parse_config(identity.config);
    if (config.ok()) units_ = config.value().units;
}

base::Date Recorder::today() const {
    return base::date_in(clock_.now(), zone_);
}

forms::Context Recorder::context(std::string_view language) {
    forms::Context context;
    context.today = today();
    context.language = std::string(language);
    context.lookup = [this](std::string_view type, std::string_view id, std::string_view field) {
        return look_up(store_, type, id, field);
    };
    return context;
}

std::vector<forms::Problem> Recorder::check(const std::string& type, const Fields& answers,
                                            std::string_view language) {
    const forms::Form* form = forms_.find(type);
    if (form == nullptr) return {};
    return forms::check(*form, answers, context(language));
}

// Who records is not asked: it is whoever signed in. Nor is the procedure of the massage: it is
// the one in force.
Fields Recorder::started(const forms::Form& form, const Entry& entry) const {
    Fields answers;
    answers.apply(entry.answers);  // without its nulls
    for (const forms::Question& question : form.questions) {
        if (!question.has_appearance("from-session") || answers.has(question.name)) continue;
        if (question.reference_type == "user") answers.set(question.name, user_);
        if (question.list == "user_role") answers.set(question.name, role_);
        if (question.name == "sop_version") {
            answers.set(question.name, care::procedure_in(forms_).sop_version);
        }
    }
    return answers;
}

// A record belongs where what it is about belongs.
Result<std::string> Recorder::unit_for(const Entry& entry, const forms::Form& form) {
    if (!entry.unit.empty()) return entry.unit;
    for (const forms::Question& question : form.questions) {
        if (question.type != forms::QuestionType::Reference) continue;
        TRY_LET(target, store_.find(entry.answers.text(question.name)));
        if (target) return target->record.unit;
    }
    if (units_.size() == 1) return units_.front().code;
    return Error{ErrorCode::Usage, "say which posyandu this record belongs to"};
}

// What a person says of a task has the task's own identity, so that two laptops meet in one record
// (SYNC 13).
base::RecordId Recorder::new_id(const std::string& type, const Fields& answers) {
    if (type != "followup_task") return base::RecordId(base::make_uuid7(clock_.now(), random_));
    return base::RecordId(care::task_id(answers.text("person_id"), answers.text("task_code"),
                                        answers.text("birth_event_id")));
}

base::Status Recorder::check_room(const Entry& entry) {
    const DiskRoom left = room();
    if (left.state != DiskRoom::State::Full || entry.is_begun) return base::Done{};
    TRY_LET(begun, store::find_draft(store_, entry.draft));
    if (begun) return base::Done{};
    return Error{ErrorCode::DiskFull, sentence_of(left)};
}

Result<bool> Recorder::is_one_begun(const std::vector<Entry>& entries) {
    for (const Entry& entry : entries) {
        if (entry.draft.empty()) continue;
        TRY_LET(begun, store::find_draft(store_, entry.draft));
        if (begun) return true;
    }
    return false;
}

void Recorder::note_last() {
    store::note_last_kept(store_, last_path_);
}

Result<Recorded> Recorder::record(const Entry& entry) {
    TRY_LET(transaction, db::Transaction::begin(store_.connection()));
    TRY_LET(recorded, record_inside(entry));
    TRY(transaction.commit());
    note_last();
    return recorded;
}

Result<std::vector<Recorded>> Recorder::record_all(const std::vector<Entry>& entries) {
    TRY_LET(transaction, db::Transaction::begin(store_.connection()));
    TRY_LET(is_begun, is_one_begun(entries));
    std::vector<Recorded> all;
    for (Entry entry : entries) {
        entry.is_begun = is_begun;
        TRY_LET(recorded, record_inside(entry));
        all.push_back(std::move(recorded));
        if (!all.back().is_saved) return all;  // and the transaction goes back
    }
    TRY(transaction.commit());
    note_last();
    return all;
}

Result<Recorded> Recorder::record_inside(const Entry& entry) {
    TRY_LET(form, form_of(forms_, entry));
    std::optional<base::RecordId> wanted = entry.id;
    if (!wanted && entry.type == "followup_task") wanted = new_id(entry.type, entry.answers);
    TRY_LET(standing, standing_at(store_, wanted, entry.type));
    if (!standing) TRY(check_room(entry));
    const Fields before = standing ? standing->record.fields : Fields();
    const Fields after = standing ? edited(*form, before, entry.answers, context())
                                  : first_answers(*form, started(*form, entry), context());

    Recorded recorded;
    recorded.problems = forms::check(*form, after, context());
    recorded.id = wanted ? *wanted : new_id(entry.type, after);
    if (standing ? blocks_edit(*form, after.changes_since(before),
                               forms::check(*form, before, context()), recorded.problems)
                 : forms::blocks(recorded.problems)) {
        return recorded;
    }
    store::Write write = write_of(entry, *form, after.changes_since(before));
    write.record = recorded.id;
    if (standing) write.base = entry.base;
    TRY_LET(unit, standing ? Result<std::string>(standing->record.unit) : unit_for(entry, *form));
    write.unit = unit;
    const records::Record shown{recorded.id, entry.type, write.unit, {}, after};
    TRY_LET(n,
            store::save_inside(store_, write, named_by(forms_, shown), clock_.now(), entry.draft));
    recorded.n = n;
    recorded.is_saved = true;
    return recorded;
}

std::vector<std::string> named_by(const forms::FormSet& forms, const records::Record& record) {
    const forms::Form* form = forms.find(record.type);
    return form == nullptr ? std::vector<std::string>() : references(*form, record.fields);
}

}  // namespace client_app
