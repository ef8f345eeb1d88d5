#include "sync-server/accept/desk/targets.h"

#include "sync-server/accept/desk/deciding.h"
#include "sync-server/store/records/records.h"

#include <algorithm>
#include <tuple>

namespace accept {

using server_store::StoredRecord;

namespace {

Target target_of(const records::Record& record) {
    const base::Fields& fields = record.fields;
    return {record.id.text(),         to_text(record.revision),
            fields.text("unit_code"), fields.text("period"),
            fields.text("indicator"), fields.text("kind"),
            fields.text("source"),    fields.integer("figure").value_or(0)};
}

auto key_of(const Target& target) {
    return std::tie(target.unit_code, target.period, target.indicator, target.kind);
}

base::Fields fields_of(const Target& wanted) {
    base::Fields fields;
    fields.set("unit_code", wanted.unit_code);
    fields.set("period", wanted.period);
    fields.set("indicator", wanted.indicator);
    fields.set("kind", wanted.kind);
    fields.set_integer("figure", wanted.figure);
    if (!wanted.source.empty()) fields.set("source", wanted.source);
    return fields;
}

// A record takes codes that it does not know, from newer laptops; who enters one here chooses.
Status check_code(const Desk& desk, const char* field, const std::string& code) {
    const forms::Form* const form = desk.forms.find("target");
    const forms::Question* const question = form == nullptr ? nullptr : form->find(field);
    CHECK(question != nullptr);
    for (const forms::Choice& each : form->choices_of(*question)) {
        if (each.code == code) return base::Done{};
    }
    return base::Error{base::ErrorCode::Refused, std::string(field) + ": " + code};
}

// The record to write on: the one that stands for the same, or a new one.
Result<records::Record> record_for(const Desk& desk, const Target& wanted,
                                   const std::string& home) {
    TRY_LET(standing, standing_target(desk.connection, wanted));
    if (standing) {
        const bool is_seen = standing->id == wanted.id && standing->revision == wanted.revision;
        const bool is_same = standing->figure == wanted.figure && standing->source == wanted.source;
        if (!is_seen && !is_same) return base::Error{base::ErrorCode::Refused, kChangedSince};
        TRY_LET(stored, server_store::find_record(desk.connection, standing->id));
        CHECK(stored.has_value());
        return std::move(stored->record);
    }
    records::Record made;
    made.id = base::RecordId(base::make_uuid7(desk.clock.now(), desk.random));
    made.type = "target";
    made.unit = home;
    return made;
}

}  // namespace

Result<std::vector<Target>> targets(db::Connection& connection) {
    TRY_LET(ids, server_store::ids_of_type(connection, "target"));
    std::vector<Target> found;
    for (const std::string& id : ids) {
        TRY_LET(stored, server_store::find_record(connection, id));
        if (!stored || records::is_retracted(stored->record)) continue;
        found.push_back(target_of(stored->record));
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Target& a, const Target& b) { return key_of(a) < key_of(b); });
    return found;
}

Result<std::optional<Target>> standing_target(db::Connection& connection, const Target& wanted) {
    TRY_LET(standing, targets(connection));
    for (const Target& each : standing) {
        if (key_of(each) == key_of(wanted)) return std::optional<Target>(each);
    }
    return std::optional<Target>();
}

Status set_target(const Desk& desk, const Target& wanted, const std::string& home) {
    const base::Fields fields = fields_of(wanted);
    TRY(check_desk_text(fields, ""));
    TRY(check_code(desk, "indicator", wanted.indicator));
    TRY(check_code(desk, "kind", wanted.kind));
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, desk_session(desk));
    TRY_LET(record, record_for(desk, wanted, home));
    TRY(check_document(session, "target", fields));
    TRY(write_at_desk(session, desk_change(session, record, fields, "")));
    return transaction.commit();
}

Status withdraw_target(const Desk& desk, const std::string& id, std::string_view seen,
                       std::string_view reason) {
    TRY(check_desk_text({}, reason));
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, desk_session(desk));
    TRY_LET(stored, server_store::find_record(desk.connection, id));
    if (!stored || stored->record.type != "target") {
        return base::Error{base::ErrorCode::NotFound, "there is no such target"};
    }
    if (seen != to_text(stored->record.revision)) {
        return base::Error{base::ErrorCode::Refused, kChangedSince};
    }
    base::Fields set;
    set.set(records::kRetracted, "1");
    set.set(records::kRetractReason, reason);
    TRY(write_at_desk(session, desk_change(session, stored->record, set, reason)));
    return transaction.commit();
}

}  // namespace accept
